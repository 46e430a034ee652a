/** Promises of an answer, and what is granted to customers. */
import { z } from 'zod';
import { grantSchema } from '../../domain/delegation/delegation.ts';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { idSchema } from '../../kernel/ids.ts';
import { channelMapSchema } from '../http/channel-map.ts';
import { askedGrantSchema, runningDeadlineSchema } from '../http/promises.ts';

export const promiseCommands = {
  /** The channel map over all customers, as the hub reads it; `brandId` null: of all her brands. */
  'measures.channel-map': {
    input: z.object({
      brandId: z.string().max(40).nullable(),
      from: instantSchema,
      to: instantSchema,
    }),
    output: channelMapSchema,
  },
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
