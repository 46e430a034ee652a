/** Promises of an answer, and what is granted to customers. */
import { z } from 'zod';
import { grantSchema } from '../../domain/delegation/delegation.ts';
import { idSchema } from '../../kernel/ids.ts';
import { askedGrantSchema, runningDeadlineSchema } from '../http/promises.ts';

export const promiseCommands = {
  /** What runs and what is asked, as the hub says; `known` false: it cannot be reached now. */
  'promises.list': {
    input: z.object({}),
    output: z.object({
      deadlines: z.array(runningDeadlineSchema),
      asked: z.array(askedGrantSchema),
      known: z.boolean(),
    }),
  },
  /** Granted within her limit, asked for above it; refused beyond. */
  'grants.give': {
    input: grantSchema.pick({
      customerId: true,
      brandId: true,
      interactionId: true,
      caseId: true,
      kind: true,
      amountCents: true,
      reasonCode: true,
    }),
    output: z.object({ status: z.enum(['granted', 'asked']) }),
  },
  /** A team lead's answer to what was asked. */
  'grants.decide': {
    input: z.object({ grantId: idSchema, approve: z.boolean() }),
    output: z.null(),
  },
} as const;
