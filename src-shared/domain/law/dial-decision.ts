/** What was decided before a call was placed, or was not: the evidence of it, without its number. */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { instantSchema } from '../interaction/interaction.ts';
import { callPurposeSchema } from './purpose.ts';
import { reasonWords } from './reasons.ts';
import { ruleIds } from './rule.ts';

/** Who or what says which: she, the call to make, the open case or exchange; or it is supposed. */
export const purposeSaidSchema = z.enum(['advisor', 'callback', 'history', 'nobody']);
export type PurposeSaid = z.infer<typeof purposeSaidSchema>;

const reasonCodes = Object.keys(reasonWords);

export const dialDecisionSchema = z.object({
  id: idSchema,
  at: instantSchema,
  brandId: z.string().max(40),
  customerId: idSchema.nullable(),
  callbackId: idSchema.nullable(),
  /** For which campaign it is an attempt. */
  campaignId: idSchema.nullable().default(null),
  /** The path by which the call was to be placed. */
  way: z.enum(['dial', 'consult', 'transfer']),
  purpose: callPurposeSchema,
  saidBy: purposeSaidSchema,
  allowed: z.boolean(),
  rule: z.enum(ruleIds).nullable(),
  reason: z
    .string()
    .refine((code) => reasonCodes.includes(code))
    .nullable(),
  allowedFrom: instantSchema.nullable(),
  /** SHA-256 of the facts in canonical JSON: who has them can show that they were these. */
  factsDigest: z.string().regex(/^[0-9a-f]{64}$/),
  training: z.boolean(),
  /** Rules that an administrator had switched off, and that would have refused it. */
  waived: z.array(z.enum(ruleIds)).max(ruleIds.length).default([]),
});
export type DialDecision = z.infer<typeof dialDecisionSchema>;
