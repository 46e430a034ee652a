import { interactionOf, newWork } from '@renderer/engine/work/new-work.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import { effectsOf } from '@shared/domain/script/effects.ts';
import { handedSpeech } from '@shared/domain/script/handed-speech.ts';
import { keepField, startSpeech } from '@shared/domain/script/run.ts';
import { describe, expect, it } from 'vitest';
import { madeSpeech } from './made-speech.ts';

const script = madeSpeech([
  {
    id: 'ask',
    fields: [
      { id: 'mail', label: 'E-mail', type: 'email', fills: 'customer.email' },
      { id: 'wish', label: 'Souhait', type: 'text', fills: 'note' },
    ],
    action: { type: 'disposition', code: 'x' },
  },
]);
const record = {
  ...keepField(script, startSpeech(script), 'mail', 'a@exemple.fr'),
  done: { ask: '2026-11-28T09:58:00.000Z' },
};
const made = interactionOf(
  newWork({
    id: 'other',
    brandId: 'kerdoual',
    direction: 'inbound',
    number: '+33639984117',
    numberDisplay: '',
    calledLabel: null,
    callbackId: null,
    startedAt: '2026-11-28T09:50:00.000Z',
    training: false,
    facts: { callUid: null, numberHidden: false, calledNumber: null, queue: null },
  }),
  'camille',
);
const call = (
  rest: Partial<Interaction>,
  facts: Partial<NonNullable<Interaction['call']>> = {},
): Interaction => ({
  ...made,
  endedAt: '2026-11-28T10:00:00.000Z',
  speech: record,
  ...rest,
  call: made.call && { ...made.call, transferredTo: 'Nora', ...facts },
});
const here = { id: 'here', brandId: 'kerdoual', startedAt: '2026-11-28T10:00:20.000Z' };

describe('a call that goes on from another', () => {
  it('[SPEECH-30] a transferred call goes on at the step of the colleague, with her answers', () => {
    expect(handedSpeech([call({})], here)).toMatchObject({
      cause: 'handed-over',
      record: { stepId: 'ask', fields: { 'ask.mail': 'a@exemple.fr' } },
    });
    expect(
      handedSpeech([call({ speech: { ...record, objections: ['x'], trace: [] } })], here),
    ).toMatchObject({
      record: { objections: [] },
    });
  });

  it('[SPEECH-30] one asked before the other ended is one handed over, too', () => {
    const asked = { ...here, startedAt: '2026-11-28T09:58:30.000Z' };
    expect(handedSpeech([call({})], asked)?.cause).toBe('handed-over');
  });

  it('[SPEECH-31] so does the next call after one that the line broke off', () => {
    const broken = call({}, { transferredTo: null, endedBy: 'network' });
    expect(handedSpeech([broken], here)?.cause).toBe('broken-off');
    expect(handedSpeech([call({}, { transferredTo: null, endedBy: 'customer' })], here)).toBeNull();
  });

  it.each([
    ['of another brand', call({ brandId: 'solvenne' })],
    ['of an hour ago', call({ endedAt: '2026-11-28T09:00:00.000Z' })],
    ['without a speech', call({ speech: null })],
    ['whose speech was only shown', call({ speech: startSpeech(script) })],
    ['of practice', call({}, { training: true })],
    ['that began later', call({ startedAt: '2026-11-28T10:00:30.000Z' })],
    ['that is this one', call({ id: 'here' })],
  ])('[SPEECH-30] not from one %s', (_, other) => {
    expect(handedSpeech([other], here)).toBeNull();
  });

  it('[SPEECH-30] not when the customer had another call since', () => {
    const since = call(
      { id: 'since', startedAt: '2026-11-28T10:00:02.000Z', endedAt: '2026-11-28T10:00:10.000Z' },
      { transferredTo: null, endedBy: 'customer' },
    );
    expect(handedSpeech([call({}), since], here)).toBeNull();
  });

  it('[SPEECH-30] of several the latest', () => {
    const older = call({ id: 'older', endedAt: '2026-11-28T09:55:00.000Z' });
    const newer = call({ id: 'newer' });
    expect(handedSpeech([newer, older], here)?.interaction.id).toBe('newer');
    expect(handedSpeech([older, newer], here)?.interaction.id).toBe('newer');
  });

  it('[SPEECH-32] what the colleague’s call has filled is not filled again, what is new is', () => {
    const handed = handedSpeech([call({})], here);
    if (handed === null) throw new Error('it goes on');
    expect(effectsOf(script, handed.record)).toMatchObject({ fills: [], actions: [] });
    const more = keepField(script, handed.record, 'wish', 'le soir');
    const corrected = keepField(script, more, 'mail', 'b@exemple.fr');
    expect(effectsOf(script, corrected).fills.map(({ value }) => value)).toEqual([
      'b@exemple.fr',
      'le soir',
    ]);
  });
});
