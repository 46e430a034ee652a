/** POST /v1/sync/push: a batch of mutations, one answer for each, in the same order. */
import { z } from 'zod';
import { errorCodes } from '../../kernel/error-codes.ts';
import { idSchema } from '../../kernel/ids.ts';
import { mutationEnvelopeSchema } from './mutation.ts';
import { protocolQuery, protocolsAnswer } from './protocol.ts';

export const maxMutationsPerPush = 200;

/** A desktop that is too old may still send what it did: nothing of hers is ever stranded. */
export const pushQuerySchema = z.object(protocolQuery);

export const pushRequestSchema = z.object({
  deviceId: idSchema,
  mutations: z.array(mutationEnvelopeSchema).min(1).max(maxMutationsPerPush),
});

/** A person of the house by her name, or a source (a shop, a store, a form) by its own. */
export const otherChangeSchema = z.object({
  field: z.string().max(60),
  by: z.enum(['person', 'source']),
  name: z.string().max(200),
  at: z.iso.datetime(),
});
export type OtherChange = z.infer<typeof otherChangeSchema>;

export const mutationAnswerSchema = z.object({
  id: idSchema,
  /**
   * accepted: in effect (now or by an earlier push). rejected: never will be, see `code`.
   * superseded: the hub holds something newer, in `current`. deferred: send again later.
   */
  status: z.enum(['accepted', 'rejected', 'superseded', 'deferred']),
  at: z.iso.datetime(),
  code: z.enum(errorCodes).optional(),
  detail: z.string().max(500).optional(),
  current: z.unknown().optional(),
  /** Of a superseded change: who changed each field meanwhile, and when the hub heard of it. */
  others: z.array(otherChangeSchema).max(20).optional(),
});
export type MutationAnswer = z.infer<typeof mutationAnswerSchema>;

export const pushResponseSchema = z.object({
  answers: z.array(mutationAnswerSchema),
  ...protocolsAnswer,
});
