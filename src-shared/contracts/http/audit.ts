/** The audit log, for administrators: who did and saw what, newest first. */
import { z } from 'zod';
import { instantSchema } from '../../domain/interaction/interaction.ts';

export const auditQuerySchema = z.object({
  entity: z.string().max(40).optional(),
  entityId: z.string().max(80).optional(),
  userId: z.uuid().optional(),
  action: z.string().max(40).optional(),
  /** Whose name, what was done or to what, or the customer's name: beginnings of words. */
  text: z.string().trim().max(80).optional(),
  /** `next` of the page before. */
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AuditQuery = z.infer<typeof auditQuerySchema>;

export const auditPageSchema = z.object({
  entries: z.array(
    z.object({
      id: z.number().int(),
      at: instantSchema,
      userId: z.string().nullable(),
      /** Who it was; null: the hub itself, or somebody who is not known any more. */
      who: z.string().nullable().default(null),
      action: z.string(),
      entity: z.string(),
      entityId: z.string().nullable(),
      /** The customer it was about, as she is called now. */
      about: z.string().nullable().default(null),
      detail: z.unknown(),
      correlationId: z.string(),
    }),
  ),
  next: z.number().int().nullable(),
});
export type AuditPage = z.infer<typeof auditPageSchema>;

/** Whether the journal is what it was: GET /v1/audit/chain. */
export const auditChainSchema = z.object({
  /** Entries that were checked, and how many are too new to be sealed. */
  entries: z.number().int(),
  unsealed: z.number().int(),
  seals: z.number().int(),
  /** The first seal that does not fit what it seals; null: the chain is whole. */
  brokenAt: z.number().int().nullable(),
});
export type AuditChain = z.infer<typeof auditChainSchema>;
