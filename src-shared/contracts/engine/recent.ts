/** A number of one of her last calls. */
import { z } from 'zod';
import { directionSchema } from '../../domain/interaction/channel.ts';
import { e164Schema, instantSchema, outcomeSchema } from '../../domain/interaction/interaction.ts';
import { idSchema } from '../../kernel/ids.ts';

export const recentNumberSchema = z.object({
  number: e164Schema,
  /** null: nobody known by it. */
  name: z.string().nullable(),
  customerId: idSchema.nullable(),
  brandId: z.string(),
  direction: directionSchema,
  outcome: outcomeSchema,
  /** Why, more exactly than the outcome. */
  failure: z.string().nullable().default(null),
  startedAt: instantSchema,
});
export type RecentNumber = z.infer<typeof recentNumberSchema>;
