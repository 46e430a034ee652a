import { createHmac } from 'node:crypto';
import { partOfCall } from '@shared/domain/recording/call-part.ts';
import {
  callParts,
  type RecordableCall,
  reasonsNotToRecord,
  shallRecord,
} from '@shared/domain/recording/decide.ts';
import { chanceOf, expectedRestOf, isDrawn, unitOf } from '@shared/domain/recording/draw.ts';
import {
  largestSample,
  longestAnalysisDays,
  longestAudioDays,
  noRecording,
  type RecordingRules,
  recordingRulesSchema,
} from '@shared/domain/recording/purpose.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const allOn: RecordingRules = {
  evaluation: { ...noRecording.evaluation, on: true },
  contract: { ...noRecording.contract, on: true },
  complaint: { ...noRecording.complaint, on: true, basis: 'décision de la marque du 4 mai' },
};
const drawn = { month: '2026-11', unit: 0.1, chance: 0.2, perMonth: 3, drawn: 0, expectedRest: 15 };
const call: RecordableCall = {
  rules: allOn,
  part: 'talk',
  training: false,
  speechAllows: true,
  opposed: false,
  objected: false,
  restricted: false,
  possible: true,
  draw: drawn,
};

const anyRules = fc.record({
  evaluation: fc.record({
    on: fc.boolean(),
    audioDays: fc.integer({ min: 1, max: longestAudioDays }),
    analysisDays: fc.integer({ min: 1, max: longestAnalysisDays }),
    perMonth: fc.integer({ min: 1, max: largestSample }),
  }),
  contract: fc.record({
    on: fc.boolean(),
    audioDays: fc.integer({ min: 1, max: longestAudioDays }),
    analysisDays: fc.integer({ min: 1, max: longestAnalysisDays }),
  }),
  complaint: fc.constant(allOn.complaint),
});
const anyCall = fc.record<RecordableCall>({
  rules: anyRules,
  part: fc.constantFrom(...callParts),
  training: fc.boolean(),
  speechAllows: fc.boolean(),
  opposed: fc.boolean(),
  objected: fc.boolean(),
  restricted: fc.boolean(),
  possible: fc.boolean(),
  draw: fc.option(
    fc.record({
      month: fc.constant('2026-11'),
      unit: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      chance: fc.double({ min: 0, max: 1, noNaN: true }),
      perMonth: fc.integer({ min: 1, max: largestSample }),
      drawn: fc.nat(largestSample),
      expectedRest: fc.integer({ min: 1, max: 2000 }),
    }),
  ),
});

describe('what a call is recorded for', () => {
  it('[REC-1] nothing is recorded by default', () => {
    expect(recordingRulesSchema.safeParse(noRecording).success).toBe(true);
    for (const part of callParts)
      expect(shallRecord({ ...call, rules: noRecording, part }).record).toBe(false);
  });

  it.each([
    ['evaluation', 'audioDays', 182],
    ['contract', 'audioDays', 182],
    ['complaint', 'audioDays', 182],
    ['evaluation', 'analysisDays', 366],
    ['contract', 'analysisDays', 366],
    ['evaluation', 'perMonth', 11],
  ] as const)('[REC-1] %s: %s of %i is refused with its source', (purpose, field, value) => {
    const rules = { ...allOn, [purpose]: { ...allOn[purpose], [field]: value } };
    const parsed = recordingRulesSchema.safeParse(rules);
    expect(parsed.error?.issues[0]?.path).toEqual([purpose, field]);
    expect(parsed.error?.issues[0]?.message).toContain('CNIL');
  });

  it('[REC-1] a complaint is recorded only where it is said what allows it', () => {
    const rules = { ...allOn, complaint: { ...allOn.complaint, basis: ' ' } };
    expect(recordingRulesSchema.safeParse(rules).error?.issues[0]?.path).toEqual([
      'complaint',
      'basis',
    ]);
  });

  it('[REC-3] whatever the rules, who objected, is opposed or restricted, or plays, is never recorded', () => {
    fc.assert(
      fc.property(anyCall, (one) => {
        const decided = shallRecord(one);
        const mayNot =
          one.training || one.objected || one.opposed || one.restricted || !one.possible;
        if (mayNot) expect(decided.record).toBe(false);
        if (!decided.record) {
          expect(reasonsNotToRecord).toContain(decided.because);
          return;
        }
        expect(one.rules[decided.purpose].on).toBe(true);
        // The sample is of talks, a contract's proof never of what came before it.
        expect(decided.purpose).toBe(one.part === 'talk' ? 'evaluation' : one.part);
        if (decided.purpose === 'evaluation')
          expect(one.speechAllows && one.draw !== null && isDrawn(one.draw)).toBe(true);
      }),
    );
  });

  it.each([
    [{ training: true }, 'training'],
    [{ opposed: true }, 'opposed'],
    [{ objected: true, opposed: true }, 'objected'],
    [{ restricted: true }, 'restricted'],
    [{ possible: false }, 'not-possible'],
    [{ speechAllows: false }, 'speech'],
    [{ draw: null }, 'off'],
    [{ draw: { ...drawn, chance: 0 } }, 'sample-full'],
    [{ draw: { ...drawn, unit: 0.2 } }, 'not-drawn'],
  ] as const)('[REC-3] %o is not recorded, because: %s', (change, because) => {
    expect(shallRecord({ ...call, ...change })).toEqual({ record: false, because });
  });
});

