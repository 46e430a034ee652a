/**
 * GET /v1/sync/bootstrap (everything, by pages of customers) and GET /v1/sync/pull (what changed
 * since a cursor). A cursor is opaque; no change is skipped because a slow transaction committed
 * late. A cursor that the hub no longer knows answers `cursor-too-old`: bootstrap again.
 */
import { z } from 'zod';
import {
  brandNumberSchema,
  brandSchema,
  dispositionSchema,
  reasonSchema,
} from '../../domain/brand/brand.ts';
import { brandRulesOfSchema } from '../../domain/brand-rules/brand-rules.ts';
import { callbackSchema } from '../../domain/callback/callback.ts';
import { caseSchema, consentSchema, customerSchema } from '../../domain/customer/customer.ts';
import { grantSchema } from '../../domain/delegation/delegation.ts';
import { e164Schema, interactionSchema } from '../../domain/interaction/interaction.ts';
import { lawSwitchOffSchema } from '../../domain/law/switches.ts';
import { purchaseSchema } from '../../domain/purchase/purchase.ts';
import { speechExperimentSchema } from '../../domain/script/choice/experiment.ts';
import { scriptSchema } from '../../domain/script/script.ts';
import { teamSchema, userSchema } from '../../domain/user/user.ts';
import { idSchema } from '../../kernel/ids.ts';
import { protocolQuery, protocolsAnswer } from './protocol.ts';

/** Everything of one customer, newest interaction first. */
export const customerBundleSchema = z.object({
  customer: customerSchema,
  cases: z.array(caseSchema),
  consents: z.array(consentSchema),
  callbacks: z.array(callbackSchema),
  interactions: z.array(interactionSchema),
  grants: z.array(grantSchema).default([]),
  purchases: z.array(purchaseSchema).default([]),
});
export type CustomerBundle = z.infer<typeof customerBundleSchema>;

/** The small tables that a desktop holds whole; scripts are those that are said now. */
export const referenceSchema = z.object({
  brands: z.array(brandSchema),
  numbers: z.array(brandNumberSchema),
  scripts: z.array(scriptSchema),
  reasons: z.array(reasonSchema),
  dispositions: z.array(dispositionSchema),
  users: z.array(userSchema),
  teams: z.array(teamSchema),
  /** What each brand promises and allows; absent from a hub that knows of no rules. */
  rules: z.array(brandRulesOfSchema).default([]),
  /** Rules of law that an administrator has switched off (docs/law.md). */
  lawSwitchedOff: z.array(z.string().max(40)).optional(),
  /** Those that have an end; a desktop that does not know of them holds to the law. */
  lawSwitches: z.array(lawSwitchOffSchema).optional(),
  /** Published from a date to come: a desktop says them from then on, also offline. */
  upcomingScripts: z.array(scriptSchema).optional(),
  /** Said until lately: only for calls that began with them. */
  retiredScripts: z.array(scriptSchema).optional(),
  /** Versions that only an experiment says, and the experiments that run or will. */
  trialScripts: z.array(scriptSchema).optional(),
  experiments: z.array(speechExperimentSchema).optional(),
});
export type Reference = z.infer<typeof referenceSchema>;

export const bootstrapQuerySchema = z.object({
  ...protocolQuery,
  after: idSchema.optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(500),
  /** `needed`: only whom a desktop is to hold, by the house's rules for desktops. */
  hold: z.enum(['all', 'needed']).default('all'),
  /** `packed`: the page as a desktop keeps it, see packed-page.ts. */
  form: z.enum(['json', 'packed']).default('json'),
});
export const bootstrapResponseSchema = z.object({
  /** Where pulling starts once the last page is in; taken before the page was read. */
  cursor: z.string(),
  total: z.number().int(),
  reference: referenceSchema.nullable(),
  bundles: z.array(customerBundleSchema),
  /** Open calls to make of people whom nobody knows; with the first page only. */
  looseCallbacks: z.array(callbackSchema).default([]),
  /** The next `after`, or null at the end. */
  next: idSchema.nullable(),
  ...protocolsAnswer,
});
export type BootstrapResponse = z.infer<typeof bootstrapResponseSchema>;

export const changeSchema = z.discriminatedUnion('entity', [
  z.object({ entity: z.literal('customer'), id: idSchema, row: customerSchema.nullable() }),
  z.object({ entity: z.literal('interaction'), id: idSchema, row: interactionSchema.nullable() }),
  z.object({ entity: z.literal('case'), id: idSchema, row: caseSchema.nullable() }),
  z.object({ entity: z.literal('consent'), id: idSchema, row: consentSchema.nullable() }),
  z.object({ entity: z.literal('callback'), id: idSchema, row: callbackSchema.nullable() }),
  z.object({ entity: z.literal('grant'), id: idSchema, row: grantSchema.nullable() }),
  z.object({ entity: z.literal('purchase'), id: idSchema, row: purchaseSchema.nullable() }),
  /** Any of the small tables changed: here it is, whole. */
  z.object({ entity: z.literal('reference'), id: z.literal('reference'), row: referenceSchema }),
]);
/** `row` null is a tombstone. */
export type Change = z.infer<typeof changeSchema>;

export const pullQuerySchema = z.object({
  ...protocolQuery,
  cursor: z.string().min(1).max(100),
  limit: z.coerce.number().int().min(1).max(2000).default(500),
});
export const pullResponseSchema = z.object({
  cursor: z.string(),
  more: z.boolean(),
  changes: z.array(changeSchema),
  /** Of the articles that a desktop of hers holds: another one, and it compares (KNOW-41). */
  articles: z.string().max(80).nullable().default(null),
  ...protocolsAnswer,
});
export type PullResponse = z.infer<typeof pullResponseSchema>;

/**
 * POST /v1/sync/customers: customers that a desktop heard of in a change and lacks, whole. Of those
 * that it is not to hold nothing comes.
 */
export const heldRequestSchema = z.object({ ids: z.array(idSchema).min(1).max(200) });
export const heldResponseSchema = z.object({
  bundles: z.array(customerBundleSchema),
  ...protocolsAnswer,
});

export const lookUpQuerySchema = z.object({
  ...protocolQuery,
  number: e164Schema.optional(),
  id: idSchema.optional(),
});
export const lookUpResponseSchema = z.object({ bundles: z.array(customerBundleSchema).max(50) });
