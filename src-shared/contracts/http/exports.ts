/**
 * Exports: what is wanted, then made in the background; the file is there for a day. Who waits for it
 * asks again.
 */
import { z } from 'zod';
import { segments } from '../../domain/customer/customer.ts';
import { exportFieldsOf } from '../../domain/export/columns.ts';
import { importFieldSchema, importKindSchema } from '../../domain/import/field.ts';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { idSchema } from '../../kernel/ids.ts';

export const exportFormats = ['csv', 'xlsx'] as const;
export const exportStates = ['making', 'done', 'cancelled', 'expired'] as const;

export const newExportSchema = z
  .object({
    brandId: z.string().min(1).max(40),
    kind: importKindSchema,
    format: z.enum(exportFormats).default('csv'),
    language: z.enum(['fr', 'en']).default('fr'),
    /** In the order of the file; empty: all of the kind. */
    columns: z.array(importFieldSchema).max(50).default([]),
    /** Customers by their last change, consents by when they were given, exchanges by their beginning. */
    from: instantSchema.nullable().default(null),
    to: instantSchema.nullable().default(null),
    /** Empty: every segment. */
    segments: z.array(z.enum(segments)).max(segments.length).default([]),
    vip: z.enum(['all', 'only']).default('all'),
  })
  .superRefine(({ kind, columns, from, to }, context) => {
    const foreign = columns.find((field) => !exportFieldsOf[kind].includes(field));
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (foreign !== undefined) wrong('columns', `${foreign} is no column of ${kind}`);
    if (new Set(columns).size < columns.length) wrong('columns', 'a column stands once');
    if (from !== null && to !== null && from >= to) wrong('to', 'must be after from');
  });
export type NewExport = z.infer<typeof newExportSchema>;

export const exportSchema = z.object({
  id: idSchema,
  brandId: z.string(),
  kind: importKindSchema,
  format: z.enum(exportFormats),
  state: z.enum(exportStates),
  byId: idSchema.nullable(),
  byName: z.string(),
  createdAt: instantSchema,
  endedAt: instantSchema.nullable(),
  /** Until when the file can be taken; null: not made yet, or gone. */
  until: instantSchema.nullable(),
  progress: z.object({ done: z.number().int(), total: z.number().int() }),
  fileName: z.string(),
});
export type ExportView = z.infer<typeof exportSchema>;
export const exportsSchema = z.object({ exports: z.array(exportSchema) });
export const exportPathSchema = z.object({ exportId: idSchema });
export const exportsQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
