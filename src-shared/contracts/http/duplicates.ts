/**
 * Duplicates: proposed by the hub with reasons, decided by people. A merging is undone by its id,
 * at any time and in any order.
 */
import { z } from 'zod';
import { customerSchema } from '../../domain/customer/customer.ts';
import { choicesSchema } from '../../domain/identity/combine-cards.ts';
import { reasonsAgainst, reasonsFor } from '../../domain/identity/verdict.ts';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { idSchema } from '../../kernel/ids.ts';

const verdictSchema = z.enum(['possible', 'probable', 'certain']);

export const duplicatesQuerySchema = z.object({
  brandId: z.string().max(40).optional(),
  status: z.enum(['open', 'dismissed']).default('open'),
  /** `next` of the page before. */
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});

export const duplicateSchema = z.object({
  one: customerSchema,
  other: customerSchema,
  verdict: verdictSchema,
  for: z.array(z.enum(reasonsFor)),
  against: z.array(z.enum(reasonsAgainst)),
  foundAt: instantSchema,
  /** An advisor who said that the two are one. */
  reportedBy: idSchema.nullable(),
  /** What would be shown when `one` stays and nobody chooses. */
  choices: choicesSchema,
});
export type Duplicate = z.infer<typeof duplicateSchema>;
export const duplicatesSchema = z.object({
  duplicates: z.array(duplicateSchema),
  total: z.number().int(),
  next: z.number().int().nullable(),
});

export const pairSchema = z.object({ oneId: idSchema, otherId: idSchema });

/** Made by who merges: sent again, it takes effect once. */
export const mergeRequestSchema = z.object({
  id: idSchema,
  survivorId: idSchema,
  absorbedId: idSchema,
  choices: choicesSchema.partial().optional(),
});
export type MergeRequest = z.infer<typeof mergeRequestSchema>;
/** The card that is shown now: of a merging the combined one, of its undoing the one that is back. */
export const mergedSchema = z.object({ mergeId: idSchema, customerId: idSchema });
export const mergePathSchema = z.object({ mergeId: idSchema });

export const mergesQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export const mergesSchema = z.object({
  merges: z.array(
    z.object({
      id: idSchema,
      survivor: z.object({ id: idSchema, name: z.string() }),
      absorbed: z.object({ id: idSchema, name: z.string() }),
      mergedAt: instantSchema,
      mergedBy: idSchema.nullable(),
      undoneAt: instantSchema.nullable(),
    }),
  ),
});

/** Who else a customer may be, for the advisor who has her on the line. */
export const likenessesSchema = z.object({
  likenesses: z.array(
    z.object({
      customerId: idSchema,
      name: z.string(),
      place: z.string().nullable(),
      verdict: verdictSchema,
      for: z.array(z.enum(reasonsFor)),
      reported: z.boolean(),
    }),
  ),
});
