import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import { satisfactionSchema } from '@shared/domain/survey/satisfaction-answer.ts';
import { satisfactionByContact, surveyedContact } from '@shared/domain/survey/surveyed-contact.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { interaction } from '../../component/support/helene.ts';
import { id } from '../../component/support/organisation.ts';

const camille = id(41);
const day = (count: number) => new Date(Date.UTC(2026, 10, 1) + count * 86_400_000).toISOString();
const contact = (at: number, change: Partial<Interaction> = {}) =>
  interaction({
    channel: 'phone',
    startedAt: day(at),
    advisorId: camille,
    outcome: 'answered',
    ...change,
  });
const answer = (at: number, about?: object, score = 4) =>
  interaction({
    channel: 'sms',
    startedAt: day(at),
    satisfaction: satisfactionSchema.parse({ score, scale: { min: 1, max: 5 }, about }),
  });

it('[MEASURE-14] a survey is about the last contact that an advisor had with her within seven days before it', () => {
  const asked = answer(9);
  const first = contact(3);
  const last = contact(5);
  const others = [
    contact(1.9),
    contact(9.5),
    contact(8, { advisorId: null }),
    contact(8, { outcome: 'missed' }),
    contact(8, { brandId: 'solvenne' }),
    contact(8, {
      satisfaction: satisfactionSchema.parse({ score: 1, scale: { min: 0, max: 10 } }),
    }),
  ];
  expect(surveyedContact([first, ...others, last, asked], asked)).toBe(last);
  expect(surveyedContact([first, ...others, asked], asked)).toBe(first);
  expect(surveyedContact([...others, asked], asked)).toBeNull();
});

it('[MEASURE-14] a survey is about the contact that it names, by its id or the switch’s name of the call', () => {
  const named = contact(1, { call: { callUid: 'pbx-7' } as Interaction['call'] });
  const all = [named, contact(8)];
  expect(surveyedContact(all, answer(30, { interactionId: named.id }))).toBe(named);
  expect(surveyedContact(all, answer(30, { callUid: 'pbx-7' }))).toBe(named);
  expect(surveyedContact(all, answer(9, { callUid: 'pbx-8' }))).toBeNull();
});

it('[MEASURE-15] of several answers about one contact the last one counts, in whatever order they are known', () => {
  const [one, two] = [contact(1), contact(4)];
  const answers = [
    answer(2, undefined, 1),
    answer(5, { interactionId: one.id }, 5),
    answer(6),
    answer(7),
  ];
  const all = [one, two, ...answers];
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      const counted = satisfactionByContact(shuffled);
      expect(counted.get(one.id)).toBe(answers[1]);
      expect(counted.get(two.id)).toBe(answers[3]);
      expect(counted.size).toBe(2);
    }),
  );
});

it('[MEASURE-13] a score outside its scale is refused at its field', () => {
  const wrong = (given: object) =>
    satisfactionSchema.safeParse(given).error?.issues.map(({ path }) => path.join('.'));
  expect(wrong({ score: 11, scale: { min: 0, max: 10 } })).toEqual(['score']);
  expect(wrong({ score: 3, scale: { min: 5, max: 5 } })).toContain('scale.max');
  const twice = { interactionId: id(1), callUid: 'x' };
  expect(wrong({ score: 3, scale: { min: 1, max: 5 }, about: twice })).toEqual(['about']);
});
