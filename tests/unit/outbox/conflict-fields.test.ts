import { canKeepBoth, conflictFields } from '@renderer/features/outbox/conflict-fields.ts';
import { expect, it } from 'vitest';
import { heleneBundle } from '../../component/support/helene.ts';

const phone = (e164: string) => [{ e164, label: 'mobile' as const }];
const hub = { ...heleneBundle.customer, phones: phone('+33639985512'), emails: ['b@exemple.fr'] };

it('[UI-26] only what both changed differs; what the hub alone changed is taken over', () => {
  const fields = conflictFields({
    base: { phones: phone('+33639985502'), emails: ['a@exemple.fr'], firstName: 'Hélène' },
    mine: { phones: phone('+33639985521'), emails: ['a@exemple.fr'], firstName: 'Hélène' },
    hub,
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
  expect(canKeepBoth(fields)).toBe(true);
});

it('[UI-26] a single value cannot be kept twice', () => {
  const fields = conflictFields({
    base: { firstName: 'Helene' },
    mine: { firstName: 'Hélene' },
    hub,
  });
  expect(fields[0]?.differs).toBe(true);
  expect(canKeepBoth(fields)).toBe(false);
});
