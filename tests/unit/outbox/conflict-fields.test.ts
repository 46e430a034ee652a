import { choicesFor, nextField, stepBack } from '@renderer/features/outbox/conflict-answers.ts';
import { conflictFields } from '@renderer/features/outbox/conflict-fields.ts';
import { expect, it } from 'vitest';
import { heleneBundle } from '../../component/support/helene.ts';

const phone = (e164: string) => [{ e164, label: 'mobile' as const }];
const hub = { ...heleneBundle.customer, phones: phone('+33639985512'), emails: ['b@exemple.fr'] };

it('[UI-26] only what both changed differs; what the hub alone changed is taken over', () => {
  const fields = conflictFields({
    base: { phones: phone('+33639985502'), emails: ['a@exemple.fr'], firstName: 'Hélène' },
    mine: { phones: phone('+33639985521'), emails: ['a@exemple.fr'], firstName: 'Hélène' },
    hub,
    others: [],
  });
  expect(fields.map(({ name, differs, taken }) => [name, differs, taken])).toEqual([
    ['phones', true, false],
    ['emails', false, true],
    ['firstName', false, false],
  ]);
  expect(fields[0]).toMatchObject({
    before: '06 39 98 55 02',
    mine: '06 39 98 55 21',
    hub: '06 39 98 55 12',
  });
  expect(choicesFor({ name: 'phones' })).toEqual(['mine', 'hub', 'both']);
});

it('[UI-26] a single value cannot be kept twice', () => {
  const fields = conflictFields({
    base: { firstName: 'Helene' },
    mine: { firstName: 'Hélene' },
    hub,
    others: [],
  });
  expect(fields[0]?.differs).toBe(true);
  expect(choicesFor({ name: 'firstName' })).toEqual(['mine', 'hub']);
});

it('[SETTLE-3] only what differs is asked, in order, and the last answer can be taken back', () => {
  const fields = conflictFields({
    base: { firstName: 'Helene', emails: [], phones: phone('+33639985502') },
    mine: { firstName: 'Hélene', emails: [], phones: phone('+33639985521') },
    hub,
    others: [],
  });
  expect(nextField(fields, {})).toBe(0);
  expect(nextField(fields, { firstName: 'hub' })).toBe(2);
  const all = { firstName: 'hub', phones: 'both' } as const;
  expect(nextField(fields, all)).toBe(-1);
  expect(stepBack(fields, all)).toEqual({ firstName: 'hub' });
  expect(stepBack(fields, {})).toEqual({});
});
