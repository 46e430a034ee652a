/** What one change of the hub does to a customer's bundle. */
import type { Mutation } from '@shared/contracts/sync/mutation.ts';
import type { Change, CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { applyMutation, putRow } from './apply-mutation.ts';

export const sortInteractions = (bundle: CustomerBundle): CustomerBundle => ({
  ...bundle,
  interactions: [...bundle.interactions].sort((a, b) =>
    a.startedAt < b.startedAt ? 1 : a.startedAt > b.startedAt ? -1 : 0,
  ),
});

/** The bundle of a customer made on this desktop, before the hub has heard of it. */
export const newBundle = (customer: CustomerBundle['customer']): CustomerBundle => ({
  customer,
  cases: [],
  consents: [],
  callbacks: [],
  interactions: [],
  grants: [],
  purchases: [],
});

export const withoutRow = (bundle: CustomerBundle, { entity, id }: Change): CustomerBundle => {
  const without = <T extends { id: string }>(rows: readonly T[]): T[] =>
    rows.filter((row) => row.id !== id);
  if (entity === 'interaction') return { ...bundle, interactions: without(bundle.interactions) };
  if (entity === 'case') return { ...bundle, cases: without(bundle.cases) };
  if (entity === 'consent') return { ...bundle, consents: without(bundle.consents) };
  if (entity === 'callback') return { ...bundle, callbacks: without(bundle.callbacks) };
  if (entity === 'grant') return { ...bundle, grants: without(bundle.grants) };
  if (entity === 'purchase') return { ...bundle, purchases: without(bundle.purchases) };
  return bundle;
};

export const takeChange = (bundle: CustomerBundle, change: Change): CustomerBundle => {
  if (change.row === null) return withoutRow(bundle, change);
  if (change.entity === 'customer') return { ...bundle, customer: change.row };
  if (change.entity === 'interaction')
    return { ...bundle, interactions: putRow(bundle.interactions, change.row) };
  if (change.entity === 'case') return { ...bundle, cases: putRow(bundle.cases, change.row) };
  if (change.entity === 'consent')
    return { ...bundle, consents: putRow(bundle.consents, change.row) };
  if (change.entity === 'callback')
    return { ...bundle, callbacks: putRow(bundle.callbacks, change.row) };
  if (change.entity === 'grant') return { ...bundle, grants: putRow(bundle.grants, change.row) };
  if (change.entity === 'purchase')
    return { ...bundle, purchases: putRow(bundle.purchases, change.row) };
  return bundle;
};

export const ownerOf = (change: Change): string | null => {
  if (change.entity === 'customer') return change.id;
  if (change.entity === 'reference' || change.row === null) return null;
  return change.row.customerId;
};

/**
 * The customers of these changes as they are afterwards.
 * @param strangers what becomes of who was not there: `leave` brings no half history
 */
export const bundlesAfter = (
  before: ReadonlyMap<string, CustomerBundle>,
  byOwner: ReadonlyMap<string, readonly Change[]>,
  strangers: 'make' | 'leave',
): CustomerBundle[] =>
  [...byOwner].flatMap(([id, changes]) => {
    let bundle = before.get(id) ?? null;
    if (bundle === null && strangers === 'leave') return [];
    for (const change of changes) {
      if (bundle === null && change.entity === 'customer' && change.row !== null)
        bundle = newBundle(change.row);
      else if (bundle !== null) bundle = takeChange(bundle, change);
    }
    return bundle ?? [];
  });

/** A customer's bundle with these mutations of hers on top; null when she is not known. */
export const afterAll = (
  stored: CustomerBundle | null,
  mutations: readonly Mutation[],
): CustomerBundle | null => {
  let bundle = stored;
  for (const mutation of mutations) {
    if (bundle === null && mutation.kind === 'customer.create')
      bundle = newBundle(mutation.payload);
    else if (bundle !== null) bundle = applyMutation(bundle, mutation);
  }
  return bundle;
};
