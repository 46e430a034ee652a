/**
 * A call to make, mine or anyone's: a promise, an appointment, a call of theirs that nobody took
 * (`missed`) or that they gave up (`abandoned`), or a cart that they broke off (`cart`).
 */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { e164Schema, instantSchema } from '../interaction/interaction.ts';

export const callbackSchema = z.object({
  id: idSchema,
  kind: z.enum(['callback', 'appointment', 'missed', 'abandoned', 'cart']),
  customerId: idSchema.nullable(),
  customerName: z.string().max(200),
  brandId: z.string().max(40),
  number: e164Schema,
  dueAt: instantSchema,
  /** null: anyone of the brand may place it; the hub decides who takes it. */
  advisorId: idSchema.nullable(),
  reason: z.string().max(300),
  status: z.enum(['open', 'done', 'cancelled']),
  createdBy: idSchema.nullable(),
  createdAt: instantSchema,
  interactionId: idSchema.nullable(),
  /** Of a cart: what it holds is worth, and until when a call about it makes sense. */
  amountCents: z.number().int().nullish(),
  expiresAt: instantSchema.nullish(),
});
export type Callback = z.infer<typeof callbackSchema>;

/** Somebody promised it; the others are calls that nobody took, and say no reason. */
export const isPromise = (kind: Callback['kind']): boolean =>
  kind === 'callback' || kind === 'appointment';

/** Its time is over: no desktop shows it any more, whether or not the hub has said so. */
export const isOver = ({ expiresAt }: Pick<Callback, 'expiresAt'>, now: number): boolean =>
  expiresAt != null && Date.parse(expiresAt) <= now;
