/**
 * Imports over HTTP: a file goes in as it is, its columns are confirmed, it is tried (nothing is
 * written), it runs, and within seven days it can be undone. The work goes on in the background; who
 * waits for it asks again.
 */
import { z } from 'zod';
import { reasonsAgainst, reasonsFor } from '../../domain/identity/verdict.ts';
import {
  constantsSchema,
  importFieldSchema,
  importKindSchema,
  mappingSchema,
} from '../../domain/import/field.ts';
import { importStates } from '../../domain/import/import-state.ts';
import { lineProblemSchema, problemCodeSchema } from '../../domain/import/problem.ts';
import {
  columnReadingSchema,
  decisions,
  doubtRules,
  fileShapeSchema,
  lineCountsSchema,
  lineStatuses,
  unreadableCodes,
} from '../../domain/import/progress.ts';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { idSchema } from '../../kernel/ids.ts';

const count = z.number().int();

export const newImportQuerySchema = z.object({
  brandId: z.string().min(1).max(40),
  kind: importKindSchema,
  fileName: z.string().trim().min(1).max(200).default('import'),
  /** Of a workbook with several sheets; else the first that holds a table. */
  sheet: z.string().max(80).optional(),
});
export const importMediaTypes = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/octet-stream',
] as const;

/** What was written so far. */
export const writtenCountsSchema = z.object({
  created: count,
  updated: count,
  same: count,
  consents: count,
  interactions: count,
});
export type WrittenCounts = z.infer<typeof writtenCountsSchema>;

export const lineReasonsSchema = z.object({
  for: z.array(z.enum(reasonsFor)),
  against: z.array(z.enum(reasonsAgainst)),
});
export type LineReasons = z.infer<typeof lineReasonsSchema>;

const columnSchema = columnReadingSchema.extend({
  header: z.string(),
  field: importFieldSchema.nullable(),
  example: z.string(),
  /** How many lines are refused for this column. */
  refused: count,
});

export const importSchema = z.object({
  id: idSchema,
  brandId: z.string(),
  kind: importKindSchema,
  fileName: z.string(),
  byId: idSchema.nullable(),
  byName: z.string(),
  createdAt: instantSchema,
  state: z.enum(importStates),
  unreadable: z
    .object({ code: z.enum(unreadableCodes), fr: z.string(), en: z.string() })
    .nullable(),
  shape: fileShapeSchema.nullable(),
  columns: z.array(columnSchema),
  constants: constantsSchema,
  /** The mapping is the one that was used for such a file before. */
  remembered: z.boolean(),
  /** Fields of which a column is needed, one of each group. */
  missing: z.array(z.array(importFieldSchema)),
  lines: count,
  /** Of the state that is under way: reading, trying, running or undoing. */
  progress: z.object({ done: count, total: count }),
  counts: lineCountsSchema,
  written: writtenCountsSchema,
  doubts: z.enum(doubtRules),
  startedAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
  /** Null when nothing was written, or it is undone, or it is too late. */
  undoUntil: instantSchema.nullable(),
  undone: z.object({ at: instantSchema.nullable(), takenBack: count, kept: count }).nullable(),
});
export type ImportView = z.infer<typeof importSchema>;

export const importsQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const importsSchema = z.object({ imports: z.array(importSchema) });
export const importQuerySchema = z.object({
  /** Answers when what is under way has ended, or after so many seconds. */
  wait: z.coerce.number().int().min(0).max(60).default(0),
});
export const importPathSchema = z.object({ importId: idSchema });

export const mappingBodySchema = z.object({
  columns: mappingSchema,
  constants: constantsSchema.default({}),
});

export const importLinesQuerySchema = z.object({
  status: z.enum(lineStatuses).optional(),
  /** Only lines refused for these reasons. */
  codes: z
    .string()
    .max(2000)
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(problemCodeSchema))
    .optional(),
  /** `next` of the page before. */
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

const sideSchema = z.object({
  /** Null: an earlier line of the same file. */
  customerId: idSchema.nullable(),
  line: count.nullable(),
  name: z.string(),
  place: z.string(),
  number: z.string().nullable(),
});

export const importLineSchema = z.object({
  line: count,
  cells: z.record(z.string(), z.string()),
  status: z.enum(lineStatuses),
  problems: z.array(lineProblemSchema),
  /** Of a doubtful line: who it is, whom it looks like, and why. */
  doubt: z
    .object({ own: sideSchema, other: sideSchema.nullable(), reasons: lineReasonsSchema })
    .nullable(),
  decision: z.enum(decisions).nullable(),
});
export type ImportLineView = z.infer<typeof importLineSchema>;

export const importLinesSchema = z.object({
  lines: z.array(importLineSchema),
  next: count.nullable(),
  /** Refused lines by reason, whatever page this is. */
  reasons: z.array(
    z.object({ code: problemCodeSchema, column: z.string().nullable(), lines: count }),
  ),
});
export type ImportLines = z.infer<typeof importLinesSchema>;

export const importLinePathSchema = importPathSchema.extend({ line: z.coerce.number().int() });
export const importLineChangeSchema = z.object({
  /** New texts by header. */
  cells: z.record(z.string().max(200), z.string().max(4000)).optional(),
  leaveOut: z.enum(['line', 'consent']).optional(),
  decision: z.enum(decisions).nullable().optional(),
});
export type ImportLineChange = z.infer<typeof importLineChangeSchema>;

/** The same remedy for all lines that are refused for one reason in one column. */
export const importRemedySchema = z.object({
  column: z.string().max(200).nullable(),
  code: problemCodeSchema,
  remedy: z.enum(['replace', 'clear', 'skip', 'without-consent']),
});

export const importRunSchema = z.object({ doubts: z.enum(doubtRules).default('wait') }).nullish();

export const importErrorsQuerySchema = z.object({
  format: z.enum(['csv', 'xlsx']).default('csv'),
  language: z.enum(['fr', 'en']).default('fr'),
});

/** What undoing left as it is, and why. */
export const keptReasons = ['worked-on', 'changed-since', 'merged', 'opposition'] as const;
export type KeptReason = (typeof keptReasons)[number];
export const importKeptSchema = z.object({
  kept: z.array(
    z.object({
      line: count,
      entity: z.enum(['customer', 'consent', 'interaction']),
      customerId: idSchema.nullable(),
      name: z.string(),
      because: z.enum(keptReasons),
    }),
  ),
});
