/** A call that the law refused: what she reads, and how the same call is asked for as a service call. */
import { z } from 'zod';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { callPurposeSchema } from '../../domain/law/purpose.ts';
import { ruleIds } from '../../domain/law/rule.ts';
import { idSchema } from '../../kernel/ids.ts';

/** `number` as typed or as the directory gave it; `name` is shown and kept with the call. */
export const transferInputSchema = z.object({
  callId: idSchema,
  number: z.string().min(1).max(60),
  name: z.string().trim().max(80).nullable(),
  /** What she says that it is for; absent: the program supposes. */
  purpose: callPurposeSchema.optional(),
});

export const dialInputSchema = z.object({
  number: z.string().min(1).max(60),
  brandId: z.string().max(40).nullable(),
  customerId: idSchema.nullable(),
  callbackId: idSchema.nullable(),
  purpose: callPurposeSchema.optional(),
});

export const refusedCallSchema = z.object({
  id: idSchema,
  again: z.discriminatedUnion('command', [
    z.object({ command: z.literal('call.dial'), input: dialInputSchema }),
    z.object({ command: z.literal('call.consult'), input: transferInputSchema }),
    z.object({ command: z.literal('call.transfer'), input: transferInputSchema }),
  ]),
  numberDisplay: z.string(),
  customerName: z.string().nullable(),
  purpose: callPurposeSchema,
  /** Nobody said that it sells: she may say that it does not. */
  mayServe: z.boolean(),
  rule: z.enum(ruleIds).nullable(),
  reason: z.string().nullable(),
  article: z.string(),
  source: z.string(),
  allowedFrom: instantSchema.nullable(),
});
export type RefusedCall = z.infer<typeof refusedCallSchema>;
