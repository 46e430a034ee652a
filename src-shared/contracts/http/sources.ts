/** Sources and what they sent: made and rotated by an administrator, quarantine settled by people. */
import { z } from 'zod';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { sourceSchema } from '../../domain/source/source.ts';
import { idSchema } from '../../kernel/ids.ts';
import { quarantineReasonSchema } from '../hooks/event.ts';

export const hookLimits = { bodyBytes: 256 * 1024, toleranceSeconds: 300 } as const;

export const newSourceSchema = sourceSchema.pick({ name: true, kind: true, brandIds: true });
export type NewSource = z.infer<typeof newSourceSchema>;
export const sourceChangeSchema = sourceSchema
  .pick({ name: true, brandIds: true, active: true })
  .partial();
export type SourceChange = z.infer<typeof sourceChangeSchema>;
/** The one time that the secret is shown. */
export const sourceWithSecretSchema = sourceSchema.extend({ secret: z.string() });
export type SourceWithSecret = z.infer<typeof sourceWithSecretSchema>;
export const rotationSchema = z.object({
  /** How long the old secret is taken as well. */
  oldValidMinutes: z.number().int().min(0).max(43_200).default(1_440),
});
export const sourcesSchema = z.object({ sources: z.array(sourceSchema) });
export const sourcePathSchema = z.object({ sourceId: idSchema });

export const hookAnswerSchema = z.object({
  eventId: idSchema,
  status: z.enum(['applied', 'quarantined']),
  reason: quarantineReasonSchema.nullable(),
});
export type HookAnswer = z.infer<typeof hookAnswerSchema>;

/** Where an event is wrong, never with the value. */
export const eventIssueSchema = z.object({ path: z.string(), message: z.string() });
export type EventIssue = z.infer<typeof eventIssueSchema>;

export const quarantineItemSchema = z.object({
  id: idSchema,
  sourceId: idSchema,
  sourceName: z.string(),
  messageId: z.string(),
  type: z.string().nullable(),
  brandId: z.string().nullable(),
  receivedAt: instantSchema,
  status: z.enum(['quarantined', 'applied', 'given-up']),
  reason: quarantineReasonSchema,
  issues: z.array(eventIssueSchema),
  /** As it was sent, or as it was corrected since. */
  body: z.string(),
});
export type QuarantineItem = z.infer<typeof quarantineItemSchema>;
export const quarantineQuerySchema = z.object({
  sourceId: idSchema.optional(),
  reason: quarantineReasonSchema.optional(),
  after: idSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type QuarantineQuery = z.infer<typeof quarantineQuerySchema>;
export const quarantineSchema = z.object({
  items: z.array(quarantineItemSchema),
  total: z.number().int(),
  next: idSchema.nullable(),
});

export const replaySchema = z.object({
  items: z
    .array(
      z.object({
        id: idSchema,
        /** The corrected event; without it the event is tried again as it is. */
        event: z.unknown().optional(),
      }),
    )
    .min(1)
    .max(200),
});
export const givingUpSchema = z.object({
  ids: z.array(idSchema).min(1).max(200),
  why: z.string().trim().min(3).max(300),
});
export const settledItemSchema = z.object({
  id: idSchema,
  /** `gone`: it is not there, of other brands, or settled already. */
  status: z.enum(['applied', 'quarantined', 'given-up', 'gone']),
  reason: quarantineReasonSchema.nullable(),
  issues: z.array(eventIssueSchema),
});
export type SettledItem = z.infer<typeof settledItemSchema>;
export const settledSchema = z.object({ items: z.array(settledItemSchema) });
