/**
 * Three-way merge of a customer's fields: what only this desktop changed is taken, what somebody
 * else changed meanwhile stays and is a conflict for a person to decide. A list that both only
 * added to holds what both added: nobody needs to be asked.
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

/** As many as a card may hold of numbers, and of addresses. */
const listedAtMost = 10;

const nameOf = (entry: unknown): unknown =>
  typeof entry === 'object' && entry !== null && 'e164' in entry ? entry.e164 : entry;

/** Both added to the list that they saw: what both hold together; null when one took something out. */
const bothAdded = (before: unknown, now: unknown, wanted: unknown): unknown[] | null => {
  if (!Array.isArray(before) || !Array.isArray(now) || !Array.isArray(wanted)) return null;
  const holds = (list: readonly unknown[], one: unknown) => list.some((it) => sameValue(it, one));
  const kept = before.every((one) => holds(now, one) && holds(wanted, one));
  const together = [...now, ...wanted.filter((one) => !holds(now, one))];
  // One number with two labels is a question.
  const isOneEach = new Set(together.map(nameOf)).size === together.length;
  return kept && isOneEach && together.length <= listedAtMost ? together : null;
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
  const values = new Map<Field, unknown>();
  for (const field of wanted) {
    const joined = bothAdded(base[field], current[field], change[field]);
    if (!differs(base, field)) values.set(field, change[field]);
    else if (joined !== null) values.set(field, joined);
  }
  const conflicts = wanted.filter((field) => !values.has(field));
  return {
    changes: [...values]
      .filter(([field, to]) => !sameValue(current[field], to))
      .map(([field, to]) => ({ field, from: current[field], to })),
    conflicts,
    merged: { ...current, ...Object.fromEntries(values) } as Customer,
  };
};
