import { formOf, withNumber } from '@renderer/features/training/draft.ts';
import { expect, it } from 'vitest';

const number = (brandId: string, e164: string) => ({ brandId, e164 }) as never;

it('[PLAY-24] a form that was opened before the brand’s numbers were there has the first of them', () => {
  const early = formOf(null, 'kerdoual', []);
  expect(early.brandNumber).toBe('');
  const numbers = [number('solvenne', '+33199005220'), number('kerdoual', '+33199004110')];
  expect(withNumber(early, numbers).brandNumber).toBe('+33199004110');
  const chosen = { ...early, brandNumber: '+33199004111' };
  expect(withNumber(chosen, numbers)).toBe(chosen);
  expect(withNumber(early, [])).toBe(early);
});
