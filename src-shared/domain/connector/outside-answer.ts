/**
 * What another system answers about one customer: the contract for whoever writes an adapter. An
 * unknown field is not looked at; a row that does not fit is left out, the others are kept.
 */
import { z } from 'zod';
import { instantSchema } from '../interaction/interaction.ts';

export const outsideCards = [
  'orders',
  'contracts',
  'carts',
  'cases',
  'appointments',
  'documents',
  'other',
] as const;
export const outsideCardSchema = z.enum(outsideCards);
export type OutsideCard = z.infer<typeof outsideCardSchema>;

const text = (max: number) => z.string().trim().max(max);

export const outsideRowSchema = z.object({
  /** The first line: what it is. */
  title: text(200).min(1),
  detail: text(300).default(''),
  /** The name it has there, such as an order number. */
  reference: text(80).default(''),
  status: text(80).default(''),
  /** When it was ordered, begun, opened, will be. */
  at: instantSchema.nullable().default(null),
  amountCents: z.number().int().min(-1e12).max(1e12).nullable().default(null),
});
export type OutsideRow = z.infer<typeof outsideRowSchema>;

/** What a row of a card must have beside its title. */
const needed: { readonly [card in OutsideCard]: readonly (keyof OutsideRow)[] } = {
  orders: ['at', 'amountCents'],
  carts: ['at', 'amountCents'],
  contracts: ['status'],
  cases: ['status'],
  appointments: ['at'],
  documents: ['at'],
  other: [],
};

export const mostRows = 50;
export const outsideAnswerSchema = z.object({
  /** Replaces the name that the administrator gave the card. */
  title: text(80).min(1).optional(),
  rows: z.array(z.unknown()).max(1_000),
});

export type ReadAnswer = {
  readonly title: string | null;
  readonly rows: readonly OutsideRow[];
  /** Rows that were left out, and what was wrong with the first. */
  readonly wrongRows: number;
  readonly wrongAt: string | null;
};

const readRow = (card: OutsideCard, raw: unknown): OutsideRow | string => {
  const parsed = outsideRowSchema.safeParse(raw);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`;
  }
  const missing = needed[card].find(
    (field) => parsed.data[field] === null || parsed.data[field] === '',
  );
  return missing === undefined ? parsed.data : `${missing}: needed for ${card}`;
};

/** Null when it is no answer at all. */
export const readOutsideAnswer = (card: OutsideCard, raw: unknown): ReadAnswer | null => {
  const parsed = outsideAnswerSchema.safeParse(raw);
  if (!parsed.success) return null;
  const read = parsed.data.rows.map((row) => readRow(card, row));
  const wrong = read.flatMap((row, place) =>
    typeof row === 'string' ? [`rows.${place}.${row}`] : [],
  );
  return {
    title: parsed.data.title ?? null,
    rows: read.filter((row) => typeof row !== 'string').slice(0, mostRows),
    wrongRows: wrong.length,
    wrongAt: wrong[0]?.slice(0, 300) ?? null,
  };
};
