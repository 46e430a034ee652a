/** The audit log, for administrators: who did and saw what, newest first. */
import { z } from 'zod';
import { instantSchema } from '../../domain/interaction/interaction.ts';

export const auditQuerySchema = z.object({
  entity: z.string().max(40).optional(),
  entityId: z.string().max(80).optional(),
  userId: z.uuid().optional(),
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
      action: z.string(),
      entity: z.string(),
      entityId: z.string().nullable(),
      detail: z.unknown(),
      correlationId: z.string(),
    }),
  ),
  next: z.number().int().nullable(),
});
export type AuditPage = z.infer<typeof auditPageSchema>;
