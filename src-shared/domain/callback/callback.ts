/**
 * A call to make, mine or anyone's: a promise, an appointment, or a call of theirs that nobody took
 * (`missed`) or that they gave up (`abandoned`).
 */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { e164Schema, instantSchema } from '../interaction/interaction.ts';

export const callbackSchema = z.object({
  id: idSchema,
  kind: z.enum(['callback', 'appointment', 'missed', 'abandoned']),
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
});
export type Callback = z.infer<typeof callbackSchema>;

/** Somebody promised it; the others are calls that nobody took, and say no reason. */
export const isPromise = (kind: Callback['kind']): boolean =>
  kind === 'callback' || kind === 'appointment';
