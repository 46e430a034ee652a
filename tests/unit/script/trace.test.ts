import { advanceSpeech, goBack, jumpTo, startSpeech } from '@shared/domain/script/run.ts';
import {
  isUnsaid,
  keepAsked,
  metObjection,
  type Scene,
  settleObjection,
  skippedPassages,
  toggleUnsaid,
  traced,
} from '@shared/domain/script/trace.ts';
import { describe, expect, it } from 'vitest';
import { madeSpeech } from './made-speech.ts';

const script = madeSpeech([
  { id: 'hello', passages: ['opening', 'identity'], next: 'aim' },
  { id: 'aim', passages: ['commercial-nature'], next: 'end' },
  { id: 'end', passages: ['confirmation'] },
]);
const at = (minute: number): Scene => ({
  script,
  at: `2026-11-28T10:0${minute}:00.000Z`,
  beganAt: '2026-11-28T10:00:00.000Z',
  wordsOf: (step) => `words of ${step.id}`,
});
const start = startSpeech(script);
const onward = (record: typeof start, minute: number) =>
  traced(record, advanceSpeech(script, record, {}), at(minute), 'onward');

describe('what became of each step', () => {
  it('[SCRIPT-10] when she came and went, and the words that stood there', () => {
    const record = onward(onward(start, 1), 2);
    expect(record.trace).toEqual([
      {
        stepId: 'hello',
        at: '2026-11-28T10:00:00.000Z',
        leftAt: '2026-11-28T10:01:00.000Z',
        words: 'words of hello',
        said: 'yes',
      },
      {
        stepId: 'aim',
        at: '2026-11-28T10:01:00.000Z',
        leftAt: '2026-11-28T10:02:00.000Z',
        words: 'words of aim',
        said: 'yes',
      },
      { stepId: 'end', at: '2026-11-28T10:02:00.000Z', words: 'words of end' },
    ]);
  });

  it('[SCRIPT-10] what changes nothing leaves no trace', () => {
    expect(traced(start, start, at(1), 'onward')).toBe(start);
  });

  it('[SCRIPT-11] going back or jumping claims nothing of the passage that was left', () => {
    const jumped = traced(start, jumpTo(script, start, 'end'), at(1), 'aside');
    expect(jumped.trace?.[0]?.said).toBeUndefined();
    const back = traced(jumped, goBack(jumped), at(2), 'aside');
    expect(back.trace?.map(({ said }) => said)).toEqual([undefined, undefined, undefined]);
  });

  it('[SCRIPT-11] she can say that it was not said, and take that back', () => {
    const unsaid = toggleUnsaid(start, at(0));
    expect(isUnsaid(unsaid)).toBe(true);
    expect(onward(unsaid, 1).trace?.[0]?.said).toBe('no');
    expect(isUnsaid(toggleUnsaid(unsaid, at(0)))).toBe(false);
  });

  it('[SCRIPT-12] the passages that a call owed and nobody said are named', () => {
    expect(skippedPassages(script, start)).toEqual(['opening', 'identity', 'commercial-nature']);
    expect(skippedPassages(script, onward(start, 1))).toEqual(['commercial-nature']);
    const all = onward(onward(start, 1), 2);
    // The confirmation stands before her, and is not said yet.
    expect(skippedPassages(script, all)).toEqual(['confirmation']);
    expect(skippedPassages(script, onward(toggleUnsaid(onward(start, 1), at(1)), 2))).toEqual([
      'commercial-nature',
      'confirmation',
    ]);
  });

  it('[SCRIPT-13] a consent is kept with the words, the moment and the language of its question', () => {
    const asked = { words: 'Voulez-vous ?', at: at(3).at, language: 'fr' } as const;
    expect(keepAsked(start, 'a.ok', asked).asked).toEqual({ 'a.ok': asked });
  });

  it('[SCRIPT-19] an objection is kept with where it was met and whether the answer convinced', () => {
    const met = metObjection(metObjection(start, 'price', at(1).at), 'price', at(2).at);
    expect(settleObjection(met, 'price', true).met).toEqual([
      { id: 'price', at: at(1).at, stepId: 'hello' },
      { id: 'price', at: at(2).at, stepId: 'hello', overcome: true },
    ]);
    expect(settleObjection(start, 'price', true)).toBe(start);
  });
});
