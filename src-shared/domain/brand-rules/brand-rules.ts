/**
 * What a brand promises and allows, in one record that its manager changes and every desktop holds:
 * when it is open, within which time whom is reached, and what an advisor may grant.
 */
import { z } from 'zod';
import { knowledgeRulesSchema } from '../article/knowledge-rules.ts';
import { openingHoursSchema } from '../calendar/business-time.ts';
import { segments } from '../customer/customer.ts';
import { roleSchema } from '../user/user.ts';
import { cardLayoutSchema } from './card-layout.ts';

/** `vip` is said of a relation beside its segment; `anyone` fits everybody. */
export const audiences = ['anyone', 'vip', ...segments] as const;
export const audienceSchema = z.enum(audiences);
export type Audience = z.infer<typeof audienceSchema>;

export const answerPromiseSchema = z.object({
  audience: audienceSchema,
  withinMinutes: z.number().int().min(1).max(100_000),
  /** `open`: only while the brand is open. */
  clock: z.enum(['open', 'always']),
});
export type AnswerPromise = z.infer<typeof answerPromiseSchema>;

export const grantKinds = ['refund', 'gesture', 'exchange'] as const;
export const grantKindSchema = z.enum(grantKinds);
export type GrantKind = z.infer<typeof grantKindSchema>;

const centsSchema = z.number().int().min(0).max(100_000_000);

export const delegationRuleSchema = z.object({
  kind: grantKindSchema,
  roles: z.array(roleSchema).min(1).max(4),
  audience: audienceSchema,
  /** Empty: for any reason. */
  reasonCodes: z.array(z.string().max(60)).max(50),
  /** What she may grant alone, in euro cents. An exchange has no amount: 0 or more allows it. */
  upToCents: centsSchema,
  /** Up to here she may ask her team lead; at most what she may grant alone: never asked. */
  askUpToCents: centsSchema,
});
export type DelegationRule = z.infer<typeof delegationRuleSchema>;

/** Words that are not to be said in the brand's name, and what is said instead. */
export const avoidedWordsSchema = z.object({
  words: z.string().trim().min(1).max(120),
  instead: z.string().trim().min(1).max(200).optional(),
  /** `block`: no speech with them is read by anybody. */
  severity: z.enum(['block', 'advice']),
  language: z.enum(['fr', 'en']).optional(),
});
export type AvoidedWords = z.infer<typeof avoidedWordsSchema>;

export const brandRulesSchema = z.object({
  hours: openingHoursSchema,
  promises: z.array(answerPromiseSchema).max(20),
  /** How long before the end of a promise the team lead is called, in minutes. */
  escalateMinutes: z.number().int().min(0).max(10_000),
  delegations: z.array(delegationRuleSchema).max(100),
  /** How the 360 is arranged, by role. */
  cards: z.array(cardLayoutSchema).max(10).default([]),
  /** The open page of its articles, and what a message costs; absent: no page, prices unknown. */
  knowledge: knowledgeRulesSchema.optional(),
  avoidedWords: z.array(avoidedWordsSchema).max(500).optional(),
});
export type BrandRules = z.infer<typeof brandRulesSchema>;

export const brandRulesOfSchema = brandRulesSchema.extend({ brandId: z.string().max(40) });

type Relation = { readonly segment: Audience; readonly vip: boolean };

/** A customer without a relation to the brand is anyone. */
export const belongsTo = (audience: Audience, relation: Relation | undefined): boolean => {
  if (audience === 'anyone') return true;
  if (relation === undefined) return false;
  return audience === 'vip' ? relation.vip : relation.segment === audience;
};
