/** Who is calling? One match opens it, several open a chooser, none asks the hub as well. */
import { customerName } from '@renderer/cache/entry-of.ts';
import type { CallerMatch } from '@shared/contracts/engine/views.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { rankCallers } from '@shared/domain/caller/rank-candidates.ts';

export type FoundCaller = { readonly match: CallerMatch; readonly bundle: CustomerBundle | null };

const longestList = 9;

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
  const candidates = rankCallers(bundles, brandId, e164, now)
    .slice(0, longestList)
    .map(({ known, verdict, evidence }) => ({
      customerId: known.customer.id,
      name: customerName(known.customer),
      place: known.customer.address?.commune ?? null,
      evidence,
      verdict,
    }));
  return { match: { status: 'several', candidates }, bundle: null };
};
