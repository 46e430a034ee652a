/**
 * A newer hub's answers, read as far as this desktop knows: a row that it does not understand is
 * skipped and counted, and costs no other.
 */
import { z } from 'zod';
import { errorCodes } from '../../kernel/error-codes.ts';
import {
  bootstrapResponseSchema,
  type Change,
  type CustomerBundle,
  changeSchema,
  customerBundleSchema,
  heldResponseSchema,
  pullResponseSchema,
} from './pull.ts';
import { mutationAnswerSchema, pushResponseSchema } from './push.ts';

/** A code of a newer hub that this desktop does not know is still an answer. */
export const lenientPushSchema = pushResponseSchema.extend({
  answers: z.array(
    mutationAnswerSchema.extend({ code: z.enum(errorCodes).optional().catch('internal') }),
  ),
});

export const lenientPullSchema = pullResponseSchema.extend({ changes: z.array(z.unknown()) });
export const lenientHeldSchema = heldResponseSchema.extend({ bundles: z.array(z.unknown()) });
export const lenientBootstrapSchema = bootstrapResponseSchema.extend({
  bundles: z.array(z.unknown()),
});

export type Understood<T> = { readonly rows: T[]; readonly skipped: number };

const readRows = <S extends z.ZodType>(
  schema: S,
  rows: readonly unknown[],
): Understood<z.output<S>> => {
  const parsed = rows.flatMap((row) => {
    const one = schema.safeParse(row);
    return one.success ? [one.data] : [];
  });
  return { rows: parsed, skipped: rows.length - parsed.length };
};

export const readChanges = (rows: readonly unknown[]): Understood<Change> =>
  readRows(changeSchema, rows);

const outer = z.looseObject({ customer: customerBundleSchema.shape.customer });
const lists = Object.entries(customerBundleSchema.shape).filter(([name]) => name !== 'customer');

/** Row by row; without a customer that can be read there is nothing to show. */
const readBundle = (raw: unknown): Understood<CustomerBundle> => {
  const known = outer.safeParse(raw);
  if (!known.success) return { rows: [], skipped: 1 };
  let skipped = 0;
  const bundle: Record<string, unknown> = { customer: known.data.customer };
  for (const [name, list] of lists) {
    const rows = z.array(z.unknown()).catch([]).parse(known.data[name]);
    const understood = rows.filter((row) => list.safeParse([row]).success);
    bundle[name] = understood;
    skipped += rows.length - understood.length;
  }
  const whole = customerBundleSchema.safeParse(bundle);
  return whole.success ? { rows: [whole.data], skipped } : { rows: [], skipped: 1 };
};

export const readBundles = (raw: readonly unknown[]): Understood<CustomerBundle> => {
  const whole = z.array(customerBundleSchema).safeParse(raw);
  if (whole.success) return { rows: whole.data, skipped: 0 };
  const each = raw.map(readBundle);
  return {
    rows: each.flatMap(({ rows }) => rows),
    skipped: each.reduce((sum, { skipped }) => sum + skipped, 0),
  };
};
