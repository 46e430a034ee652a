/** Evidence of what was decided before calls, and the rules of law that are in force here. */
import { z } from 'zod';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { dialDecisionSchema, purposeSaidSchema } from '../../domain/law/dial-decision.ts';
import { ruleIds } from '../../domain/law/rule.ts';
import { idSchema } from '../../kernel/ids.ts';

export const ruleIdSchema = z.enum(ruleIds);

export const keptDecisionSchema = dialDecisionSchema.extend({
  /** Null: no person, the dialler of `campaignId`. */
  userId: idSchema.nullable(),
  way: z.enum([...dialDecisionSchema.shape.way.options, 'dialler']),
  saidBy: z.enum([...purposeSaidSchema.options, 'campaign']),
  receivedAt: instantSchema,
  /** What the hub says to the same call, with what it knew when it heard of it; null: allowed. */
  hubRule: ruleIdSchema.nullable(),
  hubReason: z.string().nullable(),
});
export type KeptDecision = z.infer<typeof keptDecisionSchema>;

export const decisionsQuerySchema = z.object({
  customerId: idSchema.optional(),
  /** `refused`: those only that were not placed; `disputed`: those that the hub would have refused. */
  show: z.enum(['all', 'refused', 'disputed']).default('all'),
  from: instantSchema.optional(),
  /** Earlier than this; the `next` of a page. */
  before: instantSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type DecisionsQuery = z.infer<typeof decisionsQuerySchema>;

/** Newest first. */
export const decisionsSchema = z.object({
  decisions: z.array(keptDecisionSchema),
  next: instantSchema.nullable(),
});

export const lawRuleSchema = z.object({
  rule: ruleIdSchema,
  article: z.string(),
  source: z.string(),
  from: instantSchema.nullable(),
  until: instantSchema.nullable(),
  /** Null: in force. */
  switchedOff: z
    .object({
      reason: z.string(),
      by: idSchema.nullable(),
      at: instantSchema,
      /** Null: until it is switched on; from before an end was asked for. */
      until: instantSchema.nullable(),
    })
    .nullable(),
});
export type LawRule = z.infer<typeof lawRuleSchema>;
/** In their order of precedence. */
export const lawRulesSchema = z.object({ country: z.string(), rules: z.array(lawRuleSchema) });

export const switchReasonSchema = z.string().trim().min(10).max(500);
/** Off is until a day, so that what was forgotten comes back by itself. */
export const lawSwitchSchema = z.discriminatedUnion('on', [
  z.object({ on: z.literal(true), reason: switchReasonSchema }),
  z.object({ on: z.literal(false), reason: switchReasonSchema, until: instantSchema }),
]);
export type LawSwitch = z.infer<typeof lawSwitchSchema>;
export const longestSwitchDays = 366;
export const rulePathSchema = z.object({ rule: ruleIdSchema });
