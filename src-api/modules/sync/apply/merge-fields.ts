/**
 * Three-way merge of a customer's fields: what only this desktop changed is taken, what somebody
 * else changed meanwhile stays and is a conflict for a person to decide.
 */

import type { customerChangeSchema } from '@shared/contracts/sync/mutation.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import { sameValue } from '@shared/kernel/same-value.ts';
import type { z } from 'zod';

type CustomerChange = z.infer<typeof customerChangeSchema>;
type Field = keyof CustomerChange;

export type Merge = {
  /** The fields to write, with what they were. */
  readonly changes: readonly {
    readonly field: Field;
    readonly from: unknown;
    readonly to: unknown;
  }[];
  readonly conflicts: readonly Field[];
  readonly merged: Customer;
};

export const mergeFields = (
  current: Customer,
  base: CustomerChange,
  change: CustomerChange,
): Merge => {
  const fields = (Object.keys(change) as Field[]).filter((field) => change[field] !== undefined);
  // A field that a card may lack is the same whether it is absent or null.
  const differs = (one: CustomerChange, field: Field): boolean =>
    !sameValue(current[field] ?? null, one[field] ?? null);
  const wanted = fields.filter((field) => differs(change, field));
  const conflicts = wanted.filter((field) => differs(base, field));
  const free = wanted.filter((field) => !conflicts.includes(field));
  const values = Object.fromEntries(free.map((field) => [field, change[field]]));
  return {
    changes: free.map((field) => ({ field, from: current[field], to: change[field] })),
    conflicts,
    merged: { ...current, ...values },
  };
};
