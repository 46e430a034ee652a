import { environmentOf } from '@shared/domain/script/answers.ts';
import type { Facts } from '@shared/domain/script/facts.ts';
import {
  advanceSpeech,
  canAdvance,
  chooseAnswer,
  currentStep,
  goBack,
  keepField,
  raiseObjection,
  resumeSpeech,
  speechPosition,
  startSpeech,
} from '@shared/domain/script/run.ts';
import { type Script, scriptSchema } from '@shared/domain/script/script.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const script: Script = scriptSchema.parse({
  id: 'demo',
  version: 2,
  brandId: 'kerdoual',
  name: 'Démonstration',
  locale: 'fr',
  direction: 'inbound',
  reasonCodes: [],
  publishedAt: '2026-10-01T08:00:00.000Z',
  opening: { default: 'Bonjour.' },
  openingUnknown: { default: 'Bonjour.' },
  firstStep: 'start',
  steps: [
    {
      id: 'start',
      title: 'Début',
      text: { default: '.' },
      choices: [
        { id: 'yes', label: 'Oui', next: 'middle' },
        { id: 'no', label: 'Non' },
      ],
      routes: [{ if: 'customer.vip', next: 'vip' }],
      next: 'end',
    },
    {
      id: 'middle',
      title: 'Milieu',
      text: { default: '.' },
      fields: [{ id: 'amount', label: 'Montant', type: 'amount' }],
      routes: [{ if: 'answer.middle.amount is known', next: 'end' }],
    },
    { id: 'vip', title: 'VIP', text: { default: '.' }, next: 'start' },
    { id: 'end', title: 'Fin', text: { default: '.' } },
  ],
  objections: [{ id: 'price', label: 'Trop cher', answer: { default: '.' } }],
});

it('[REC-23] what is typed of a card is no answer, and no route can ask of it', () => {
  const steps = script.steps.map((step) => ({
    ...step,
    fields: [{ id: 'card', label: 'Carte', type: 'payment' as const }],
  }));
  const asking = { ...script, steps };
  const record = startSpeech(asking);
  expect(keepField(asking, record, 'card', '4970101234567897')).toEqual(record);
  expect([...environmentOf(asking).keys()]).not.toContain('answer.start.card');
});

describe('the walk through a speech', () => {
  it('[SPEECH-5] the chosen answer leads on, and is kept', () => {
    const record = chooseAnswer(script, startSpeech(script), 'yes', {});
    expect(record).toMatchObject({ stepId: 'middle', path: ['start'], choices: { start: 'yes' } });
  });

  it('[SPEECH-5] an answer that leads nowhere follows the step', () => {
    expect(chooseAnswer(script, startSpeech(script), 'no', {}).stepId).toBe('end');
  });

  it('[SPEECH-5] a branch whose conditions hold wins over the answer', () => {
    expect(chooseAnswer(script, startSpeech(script), 'yes', { 'customer.vip': true }).stepId).toBe(
      'vip',
    );
  });

  it('[SPEECH-5] a condition may ask for a kept field', () => {
    const there = chooseAnswer(script, startSpeech(script), 'yes', {});
    expect(canAdvance(script, there, {})).toBe(false);
    const noted = keepField(script, there, 'amount', '120');
    expect(advanceSpeech(script, noted, {}).stepId).toBe('end');
  });

  it('[SPEECH-6] going back keeps the answers, at the first step it stays', () => {
    const there = keepField(
      script,
      chooseAnswer(script, startSpeech(script), 'yes', {}),
      'amount',
      '120',
    );
    const back = goBack(there);
    expect(back).toMatchObject({
      stepId: 'start',
      path: [],
      choices: { start: 'yes' },
      fields: { 'middle.amount': '120' },
    });
    expect(goBack(back)).toBe(back);
  });

  it('[SPEECH-7] a record of this version goes on, one of another version starts anew', () => {
    const kept = chooseAnswer(script, startSpeech(script), 'yes', {});
    expect(resumeSpeech(script, kept)).toBe(kept);
    expect(resumeSpeech(script, { ...kept, version: 1 })).toEqual(startSpeech(script));
    expect(resumeSpeech(script, { ...kept, stepId: 'gone' })).toEqual(startSpeech(script));
    expect(resumeSpeech(script, null)).toEqual(startSpeech(script));
  });

  it('[SPEECH-13] a field is kept under its step, and forgotten when it is emptied', () => {
    const there = chooseAnswer(script, startSpeech(script), 'yes', {});
    const noted = keepField(script, there, 'amount', '1');
    expect(noted.fields).toEqual({ 'middle.amount': '1' });
    expect(keepField(script, noted, 'amount', '').fields).toEqual({});
    expect(keepField(script, noted, 'unknown', 'x')).toBe(noted);
  });

  it('[SPEECH-12] an objection is kept and the step stays', () => {
    const start = startSpeech(script);
    expect(raiseObjection(script, start, 'price')).toMatchObject({
      stepId: 'start',
      objections: ['price'],
    });
    expect(raiseObjection(script, start, 'unknown')).toBe(start);
  });

  it('[SPEECH-8] whatever is pressed, the walk stays inside and its position inside its length', () => {
    const press = fc.oneof(
      fc.constantFrom('yes', 'no', 'other').map((id) => ({ type: 'choose' as const, id })),
      fc.constant({ type: 'advance' as const, id: '' }),
      fc.constant({ type: 'back' as const, id: '' }),
      fc.string().map((id) => ({ type: 'field' as const, id })),
    );
    const facts: Facts = {};
    fc.assert(
      fc.property(fc.array(press, { maxLength: 60 }), fc.boolean(), (presses, vip) => {
        const known = vip ? { 'customer.vip': true } : facts;
        let record = startSpeech(script);
        for (const { type, id } of presses) {
          if (type === 'choose') record = chooseAnswer(script, record, id, known);
          else if (type === 'advance') record = advanceSpeech(script, record, known);
          else if (type === 'back') record = goBack(record);
          else record = keepField(script, record, 'amount', id);
          expect(script.steps.map((step) => step.id)).toContain(record.stepId);
          expect(currentStep(script, record).id).toBe(record.stepId);
          const { position, total } = speechPosition(script, record);
          expect(position).toBeGreaterThanOrEqual(1);
          expect(position).toBeLessThanOrEqual(total);
        }
      }),
    );
  });

  it('[SPEECH-14] the position counts the steps behind, the total the likeliest way', () => {
    expect(speechPosition(script, startSpeech(script))).toEqual({ position: 1, total: 2 });
    const there = chooseAnswer(script, startSpeech(script), 'yes', {});
    expect(speechPosition(script, there)).toEqual({ position: 2, total: 3 });
  });
});
