/**
 * How far two evaluators agree beyond chance: Cohen's weighted kappa with quadratic weights (J. Cohen,
 * « Weighted kappa », Psychological Bulletin 70 (1968) 213–220): 1 is agreement, 0 chance.
 */
import type { Mark } from './grid.ts';

export type MarkedTwice = { readonly one: Mark; readonly other: Mark };
const most = 3;

/** In words, as J. R. Landis and G. G. Koch divide it (Biometrics 33 (1977) 159–174). */
export const agreementWords = ['worse', 'slight', 'fair', 'moderate', 'good', 'excellent'] as const;
export type AgreementWord = (typeof agreementWords)[number];
const upTo = [0, 0.2, 0.4, 0.6, 0.8] as const;

export const agreementWord = (kappa: number): AgreementWord =>
  agreementWords[upTo.filter((limit) => kappa > limit).length] ?? 'excellent';

/** Null where both gave all the same mark, or nothing was marked twice: chance alone would agree. */
export const agreementOf = (pairs: readonly MarkedTwice[]): number | null => {
  const distance = (one: number, other: number) => (one - other) ** 2 / most ** 2;
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  if (pairs.length === 0) return null;
  const observed = mean(pairs.map(({ one, other }) => distance(one, other)));
  const expected = mean(pairs.flatMap(({ one }) => pairs.map(({ other }) => distance(one, other))));
  return expected === 0 ? null : 1 - observed / expected;
};
