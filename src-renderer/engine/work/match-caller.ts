/** Who is calling? One match opens it, several open a chooser, none asks the hub as well. */
import { customerName } from '@renderer/cache/entry-of.ts';
import type { CallerCandidate, CallerMatch } from '@shared/contracts/engine/caller-view.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { lastCallAt, rankCallers, sharesAddress } from '@shared/domain/caller/rank-candidates.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';

export type FoundCaller = { readonly match: CallerMatch; readonly bundle: CustomerBundle | null };

const longestList = 9;

const standingOf = (
  customer: Customer,
  likeliest: Customer,
  brandId: string,
): CallerCandidate['standing'] => {
  if (customer.kind === 'company') return { is: 'company' };
  if (customer.id !== likeliest.id && sharesAddress(customer, likeliest))
    return { is: 'same-address' };
  const since = customer.relations.find((one) => one.brandId === brandId)?.since;
  const { civility } = customer;
  return since === undefined ? null : { is: 'since', year: since.slice(0, 4), civility };
};

/** null when nobody is known by this number. */
export const matchBundles = (
  bundles: readonly CustomerBundle[],
  brandId: string,
  e164: string,
  now: number,
): FoundCaller | null => {
  const [first] = bundles;
  if (first === undefined) return null;
  if (bundles.length === 1)
    return { match: { status: 'one', customerId: first.customer.id }, bundle: first };
  const ranked = rankCallers(bundles, brandId, e164, now).slice(0, longestList);
  const likeliest = ranked[0]?.known.customer ?? first.customer;
  const candidates = ranked.map(({ known, verdict, evidence }) => ({
    customerId: known.customer.id,
    name: customerName(known.customer),
    place: known.customer.address?.commune ?? null,
    evidence,
    verdict,
    standing: standingOf(known.customer, likeliest, brandId),
    lastCallAt: lastCallAt(known, e164),
  }));
  return { match: { status: 'several', candidates }, bundle: null };
};
