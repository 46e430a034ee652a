/** An outbound campaign: what it is for, in whose name, with which words, at what pace, and until when. */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { experimentDesignSchema } from '../experiment/design.ts';
import { e164Schema } from '../interaction/interaction.ts';
import { audienceSchema } from './audience.ts';
import { costsSchema } from './costs.ts';
import { eventSourcesSchema } from './events.ts';
import { ABANDON_LIMIT_PERCENT, diallingModeSchema } from './pacing.ts';
import { retryPlanSchema, usualRetryPlan } from './retry.ts';
import { sequenceSchema } from './sequence.ts';

export const campaignGoals = [
  'appointments',
  'sales',
  'qualification',
  'survey',
  'information',
] as const;
export const campaignStates = ['draft', 'running', 'paused', 'stopped'] as const;
export type CampaignState = (typeof campaignStates)[number];

/** What a qualification means for whoever was called. */
export const consequences = [
  'success',
  'documentation',
  /** A call at a time that she named. */
  'callback',
  /** Somebody answered, not she: as if nobody had. */
  'again',
  'close',
  /** No to this, in the call: sixty days of silence of the whole professional (D223-9). */
  'refusal',
  /** Never again, by anybody of the professional. */
  'opposition',
  'wrong-number',
] as const;
export type Consequence = (typeof consequences)[number];

export const outcomeRuleSchema = z.object({
  dispositionCode: z.string().min(1).max(60),
  consequence: z.enum(consequences),
});

const percent = z.number().min(0).max(100);
const atLeastOne = z.number().int().min(1);

export const diallingSchema = z.object({
  mode: diallingModeSchema.default('preview'),
  /** Preview: the contact goes back to the list when nobody decides within it. */
  previewSeconds: z.number().int().min(10).max(900).default(90),
  abandonLimitPercent: percent.max(ABANDON_LIMIT_PERCENT).default(ABANDON_LIMIT_PERCENT),
  callsPerAdvisor: z.number().min(1).max(5).default(1),
});
export type Dialling = z.infer<typeof diallingSchema>;

/** What its author decides; the rest comes of running it. */
export const campaignSettingsSchema = z
  .object({
    name: z.string().trim().min(1).max(120),
    brandId: z.string().min(1).max(40),
    goal: z.enum(campaignGoals),
    /** Service: about a running contract or something that she asked for; all else sells. */
    callKind: z.enum(['commercial', 'service']).default('commercial'),
    /** Its offer relates to the object of the contracts that run: the exception of L223-1. */
    offerRelated: z.boolean().default(false),
    scriptId: z.string().max(60).nullable().default(null),
    teamIds: z.array(idSchema).max(50).default([]),
    startsOn: z.iso.date(),
    /** Its last day. */
    endsOn: z.iso.date(),
    /** What her telephone shows; the first one that the law allows for the kind of dialling. */
    presentedNumbers: z.array(e164Schema).max(20).default([]),
    dialling: diallingSchema.prefault({}),
    retry: retryPlanSchema.default(usualRetryPlan),
    /** What comes before and after the call; without more than it, the call alone. */
    sequence: sequenceSchema.prefault({}),
    outcomes: z.array(outcomeRuleSchema).max(100).default([]),
    /** Percent of the list that is never called, to see what the calls do. */
    controlPercent: percent.max(50).default(0),
    /** What is varied over whom, and how it is read; fixed once it runs. */
    experiment: experimentDesignSchema.nullable().default(null),
    target: atLeastOne.max(10_000_000).nullable().default(null),
    /** For each advisor and day. */
    dailyGoals: z
      .object({
        contacts: atLeastOne.max(1000).nullable(),
        successes: atLeastOne.max(1000).nullable(),
      })
      .default({ contacts: null, successes: null }),
    budgetCents: z.number().int().min(0).nullable().default(null),
    valueCents: z.number().int().min(0).default(0),
    costs: costsSchema.prefault({}),
    audience: audienceSchema.prefault({}),
    /** Contacts that come of an event are called within it or not at all. */
    liveHours: z.number().min(0.25).max(2160).nullable().default(null),
    /** What makes somebody a contact while it runs. */
    events: eventSourcesSchema.default([]),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
    path: ['endsOn'],
    message: 'a campaign does not end before it begins',
  })
  .refine(
    ({ outcomes }) =>
      new Set(outcomes.map(({ dispositionCode }) => dispositionCode)).size === outcomes.length,
    { path: ['outcomes'], message: 'each qualification has one consequence' },
  );
export type CampaignSettings = z.infer<typeof campaignSettingsSchema>;

export const campaignSchema = z.object({
  id: idSchema,
  status: z.enum(campaignStates),
  revision: z.number().int().min(1),
  createdBy: idSchema.nullable(),
  createdAt: z.iso.datetime(),
  settings: campaignSettingsSchema,
});
export type Campaign = z.infer<typeof campaignSchema>;
