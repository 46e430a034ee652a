/** /v1/help: a team lead in the calls of her advisors, and what an advisor is shown of it. */
import { z } from 'zod';
import { helpPolicySchema, helpWaySchema } from '../../domain/team-help/policy.ts';
import { idSchema } from '../../kernel/ids.ts';

const instantSchema = z.iso.datetime();
const reasonSchema = z.string().trim().min(1).max(500);

export const keptHelpPolicySchema = z.object({
  /** 0: nobody has decided anything yet. */
  version: z.number().int().min(0),
  policy: helpPolicySchema,
  changedBy: idSchema.nullable(),
  changedAt: instantSchema.nullable(),
});
export type KeptHelpPolicy = z.infer<typeof keptHelpPolicySchema>;

/** `version` is the one that was read. */
export const helpPolicyChangeSchema = keptHelpPolicySchema.pick({ version: true, policy: true });

export const helpOrderSchema = z.object({
  advisorId: idSchema,
  way: helpWaySchema,
  reason: reasonSchema,
});
export type HelpOrder = z.infer<typeof helpOrderSchema>;
export const helpWayChangeSchema = z.object({ way: helpWaySchema });
export const helpReasonSchema = z.object({ reason: reasonSchema });

export const helpSchema = z.object({
  /** The lead's telephone is called with it in `X-Parlance-Help`. */
  helpId: idSchema,
  leadId: idSchema,
  leadName: z.string().max(200),
  advisorId: idSchema,
  advisorName: z.string().max(200),
  way: helpWaySchema,
  reason: z.string().max(500),
  /** The switch's name of the call. */
  callId: z.string().max(200),
  brandId: z.string().max(40).nullable(),
  since: instantSchema,
  /** Since then it is the lead's call. */
  takenOverAt: instantSchema.nullable(),
});
export type Help = z.infer<typeof helpSchema>;

export const myHelpsSchema = z.object({
  /** The one that I give. */
  given: helpSchema.nullable(),
  /** Those in my call, as far as I am to be shown them. */
  inMyCall: z.array(helpSchema.pick({ helpId: true, leadName: true, way: true, since: true })),
  /** Those who have my call in view, where a sign is always shown. */
  seenBy: z.array(helpSchema.pick({ leadName: true, since: true })).optional(),
});
export type MyHelps = z.infer<typeof myHelpsSchema>;
