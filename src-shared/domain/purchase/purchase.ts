/** What a customer ordered, or left in her basket, as the shop tells it. */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { instantSchema } from '../interaction/interaction.ts';

export const purchaseSchema = z.object({
  id: idSchema,
  kind: z.enum(['order', 'cart']),
  customerId: idSchema.nullable(),
  brandId: z.string().max(40),
  /** The shop's own name of it. */
  reference: z.string().max(200),
  /** When it was ordered, or broken off. */
  at: instantSchema,
  /** Until when a cart is worth a call; null for an order. */
  until: instantSchema.nullable(),
  amountCents: z.number().int(),
  /** The things in it, in words: « Chaise Ouessant × 2 ». */
  words: z.string().max(2000),
  /** A cart that was bought since is one no more. */
  bought: z.boolean(),
});
export type Purchase = z.infer<typeof purchaseSchema>;

/** Of one brand, newest first; a cart that was bought is the order that came of it. */
export const purchasesToShow = (purchases: readonly Purchase[], brandId: string): Purchase[] =>
  purchases
    .filter((one) => one.brandId === brandId && !(one.kind === 'cart' && one.bought))
    .sort((a, b) => b.at.localeCompare(a.at) || a.id.localeCompare(b.id));
