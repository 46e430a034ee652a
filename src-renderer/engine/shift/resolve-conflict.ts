/** Her answer to a conflict becomes a new change, made against what the hub holds now. */
import type { MutationBody } from '@shared/contracts/sync/mutation.ts';
import { customerSchema } from '@shared/domain/customer/customer.ts';
import type { Parked } from '../sync/outbox.ts';

type Change = Extract<MutationBody, { kind: 'customer.change' }>['payload']['change'];

/** Lists are joined without doubles; any other value cannot be kept twice, hers wins. */
const joined = (mine: unknown, hub: unknown): unknown => {
  if (!Array.isArray(mine) || !Array.isArray(hub)) return mine;
  const known = new Set(hub.map((one) => JSON.stringify(one)));
  return [...hub, ...mine.filter((one) => !known.has(JSON.stringify(one)))];
};

/** null when there is nothing to send: the hub's values stay. */
export const resolutionOf = (
  { mutation, current }: Parked,
  keep: 'mine' | 'hub' | 'both',
): MutationBody | null => {
  if (keep === 'hub' || mutation.kind !== 'customer.change') return null;
  const hub = customerSchema.safeParse(current);
  if (!hub.success) return null;
  const { customerId, change } = mutation.payload;
  const fields = Object.keys(change) as (keyof Change)[];
  const base = Object.fromEntries(fields.map((field) => [field, hub.data[field]])) as Change;
  const wanted =
    keep === 'mine'
      ? change
      : (Object.fromEntries(
          fields.map((field) => [field, joined(change[field], hub.data[field])]),
        ) as Change);
  return { kind: 'customer.change', payload: { customerId, base, change: wanted } };
};
