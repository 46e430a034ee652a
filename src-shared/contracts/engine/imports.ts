/** Imports on the screen: asked of the hub each time; the file itself goes through once. */
import { z } from 'zod';
import { doubtRules } from '../../domain/import/progress.ts';
import { idSchema } from '../../kernel/ids.ts';
import {
  importErrorsQuerySchema,
  importKeptSchema,
  importLineChangeSchema,
  importLineSchema,
  importLinesSchema,
  importRemedySchema,
  importSchema,
  importsSchema,
  mappingBodySchema,
  newImportQuerySchema,
} from '../http/imports.ts';

const which = { importId: idSchema };
const one = z.object(which);
const bytes = z.custom<ArrayBuffer>((value) => value instanceof ArrayBuffer);

export const importCommands = {
  'imports.list': { input: z.object({}), output: importsSchema },
  'imports.send': { input: newImportQuerySchema.extend({ bytes }), output: importSchema },
  'imports.see': { input: one, output: importSchema },
  'imports.lines': {
    input: z.object({
      ...which,
      status: z.enum(['refused', 'doubt']),
      after: z.number().int().min(0).default(0),
    }),
    output: importLinesSchema,
  },
  'imports.map': { input: mappingBodySchema.extend(which), output: importSchema },
  'imports.step': {
    input: z.object({ ...which, step: z.enum(['dry-run', 'cancel', 'undo']) }),
    output: importSchema,
  },
  'imports.run': {
    input: z.object({ ...which, doubts: z.enum(doubtRules) }),
    output: importSchema,
  },
  'imports.change-line': {
    input: z.object({ ...which, line: z.number().int(), change: importLineChangeSchema }),
    output: importLineSchema,
  },
  'imports.remedy': { input: importRemedySchema.extend(which), output: importSchema },
  'imports.errors': {
    input: importErrorsQuerySchema.extend(which),
    output: z.object({ bytes }),
  },
  'imports.kept': { input: one, output: importKeptSchema },
} as const;
