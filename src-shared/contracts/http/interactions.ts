/** What an interaction was before it was wrapped up or corrected; the last calls of a number. */
import { z } from 'zod';
import {
  e164Schema,
  instantSchema,
  interactionSchema,
} from '../../domain/interaction/interaction.ts';
import { idSchema } from '../../kernel/ids.ts';

export const interactionPathSchema = z.object({ interactionId: idSchema });

export const revisionsSchema = z.object({
  /** Oldest change first. */
  revisions: z.array(
    z.object({
      changedAt: instantSchema,
      /** A person, or a source. */
      changedBy: idSchema.nullable(),
      sourceId: idSchema.nullable(),
      why: z.string().nullable(),
      before: z.unknown(),
    }),
  ),
});
export type Revisions = z.infer<typeof revisionsSchema>['revisions'];

export const handedCallsQuerySchema = z.object({
  number: e164Schema,
  brandId: z.string().max(40),
});
/** Newest first. */
export const handedCallsSchema = z.object({ interactions: z.array(interactionSchema) });
