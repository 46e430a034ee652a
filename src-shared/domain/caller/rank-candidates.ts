/** Several customers behind one number: the likelier first, with the evidence in facts. */
import type { Customer, CustomerCase, CustomerLink } from '../customer/customer.ts';
import type { Interaction } from '../interaction/interaction.ts';

export type CallerKnown = {
  readonly customer: Customer;
  readonly cases: readonly CustomerCase[];
  readonly interactions: readonly Interaction[];
};

export type RankedCaller<T> = {
  readonly known: T;
  readonly verdict: 'likely' | 'possible' | 'unlikely';
  /** What speaks for this one: newest fact with this brand. */
  readonly evidence: string;
};

const dayMs = 86_400_000;

/** Whether the link holds today; its last day is part of it. */
export const isLinked = ({ until }: Pick<CustomerLink, 'until'>, now: number): boolean =>
  until === null || Date.parse(until) + dayMs > now;

const scoreOf = (
  { customer, cases, interactions }: CallerKnown,
  brandId: string,
  e164: string,
  now: number,
): number => {
  const ofBrand = interactions.filter((one) => one.brandId === brandId);
  const openCases = cases.filter(
    (one) => one.brandId === brandId && one.status !== 'closed' && one.status !== 'resolved',
  );
  const fromHere = ofBrand.filter((one) => one.call?.customerNumber === e164);
  // Behind a switchboard somebody of the company speaks, rather than the company itself.
  const speaks = (customer.links ?? []).some((one) => one.as === 'company' && isLinked(one, now));
  const newest = Math.max(0, ...ofBrand.map((one) => Date.parse(one.startedAt)));
  const ageDays = newest === 0 ? 1000 : (now - newest) / dayMs;
  return (
    (customer.relations.some((one) => one.brandId === brandId) ? 2 : 0) +
    Math.min(3, openCases.length * 3) +
    Math.min(3, fromHere.length) +
    (speaks ? 1 : 0) +
    (ageDays < 7 ? 2 : ageDays < 60 ? 1 : 0)
  );
};

/** What somebody without a history does in the company: `Comptable, Garage Petitjean`. */
const functionOf = ({ links }: Customer, now: number): string => {
  const company = links?.find((one) => one.as === 'company' && isLinked(one, now));
  return company === undefined ? '' : [company.function, company.name].filter(Boolean).join(', ');
};

/** When this one was last on the telephone with this number. */
export const lastCallAt = (
  { interactions }: Pick<CallerKnown, 'interactions'>,
  e164: string,
): string | null =>
  interactions
    .filter(({ call }) => call?.customerNumber === e164)
    .map(({ startedAt }) => startedAt)
    .sort()
    .at(-1) ?? null;

/** Whether two live under one roof: the same lines, however they are written, in one commune. */
export const sharesAddress = (
  one: Pick<Customer, 'address'>,
  other: Pick<Customer, 'address'>,
): boolean => {
  const plain = ({ address }: Pick<Customer, 'address'>) =>
    address === null
      ? null
      : [...address.lines, address.postcode, address.commune]
          .join(' ')
          .normalize('NFD')
          .replaceAll(/[^\p{L}\p{N}]/gu, '')
          .toLowerCase();
  return plain(one) !== null && plain(one) === plain(other);
};

export const rankCallers = <T extends CallerKnown>(
  callers: readonly T[],
  brandId: string,
  e164: string,
  now: number,
): RankedCaller<T>[] => {
  const scored = callers
    .map((known) => ({ known, score: scoreOf(known, brandId, e164, now) }))
    .sort(
      (a, b) =>
        b.score - a.score ||
        a.known.customer.lastName.localeCompare(b.known.customer.lastName, 'fr'),
    );
  const best = scored[0]?.score ?? 0;
  const second = scored[1]?.score ?? 0;
  return scored.map(({ known, score }, at) => {
    const newest =
      known.interactions.find((one) => one.brandId === brandId) ?? known.interactions[0];
    const open = known.cases.find((one) => one.brandId === brandId && one.status === 'open');
    const verdict =
      at === 0 && best >= second + 2 ? 'likely' : score <= 1 ? 'unlikely' : 'possible';
    return {
      known,
      verdict,
      evidence: open?.title ?? newest?.title ?? functionOf(known.customer, now),
    };
  });
};
