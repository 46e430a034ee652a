/** Why a line is refused, cell by cell: what was read, why it cannot be, and what helps. */
import { z } from 'zod';
import { importFieldSchema } from './field.ts';

export const problemCodes = [
  'phone-digits',
  'phone-letters',
  'phone-scientific',
  'phone-short',
  'phone-automated',
  'phone-hidden',
  'date-impossible',
  'date-us-order',
  'date-short-year',
  'date-unreadable',
  'date-future',
  'date-implausible',
  'time-unreadable',
  'zone-unknown',
  'postcode-letter-o',
  'postcode-corsica',
  'postcode-digits',
  'email-no-at',
  'email-no-domain',
  'email-malformed',
  'word-unknown',
  'amount-unreadable',
  'amount-ambiguous',
  'score-unreadable',
  'score-ambiguous',
  'registration-wrong',
  'too-long',
  'too-many-numbers',
  'name-missing',
  'value-missing',
  'cells-surplus',
  'cell-not-text',
  'consent-without-date',
  'consent-without-channel',
  'consent-without-purpose',
  'consent-without-proof',
  'consent-expired',
  'consent-older',
  'customer-opposed',
  'customer-restricted',
  'customer-unknown',
  'customer-ambiguous',
  'customer-unnamed',
  'ends-before-it-begins',
  'not-storable',
] as const;
export const problemCodeSchema = z.enum(problemCodes);
export type ProblemCode = z.infer<typeof problemCodeSchema>;

/**
 * `replace` has a proposal; `correct` leaves it to a person; `clear` empties the cell; `skip` leaves the
 * line out; `without-consent` takes the card in and leaves its consent out.
 */
export const remedySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('replace'), value: z.string().max(200) }),
  z.object({ kind: z.enum(['correct', 'clear', 'skip', 'without-consent']) }),
]);
export type Remedy = z.infer<typeof remedySchema>;

export const lineProblemSchema = z.object({
  /** The header; null where it is the whole line. */
  column: z.string().max(200).nullable(),
  field: importFieldSchema.nullable(),
  read: z.string().max(300),
  code: problemCodeSchema,
  /** How many digits there are, or the year since when. */
  number: z.number().int().optional(),
  remedy: remedySchema,
});
export type LineProblem = z.infer<typeof lineProblemSchema>;

/** What was put right while reading, in no doubt. */
export const mendings = [
  'e164',
  'leading-zero',
  'proper-case',
  'several',
  'excel-date',
  'tidied',
] as const;
export type Mending = (typeof mendings)[number];

/** One cell, read. */
export type Read<T> =
  | { readonly ok: true; readonly value: T; readonly mended: Mending | null }
  | {
      readonly ok: false;
      readonly code: ProblemCode;
      readonly remedy: Remedy;
      readonly number?: number;
    };

export const took = <T>(value: T, mended: Mending | null = null): Read<T> => ({
  ok: true,
  value,
  mended,
});
export const refused = (
  code: ProblemCode,
  remedy: Remedy = { kind: 'correct' },
  number?: number,
): Read<never> => ({ ok: false, code, remedy, ...(number === undefined ? {} : { number }) });
export const replaceBy = (value: string): Remedy => ({ kind: 'replace', value });
