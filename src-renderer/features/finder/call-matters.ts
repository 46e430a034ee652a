/** What of the call under way answers what is typed: her cases, orders and baskets. Pure. */
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { type Purchase, purchasesToShow } from '@shared/domain/purchase/purchase.ts';
import { fold, wordsOf } from '@shared/domain/search/fold.ts';

export type Matter = {
  readonly id: string;
  readonly kind: 'case' | Purchase['kind'];
  readonly reference: string;
  readonly words: string;
};

export type CallCustomer = {
  readonly bundle: CustomerBundle;
  readonly brandId: string;
};

/** As many as the 360 shows of each. */
const ofEachAtMost = 4;
const leastDigits = 3;

/** Every word typed begins a word of it; a piece of a number is found inside it. */
const answers = (typed: string, { reference, words }: Matter): boolean => {
  const wanted = wordsOf(typed);
  const found = [...wordsOf(words), ...wordsOf(reference)];
  const number = fold(reference).replaceAll(/[^a-z0-9]/g, '');
  const piece = fold(typed).replaceAll(/[^a-z0-9]/g, '');
  if (/\d/.test(piece) && piece.length >= leastDigits && number.includes(piece)) return true;
  return wanted.length > 0 && wanted.every((one) => found.some((word) => word.startsWith(one)));
};

export const callMatters = (
  { bundle, brandId }: CallCustomer,
  typed: string,
): readonly Matter[] => {
  const orders = purchasesToShow(bundle.purchases, brandId)
    .slice(0, ofEachAtMost)
    .map(({ id, kind, reference, words }): Matter => ({ id, kind, reference, words }));
  const cases = bundle.cases
    .filter(({ status }) => status === 'open' || status === 'waiting')
    .slice(0, ofEachAtMost)
    .map(({ id, reference, title }): Matter => ({ id, kind: 'case', reference, words: title }));
  return [...cases, ...orders].filter((one) => answers(typed, one));
};
