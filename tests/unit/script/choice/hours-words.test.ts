import { readSpan, writeSpan } from '@shared/domain/script/choice/hours-words.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

it.each([
  ['lun-ven 9:00-18:00', { weekdays: [1, 2, 3, 4, 5], from: 540, to: 1080 }],
  ['samedi 10h-12h30', { weekdays: [6], from: 600, to: 750 }],
  ['sat - mon 8-24', { weekdays: [1, 6, 7], from: 480, to: 1440 }],
])('[EDIT-32] "%s" is read as hours of the week', (written, span) => {
  expect(readSpan(written)).toEqual(span);
});

it.each(['', 'lun', 'lun 18-9', 'xyz 9-10', 'lun 9:75-10', 'lun 9-25'])(
  '[EDIT-32] "%s" is no hours, and said so',
  (written) => {
    expect(readSpan(written)).toBeNull();
  },
);

it('[EDIT-32] what is written of hours is read as the same hours, in both languages', () => {
  const span = fc
    .record({
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      from: fc.integer({ min: 0, max: 1439 }),
      length: fc.integer({ min: 1, max: 1440 }),
    })
    .map(({ weekdays, from, length }) => ({
      weekdays: weekdays.sort((a, b) => a - b),
      from,
      to: Math.min(1440, from + length),
    }));
  fc.assert(
    fc.property(span, fc.constantFrom('fr' as const, 'en' as const), (one, language) => {
      const read = writeSpan(one, language).map(readSpan);
      expect(read.flatMap((part) => part?.weekdays ?? [])).toEqual(one.weekdays);
      expect(read.every((part) => part?.from === one.from && part.to === one.to)).toBe(true);
    }),
  );
});

it('[EDIT-32] whatever is typed is read or refused, and never fails', () => {
  fc.assert(fc.property(fc.string(), (typed) => void readSpan(typed)));
});
