/** What is done on the canvas: ways drawn from their ends, steps put where somebody wants them. */
import { draftSchema } from '@shared/contracts/http/scripts.ts';
import { differenceOf } from '@shared/domain/script/difference/difference.ts';
import { removeStep } from '@shared/domain/script/editing/edits.ts';
import { changed, startHistory, undone } from '@shared/domain/script/editing/history.ts';
import {
  arrangeAgain,
  placeStep,
  sameWords,
  withoutPlaces,
} from '@shared/domain/script/editing/places.ts';
import { leadEnd, wayEndsOf } from '@shared/domain/script/editing/way-ends.ts';
import { readSpeechFile, writeSpeechFile } from '@shared/domain/script/exchange/speech-file.ts';
import { parseExpression } from '@shared/domain/script/expression/parse.ts';
import { type Script, scriptSchema } from '@shared/domain/script/script.ts';
import { type Step, stepSchema } from '@shared/domain/script/step.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complaint } from '../../../component/support/speeches.ts';
import { aSpeech, end, step } from '../checks/a-speech.ts';

const consent = {
  id: 'ok',
  label: 'Vos données',
  type: 'consent',
  consent: { channel: 'email', purpose: 'News', wording: { default: 'D’accord ?' } },
};
const asks: Step = stepSchema.parse({
  id: 'asks',
  kind: 'ask',
  title: 'Demande',
  text: { default: 'x' },
  choices: [
    { id: 'a', label: 'A', next: 'bye' },
    { id: 'b', label: 'B' },
  ],
  fields: [consent, { id: 'vu', label: 'Déjà vu', type: 'yes-no' }],
  routes: [{ if: 'customer.vip', next: 'bye' }],
});
const moves = step('moves', { kind: 'do', action: { type: 'transfer', to: 'sav', why: '' } });
const script = aSpeech({ firstStep: 'asks', steps: [asks, moves, step('other'), end('bye')] });
const endsIn = (now: Script, id = 'asks') =>
  wayEndsOf(now.steps.find((one) => one.id === id) ?? asks).map(
    (one) => `${one.id}:${one.kind}>${one.to ?? ''}`,
  );
const led = (endId: string, to: string | null, now = script, stepId = 'asks') =>
  leadEnd(now, { stepId, end: endId }, to);

describe('the ends of ways', () => {
  it('[EDIT-35] each thing that can be meant has one of its own, an end of the call has none', () => {
    expect(endsIn(script)).toEqual([
      'choices.0:answer>bye',
      'choices.1:answer>',
      'yes.ok:yes>',
      'no.ok:no>',
      'yes.vu:yes>',
      'no.vu:no>',
      'routes.0:condition>bye',
      'next:next>',
    ]);
    expect(endsIn(script, 'moves')).toEqual(['next:failure>']);
    expect(endsIn(script, 'bye')).toEqual([]);
  });

  it('[EDIT-35] what is drawn from one leads that way, and no other', () => {
    for (const id of wayEndsOf(asks).map((one) => one.id)) {
      const before = endsIn(script);
      const after = endsIn(led(id, 'other'));
      const at = wayEndsOf(asks).findIndex((one) => one.id === id);
      expect(after[at]).toMatch(/>other$/);
      expect(after.filter((_, one) => one !== at)).toEqual(before.filter((_, one) => one !== at));
    }
  });

  it('[EDIT-35] the yes and the no of a question become conditions that can be read', () => {
    const [, yes, no] = led('no.ok', 'bye', led('yes.ok', 'other')).steps[0]?.routes ?? [];
    expect([yes, no]).toEqual([
      { if: 'answer.asks.ok = "yes"', next: 'other' },
      { if: 'answer.asks.ok = "no"', next: 'bye' },
    ]);
    expect(led('no.vu', 'bye').steps[0]?.routes.at(-1)?.if).toBe('not answer.asks.vu');
    for (const route of [yes, no]) expect(parseExpression(route?.if ?? '').tree).toBeDefined();
  });

  it('[EDIT-36] a way is led elsewhere, taken away, and comes back by undo', () => {
    expect(endsIn(led('choices.0', 'other'))[0]).toBe('choices.0:answer>other');
    expect(endsIn(led('choices.0', null))[0]).toBe('choices.0:answer>');
    const less = led('routes.0', null);
    expect(less.steps[0]?.routes).toEqual([]);
    expect(scriptSchema.safeParse(less).success).toBe(true);
    const history = changed(startHistory(script), less, { place: null, atMs: 1 });
    expect(undone(history).now).toBe(script);
  });

  it('[EDIT-36] a step never leads to itself or to one that is not there', () => {
    expect(led('next', 'asks')).toBe(script);
    expect(led('next', 'nowhere')).toBe(script);
    expect(led('choices.7', 'bye')).toBe(script);
    expect(led('yes.ok', null)).toBe(script);
  });

  it('[EDIT-36] whatever is drawn and taken away, it stays a speech', () => {
    const deed = fc.record({
      step: fc.constantFrom('asks', 'moves', 'other', 'bye'),
      end: fc.nat(9),
      to: fc.constantFrom('asks', 'moves', 'other', 'bye', null),
    });
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 30 }), (deeds) => {
        let now = script;
        for (const { step: id, end: at, to } of deeds) {
          const from = now.steps.find((one) => one.id === id);
          const chosen = from === undefined ? undefined : wayEndsOf(from)[at];
          if (chosen !== undefined) now = leadEnd(now, { stepId: id, end: chosen.id }, to);
        }
        expect(scriptSchema.safeParse(now).success).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe('where steps stand', () => {
  const put = placeStep(placeStep(complaint, 'sav', { x: 10.4, y: -20 }), 'rappel', { x: 1, y: 2 });

  it('[EDIT-33] one that was put somewhere is there in the draft, the file and the next version', () => {
    expect(put.places).toEqual({ sav: { x: 10, y: -20 }, rappel: { x: 1, y: 2 } });
    const { id: _i, version: _v, publishedAt: _p, ...draft } = put;
    expect(draftSchema.parse(draft).places).toEqual(put.places);
    expect(readSpeechFile(writeSpeechFile(put)).content?.places).toEqual(put.places);
    expect(arrangeAgain(put)).toEqual(complaint);
    expect(removeStep(put, 'sav').places).toEqual({ rappel: { x: 1, y: 2 } });
    expect(placeStep(put, 'sav', { x: 10, y: -20 })).toBe(put);
  });

  it('[EDIT-34] it is no difference, and no other words, in whatever order the fields come', () => {
    expect(differenceOf(complaint, put)).toEqual([]);
    const { name, ...rest } = put;
    expect(sameWords(complaint, { ...rest, name })).toBe(true);
    expect(sameWords(complaint, { ...put, name: `${name}.` })).toBe(false);
    expect(withoutPlaces(put)).toEqual(complaint);
  });
});
