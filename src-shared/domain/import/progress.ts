/** What an import tells of itself on its way: the file's shape, its counts, what each column gave. */
import { z } from 'zod';
import { mendings } from './problem.ts';

export const unreadableCodes = [
  'file-empty',
  'header-only',
  'header-missing',
  'not-a-table',
  'file-locked',
  'file-old-excel',
  'file-broken',
  'quote-open',
  'file-swells',
  'sheet-unknown',
  'too-many-lines',
  'too-many-columns',
] as const;
export type UnreadableCode = (typeof unreadableCodes)[number];

export const fileShapeSchema = z.object({
  format: z.enum(['csv', 'xlsx']),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  /** The sheet that was read, and those that were not. */
  sheet: z.string().nullable(),
  otherSheets: z.array(z.string()),
});
export type FileShape = z.infer<typeof fileShapeSchema>;

export const lineStatuses = [
  'pending',
  'new',
  'update',
  'same',
  'doubt',
  'refused',
  'skipped',
] as const;
export type LineStatus = (typeof lineStatuses)[number];

/** `same` says nothing that is not known. `unproved`: of those that come in, without their consent. */
export const lineCountsSchema = z.object({
  pending: z.number().int(),
  new: z.number().int(),
  update: z.number().int(),
  same: z.number().int(),
  doubt: z.number().int(),
  refused: z.number().int(),
  skipped: z.number().int(),
  unproved: z.number().int(),
});
export type LineCounts = z.infer<typeof lineCountsSchema>;

const count = z.number().int();
/** By header: how many cells were filled, what was put right, and one that was, before and after. */
export const columnReadingSchema = z.object({
  filled: count,
  mended: z.partialRecord(z.enum(mendings), count),
});
export type ColumnReading = z.infer<typeof columnReadingSchema>;
export type Readings = Readonly<Record<string, ColumnReading>>;

export const decisions = ['same-person', 'same-household', 'two-records'] as const;
export type Decision = (typeof decisions)[number];

/** What becomes of doubtful lines that nobody settled. */
export const doubtRules = ['wait', 'same-person', 'two-records', 'skip'] as const;
export type DoubtRule = (typeof doubtRules)[number];

export const importLimits = {
  bytes: 256 * 1024 * 1024,
  lines: 1_000_000,
  /** A workbook has to be unpacked whole before its first line is known. */
  workbookLines: 200_000,
  columns: 200,
  cellCharacters: 20_000,
} as const;
