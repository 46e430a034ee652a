/** Speeches over REST: written as drafts, published by the brand, withdrawn, never overwritten. */
import { z } from 'zod';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { scriptSchema } from '../../domain/script/script.ts';
import { idSchema } from '../../kernel/ids.ts';

export const scriptStates = ['draft', 'published', 'withdrawn'] as const;

export const scriptVersionSchema = z.object({
  id: scriptSchema.shape.id,
  version: z.number().int().min(1),
  brandId: z.string(),
  name: z.string(),
  status: z.enum(scriptStates),
  createdBy: idSchema.nullable(),
  createdAt: instantSchema,
  publishedBy: idSchema.nullable(),
  publishedAt: instantSchema.nullable(),
});
export type ScriptVersion = z.infer<typeof scriptVersionSchema>;

export const scriptVersionsSchema = z.object({ versions: z.array(scriptVersionSchema) });
/** The version number and the moment of publishing are the hub's to give. */
export const draftSchema = scriptSchema.omit({ id: true, version: true, publishedAt: true });
export type Draft = z.infer<typeof draftSchema>;

export const scriptPathSchema = z.object({ scriptId: scriptSchema.shape.id });
export const versionPathSchema = scriptPathSchema.extend({
  version: z.coerce.number().int().min(1).max(1_000_000),
});
