/**
 * What a mutation does to a customer's bundle, here at once and in the hub later. Applying one
 * twice, or after the hub's own row has come, changes nothing more.
 */
import type { Mutation } from '@shared/contracts/sync/mutation.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';

type Row = { readonly id: string };

/** Puts a row in by its id; a row that is there is replaced. */
export const putRow = <T extends Row>(rows: readonly T[], row: T): T[] =>
  rows.some(({ id }) => id === row.id)
    ? rows.map((one) => (one.id === row.id ? row : one))
    : [row, ...rows];

const patchRow = <T extends Row>(rows: readonly T[], id: string, patch: Partial<T>): T[] =>
  rows.map((row) => (row.id === id ? { ...row, ...patch } : row));

const addOnce = <T extends Row>(rows: readonly T[], row: T): T[] =>
  rows.some(({ id }) => id === row.id) ? [...rows] : [row, ...rows];

/** The customer that a mutation is about; null for those about none. */
export const customerOf = (mutation: Mutation): string | null => {
  switch (mutation.kind) {
    case 'interaction.record':
      // A practice call is no part of anybody's history.
      return mutation.payload.call?.training === true ? null : mutation.payload.customerId;
    case 'interaction.wrap-up':
    case 'case.open':
    case 'callback.create':
    case 'consent.record':
    case 'grant.record':
    case 'customer.change':
      return mutation.payload.customerId;
    case 'customer.create':
      return mutation.payload.id;
    default:
      // The order key of the rest is their customer's id, when they have one.
      return mutation.orderKey.startsWith('customer:')
        ? mutation.orderKey.slice('customer:'.length)
        : null;
  }
};

export const applyMutation = (bundle: CustomerBundle, mutation: Mutation): CustomerBundle => {
  switch (mutation.kind) {
    case 'interaction.record':
      return { ...bundle, interactions: addOnce(bundle.interactions, mutation.payload) };
    case 'interaction.wrap-up': {
      const { interactionId, ...wrapUp } = mutation.payload;
      return { ...bundle, interactions: patchRow(bundle.interactions, interactionId, wrapUp) };
    }
    case 'customer.change':
      return {
        ...bundle,
        customer: { ...bundle.customer, ...mutation.payload.change } as CustomerBundle['customer'],
      };
    case 'case.open':
      return { ...bundle, cases: addOnce(bundle.cases, mutation.payload) };
    case 'case.advance': {
      const { caseId, status, at } = mutation.payload;
      return { ...bundle, cases: patchRow(bundle.cases, caseId, { status, updatedAt: at }) };
    }
    case 'callback.create':
      return { ...bundle, callbacks: addOnce(bundle.callbacks, mutation.payload) };
    case 'callback.close': {
      const { callbackId, status, interactionId } = mutation.payload;
      return {
        ...bundle,
        callbacks: patchRow(bundle.callbacks, callbackId, { status, interactionId }),
      };
    }
    case 'consent.record':
      return { ...bundle, consents: addOnce(bundle.consents, mutation.payload) };
    case 'grant.record':
      return { ...bundle, grants: addOnce(bundle.grants, mutation.payload) };
    default:
      return bundle;
  }
};
