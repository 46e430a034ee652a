import { openingText, readOpenings } from '@renderer/platform/i18n/opening-text.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

it('[ADMIN-21] what is shown is read again as it was, and any text is read or refused', () => {
  const edges = fc.uniqueArray(fc.integer({ min: 0, max: 1_440 }), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(edges, (minutes) => {
      const sorted = [...minutes].sort((a, b) => a - b);
      const openings = sorted.flatMap((from, at) => {
        const to = sorted[at + 1];
        return at % 2 === 0 && to !== undefined ? [{ weekday: 3, from, to }] : [];
      });
      expect(readOpenings(openingText(openings, 3), 3)).toEqual(openings);
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => readOpenings(text, 1) !== undefined));
  expect(readOpenings('', 1)).toEqual([]);
  for (const wrong of ['9', '12-9', '09:70-10:00', '09:00-25:00', '9-12, 11-13']) {
    expect(readOpenings(wrong, 1), wrong).toBeNull();
  }
});
