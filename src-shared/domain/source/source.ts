/** Another system that tells the hub what happened: it signs what it sends with a secret of its own. */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { instantSchema } from '../interaction/interaction.ts';

export const sourceKinds = [
  'web-shop',
  'form',
  'ivr',
  'mail-gateway',
  'store',
  'representative-diary',
  'other',
] as const;
export const sourceKindSchema = z.enum(sourceKinds);
export type SourceKind = z.infer<typeof sourceKindSchema>;

export const sourceSchema = z.object({
  id: idSchema,
  name: z.string().min(1).max(80),
  kind: sourceKindSchema,
  brandIds: z.array(z.string().max(40)).min(1).max(100),
  active: z.boolean(),
  createdAt: instantSchema,
  /** Until when the secret before the last rotation is taken as well; null when there is none. */
  formerSecretUntil: instantSchema.nullable(),
  /** Requests without a right signature: nothing else is kept of them. */
  refused: z.number().int().min(0),
  refusedAt: instantSchema.nullable(),
});
export type Source = z.infer<typeof sourceSchema>;
