/** A cart out of what its shop said of it: broken off, with its content, and bought after all. */
import { type Dated, inOrder } from './facts.ts';

export type CartContent = {
  readonly amountCents: number;
  readonly lines: readonly { readonly label: string; readonly quantity: number }[];
  readonly timeToLiveMinutes: number;
};
export type CartFact =
  | ({ readonly kind: 'broken-off' } & CartContent)
  | { readonly kind: 'bought' };

export type Cart = CartContent & {
  readonly brokenOffAt: string;
  readonly expiresAt: string;
  /** Null while it was not bought since it was broken off last. */
  readonly boughtAt: string | null;
};

/** Null while only the purchase is known: it waits for its cart. */
export const foldCart = (facts: readonly Dated<CartFact>[]): Cart | null => {
  let cart: Cart | null = null;
  let boughtAt: string | null = null;
  for (const { at, fact } of inOrder(facts)) {
    if (fact.kind === 'bought') {
      boughtAt ??= at;
      continue;
    }
    const { amountCents, lines, timeToLiveMinutes } = fact;
    const expiresAt = new Date(Date.parse(at) + timeToLiveMinutes * 60_000).toISOString();
    cart = { amountCents, lines, timeToLiveMinutes, brokenOffAt: at, expiresAt, boughtAt: null };
  }
  return cart === null ? null : { ...cart, boughtAt };
};

/** "Chaise Ouessant, 2 × Table basse": what the call is about. */
export const cartWords = ({ lines }: Pick<CartContent, 'lines'>): string =>
  lines
    .map(({ label, quantity }) => (quantity > 1 ? `${quantity} × ${label}` : label))
    .join(', ')
    .slice(0, 300);