describe('the sample', () => {
  const digest = (text: string) => createHmac('sha256', 'key').update(text).digest('hex');

  it('[REC-2] a month of calls brings the sample, never more, spread over the month', () => {
    const perMonth = 3;
    const months = 400;
    const calls = 200;
    let all = 0;
    let early = 0;
    for (let month = 0; month < months; month += 1) {
      let drawnSoFar = 0;
      for (let at = 0; at < calls; at += 1) {
        const chance = chanceOf({ perMonth, drawn: drawnSoFar, expectedRest: calls - at });
        if (!isDrawn({ unit: unitOf(digest(`${month} ${at}`)), chance })) continue;
        drawnSoFar += 1;
        if (at < calls / 2) early += 1;
      }
      expect(drawnSoFar).toBeLessThanOrEqual(perMonth);
      all += drawnSoFar;
    }
    expect(all / months).toBeGreaterThan(2.9);
    expect(early / all).toBeGreaterThan(0.42);
    expect(early / all).toBeLessThan(0.58);
  });

  it('[REC-2] the number of a call lies evenly between 0 and 1', () => {
    const units = Array.from({ length: 4000 }, (_, at) => unitOf(digest(String(at))));
    expect(Math.min(...units)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...units)).toBeLessThan(1);
    const mean = units.reduce((sum, unit) => sum + unit, 0) / units.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.02);
  });

  it('[REC-2] without days to go by she is taken to have as many calls as usual', () => {
    expect(expectedRestOf(null, 10)).toBe(400);
    expect(expectedRestOf(12, 5)).toBe(60);
    expect(expectedRestOf(0, 0)).toBe(1);
    expect(chanceOf({ perMonth: 3, drawn: 3, expectedRest: 1 })).toBe(0);
    expect(chanceOf({ perMonth: 3, drawn: 1, expectedRest: 1 })).toBe(1);
  });
});

describe('the part of a call', () => {
  const step = (id: string, more: object) => ({ id, title: id, text: id, ...more });
  const script = {
    steps: [
      step('hello', {}),
      step('terms', { passages: ['confirmation'] }),
      step('sold', { action: { type: 'open-case', kind: 'order', title: 'x', detail: '' } }),
      step('bad', { action: { type: 'open-case', kind: 'complaint', title: 'x', detail: '' } }),
    ] as never,
  };

  it.each([
    [['hello'], 'talk'],
    [['hello', 'terms'], 'contract'],
    [['terms', 'hello'], 'contract'],
    [['hello', 'sold'], 'contract'],
    [['bad'], 'complaint'],
    [['bad', 'terms'], 'contract'],
    [[], 'talk'],
  ] as const)('[REC-5] after the steps %o it is the part: %s', (steps, part) => {
    expect(partOfCall(script, [...steps])).toBe(part);
  });

  it('[REC-5] a call without a speech is a talk', () => {
    expect(partOfCall(null, ['terms'])).toBe('talk');
  });
});
