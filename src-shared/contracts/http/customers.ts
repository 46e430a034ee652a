/** Customers over REST: found by name or number, read whole, their exchanges in pages. */
import { z } from 'zod';
import { callbackSchema } from '../../domain/callback/callback.ts';
import { caseSchema, consentSchema, customerSchema } from '../../domain/customer/customer.ts';
import { instantSchema, interactionSchema } from '../../domain/interaction/interaction.ts';
import { idSchema } from '../../kernel/ids.ts';

export const customerSearchSchema = z.object({
  /** Beginnings of first, last or company names, in any order, accents ignored. */
  name: z.string().trim().min(1).max(100).optional(),
  /** A telephone number in any form. */
  number: z.string().trim().min(1).max(40).optional(),
  /** Whichever it is: a name, a number in any form, an e-mail, or the reference of a case. */
  text: z.string().trim().min(1).max(120).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export const customersSchema = z.object({ customers: z.array(customerSchema) });

export const customerDetailSchema = z.object({
  customer: customerSchema,
  cases: z.array(caseSchema),
  consents: z.array(consentSchema),
  callbacks: z.array(callbackSchema),
});

export const interactionPageQuerySchema = z.object({
  /** `next` of the page before. */
  before: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT[\d:.]{8,15}Z_[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const interactionPageSchema = z.object({
  /** Newest first. */
  interactions: z.array(interactionSchema),
  next: z.string().nullable(),
});

export const customerHistorySchema = z.object({
  changes: z.array(
    z.object({
      version: z.number().int(),
      field: z.string(),
      from: z.unknown(),
      to: z.unknown(),
      changedBy: idSchema.nullable(),
      changedAt: instantSchema,
      /** Another system that said so, and since when it is so by its word. */
      sourceId: idSchema.nullable(),
      /** The import that said so. */
      importId: idSchema.nullable(),
      happenedAt: instantSchema.nullable(),
    }),
  ),
});

export const callbacksQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export const callbacksSchema = z.object({ callbacks: z.array(callbackSchema) });
export const customerPathSchema = z.object({ customerId: idSchema });
