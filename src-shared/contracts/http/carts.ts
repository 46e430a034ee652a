/** Carts that were broken off, and what became of them. */
import { z } from 'zod';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { idSchema } from '../../kernel/ids.ts';

export const cartViewSchema = z.object({
  id: idSchema,
  /** The shop's own name of it. */
  reference: z.string(),
  brandId: z.string(),
  customerId: idSchema.nullable(),
  amountCents: z.number().int(),
  words: z.string(),
  brokenOffAt: instantSchema,
  expiresAt: instantSchema,
  boughtAt: instantSchema.nullable(),
  status: z.enum(['to-call', 'called', 'bought', 'not-called', 'given-up', 'over']),
  /** Why nobody calls: the customer opposed the telephone for this brand, or there is no number. */
  notCalled: z.enum(['opposed', 'no-number']).nullable(),
  callbackId: idSchema.nullable(),
});
export type CartView = z.infer<typeof cartViewSchema>;
export const cartsQuerySchema = z.object({
  customerId: idSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const cartsSchema = z.object({ carts: z.array(cartViewSchema) });
