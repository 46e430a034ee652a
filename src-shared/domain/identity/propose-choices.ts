/** Which value of two cards to show when nobody chooses: lists keep all, otherwise the newest known. */
import type { Customer } from '../customer/customer.ts';
import { type Choices, singleFields } from './combine-cards.ts';

/** When each field was last confirmed, by its name, and when the card was `created`. */
export type Confirmed = ReadonlyMap<string, string>;

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || value === 'none';

export const proposeChoices = (
  survivor: { readonly card: Customer; readonly confirmed: Confirmed },
  absorbed: { readonly card: Customer; readonly confirmed: Confirmed },
): Choices => {
  const sideOf = (field: (typeof singleFields)[number]): 'survivor' | 'absorbed' => {
    if (isEmpty(absorbed.card[field])) return 'survivor';
    if (isEmpty(survivor.card[field])) return 'absorbed';
    const lastOf = ({ confirmed }: { confirmed: Confirmed }): string =>
      confirmed.get(field) ?? confirmed.get('created') ?? '';
    return lastOf(absorbed) > lastOf(survivor) ? 'absorbed' : 'survivor';
  };
  const singles = Object.fromEntries(singleFields.map((field) => [field, sideOf(field)]));
  return { ...(singles as Omit<Choices, 'phones' | 'emails'>), phones: 'both', emails: 'both' };
};
