import {
  followedSpeech,
  marksOf,
  noteOf,
  type PlayRun,
  playRunSchema,
  ringMsOf,
  talkMsOf,
} from '@shared/domain/role-play/run.ts';
import { reportOf } from '@shared/domain/role-play/taking-report.ts';
import { kerdoualGeneral } from '@shared/domain/script/demo-scripts/kerdoual-general.ts';
import { chooseAnswer, startSpeech } from '@shared/domain/script/run.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aRun } from './samples.ts';

const after = (ms: number): string => new Date(Date.parse(aRun().startedAt) + ms).toISOString();

it('[PLAY-6] time to answer, talk and hold are those of the call', () => {
  const run = aRun({ heldMs: 12_000 });
  expect([ringMsOf(run), talkMsOf(run), run.heldMs]).toEqual([4_000, 60_000, 12_000]);
  const missed = aRun({ answeredAt: null, endedAt: after(40_000), ending: 'gave-up' });
  expect([ringMsOf(missed), talkMsOf(missed), noteOf(missed)]).toEqual([40_000, 0, 0]);
});

it('[PLAY-6] the steps reached and the fields filled are those of the way that she took', () => {
  const start = startSpeech(kerdoualGeneral);
  const walked = chooseAnswer(kerdoualGeneral, start, 'suivi', {});
  expect(followedSpeech(kerdoualGeneral, null)).toMatchObject({ stepsReached: 0 });
  const one = followedSpeech(kerdoualGeneral, start);
  const two = followedSpeech(kerdoualGeneral, walked);
  expect([one.stepsReached, two.stepsReached]).toEqual([1, 2]);
  expect(two.name).toBe('Accueil');
  // Gone back to a step that she had seen, she has not reached more.
  const back = { ...walked, stepId: start.stepId, path: [...walked.path, walked.stepId] };
  expect(followedSpeech(kerdoualGeneral, back).stepsReached).toBe(2);
});

it('[PLAY-6] the disposition is right when it is one of the expected, and any is when none is expected', () => {
  const markOf = (disposition: PlayRun['disposition']) =>
    marksOf(aRun({ disposition })).disposition;
  expect(markOf({ given: 'renseigne', expected: ['rappel-convenu', 'renseigne'] })).toBe(1);
  expect(markOf({ given: 'renseigne', expected: ['rappel-convenu'] })).toBe(0);
  expect(markOf({ given: 'renseigne', expected: [] })).toBe(1);
  expect(markOf({ given: null, expected: [] })).toBe(0);
});

it('[PLAY-7] all right is 5; a customer who left, a late answer, a long hold and half a speech cost', () => {
  expect(noteOf(aRun())).toBe(5);
  expect(noteOf(aRun({ ending: 'angry' }))).toBe(4);
  expect(noteOf(aRun({ answeredAt: after(20_000) }))).toBe(4.5);
  expect(noteOf(aRun({ heldMs: 120_000 }))).toBe(4);
  expect(noteOf(aRun({ transferExpected: true }))).toBe(4);
  expect(noteOf(aRun({ transferExpected: true, ending: 'transferred' }))).toBe(5);
  const half = { name: '', stepsReached: 2, stepsTotal: 4, fieldsFilled: 0, fieldsTotal: 0 };
  expect(noteOf(aRun({ speech: half }))).toBe(4.5);
  expect(noteOf(aRun({ speech: null }))).toBe(5);
});

it('[PLAY-7] the note lies between 0 and 5 and never rises by doing worse', () => {
  const anyMs = fc.integer({ min: 0, max: 300_000 });
  const anyRun = fc
    .record({ ring: anyMs, talk: anyMs, heldMs: anyMs, reached: fc.integer({ min: 0, max: 6 }) })
    .map(({ ring, talk, heldMs, reached }) =>
      aRun({
        answeredAt: after(ring),
        endedAt: after(ring + talk),
        heldMs,
        speech: { name: '', stepsReached: reached, stepsTotal: 6, fieldsFilled: 0, fieldsTotal: 2 },
      }),
    );
  fc.assert(
    fc.property(anyRun, anyMs, (run, more) => {
      const note = noteOf(playRunSchema.parse(run));
      expect(note).toBeGreaterThanOrEqual(0);
      expect(note).toBeLessThanOrEqual(5);
      const later = (at: string | null) =>
        at === null ? null : new Date(Date.parse(at) + more).toISOString();
      const worse: Partial<PlayRun>[] = [
        { answeredAt: later(run.answeredAt), endedAt: later(run.endedAt) ?? run.endedAt },
        { heldMs: run.heldMs + more },
        { speech: run.speech === null ? null : { ...run.speech, stepsReached: 0 } },
        { disposition: { given: 'mauvais-numero', expected: ['renseigne'] } },
      ];
      for (const change of worse) expect(noteOf({ ...run, ...change })).toBeLessThanOrEqual(note);
    }),
  );
});

it('[PLAY-8] the report of a series has the mean, each mark and what to work on first', () => {
  const other = '0191c0de-0000-7000-8000-000000000002';
  const runs = [
    aRun({ ending: 'angry', heldMs: 90_000 }),
    aRun({ rolePlayId: other, title: 'Colis perdu', heldMs: 90_000, speech: null }),
  ];
  const report = reportOf(runs, 3.5);
  expect(report).toMatchObject({ note: 3.8, passed: true, heldMs: 180_000, talkMs: 120_000 });
  const shown = report?.aspects.map(({ aspect, good, of }) => `${aspect} ${good}/${of}`);
  expect(shown).toEqual(['answer 2/2', 'hold 0/2', 'speech 1/1', 'disposition 2/2', 'ending 1/2']);
  expect(report?.weakest?.aspect).toBe('hold');
  expect(reportOf(runs, 4)?.passed).toBe(false);
  expect(reportOf([], 4)).toBeNull();
});

it('[PLAY-8] a role-play played again counts as it was played last', () => {
  const report = reportOf([aRun({ ending: 'angry' }), aRun()], 4);
  expect(report).toMatchObject({ note: 5, weakest: null });
  expect(report?.runs).toHaveLength(1);
});
