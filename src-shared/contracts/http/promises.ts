/** Deadlines that run, and grants that wait for a team lead. */
import { z } from 'zod';
import { grantSchema } from '../../domain/delegation/delegation.ts';
import { channelSchema } from '../../domain/interaction/channel.ts';
import { e164Schema, instantSchema } from '../../domain/interaction/interaction.ts';
import { idSchema } from '../../kernel/ids.ts';

export const runningDeadlineSchema = z.object({
  customerId: idSchema,
  customerName: z.string(),
  phone: e164Schema.nullable(),
  brandId: z.string().max(40),
  interactionId: idSchema,
  channel: channelSchema,
  openedAt: instantSchema,
  dueAt: instantSchema,
  escalateAt: instantSchema,
  promisedMinutes: z.number().int(),
  vip: z.boolean(),
});
export type RunningDeadline = z.infer<typeof runningDeadlineSchema>;

/** Most urgent first. */
export const deadlinesSchema = z.object({ deadlines: z.array(runningDeadlineSchema) });
export const deadlinesQuerySchema = z.object({
  /** `escalated`: those only that the team lead is called for. */
  show: z.enum(['all', 'vip', 'escalated']).default('all'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const askedGrantSchema = grantSchema.extend({ customerName: z.string() });
export type AskedGrant = z.infer<typeof askedGrantSchema>;
export const askedGrantsSchema = z.object({ grants: z.array(askedGrantSchema) });
export const grantDecisionSchema = z.object({ approve: z.boolean() });
