/** Her answers to a conflict become one new change, made against what the hub holds now. */
import type { ChangedField, Keep } from '@shared/contracts/engine/outbox.ts';
import type { MutationBody } from '@shared/contracts/sync/mutation.ts';
import { customerSchema } from '@shared/domain/customer/customer.ts';
import type { Parked } from '../sync/records-to-keep.ts';

type Change = Extract<MutationBody, { kind: 'customer.change' }>['payload']['change'];

/** Lists are joined without doubles; any other value cannot be kept twice, hers wins. */
const joined = (mine: unknown, hub: unknown): unknown => {
  if (!Array.isArray(mine) || !Array.isArray(hub)) return mine;
  const known = new Set(hub.map((one) => JSON.stringify(one)));
  return [...hub, ...mine.filter((one) => !known.has(JSON.stringify(one)))];
};

/** A field without an answer keeps the hub's value; null when there is nothing to send. */
export const resolutionOf = (
  { mutation, current }: Parked,
  keep: { readonly [field in ChangedField]?: Keep | undefined },
): MutationBody | null => {
  if (mutation.kind !== 'customer.change') return null;
  const hub = customerSchema.safeParse(current);
  if (!hub.success) return null;
  const { customerId, change } = mutation.payload;
  const hers = (Object.keys(change) as ChangedField[]).filter(
    (field) => (keep[field] ?? 'hub') !== 'hub',
  );
  if (hers.length === 0) return null;
  const base = Object.fromEntries(hers.map((field) => [field, hub.data[field]])) as Change;
  const wanted = Object.fromEntries(
    hers.map((field) => [
      field,
      keep[field] === 'both' ? joined(change[field], hub.data[field]) : change[field],
    ]),
  ) as Change;
  return { kind: 'customer.change', payload: { customerId, base, change: wanted } };
};
