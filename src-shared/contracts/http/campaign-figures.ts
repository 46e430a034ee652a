/** How a campaign goes: against its plan, when people answer, how calls end, who works on it, what it costs. */
import { z } from 'zod';
import { consequences } from '../../domain/campaign/campaign.ts';
import { dialResults } from '../../domain/campaign/dial-result.ts';
import { ruleIds } from '../../domain/law/rule.ts';
import { idSchema } from '../../kernel/ids.ts';
import { advisorStateSchema } from '../sync/mutation.ts';
import { figureHourSchema, resultCuts, resultRowSchema } from './call-figures.ts';
import { contactSchema } from './campaigns.ts';

const count = z.number().int().min(0);
const share = z.number().min(0).max(1);
const moment = z.iso.datetime();

/** So many of so many, with the interval that it may be off by, nineteen times out of twenty. */
const rateSchema = z.object({
  count,
  of: count,
  rate: share.nullable(),
  low: share,
  high: share,
});
export type FigureRate = z.infer<typeof rateSchema>;

const endingSchema = z.object({
  kind: z.enum(['disposition', 'result']),
  /** Of a disposition its code, otherwise how the attempt ended. */
  code: z.string(),
  label: z.object({ fr: z.string(), en: z.string() }).nullable(),
  consequence: z.enum(consequences).nullable(),
  result: z.enum(dialResults),
  count,
});

const atWorkSchema = z.object({
  userId: idSchema,
  name: z.string(),
  /** Null: not known. */
  state: advisorStateSchema.nullable(),
  since: moment.nullable(),
  /** Of today. */
  attempts: count,
  reached: count,
  successes: count,
});

export const campaignFiguresSchema = z.object({
  campaignId: idSchema,
  /** The moment at which all of it was true. */
  at: moment,
  people: z.object({ waiting: count, over: count, control: count }),
  attempts: count,
  /** Attempts that reached somebody, and contacts that ended with the goal. */
  reached: count,
  successes: count,
  plan: z.object({
    target: z.number().int().nullable(),
    /** Successes planned until tonight. */
    planned: z.number().int().min(0).nullable(),
    daysDone: count,
    days: count,
  }),
  /** Of the last 24 hours: of those who picked up, how many found nobody. */
  abandoned: rateSchema,
  hours: z.array(figureHourSchema),
  /** The most frequent first. */
  endings: z.array(endingSchema),
  /** Who ordered since she came on the list: of those who were called, and of the control group. */
  arms: z.object({
    called: rateSchema,
    control: rateSchema,
    difference: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
  }),
  advisors: z.array(atWorkSchema),
});
export type CampaignFigures = z.infer<typeof campaignFiguresSchema>;

export const resultsQuerySchema = z.object({ by: z.enum(resultCuts).default('advisor') });

export const campaignResultsSchema = z.object({
  at: moment,
  by: z.enum(resultCuts),
  rows: z.array(resultRowSchema),
  total: resultRowSchema,
  centsPerHour: count,
  /** What a representative's visit costs that comes without a call. */
  visitCents: count,
});
export type CampaignResults = z.infer<typeof campaignResultsSchema>;

export const peopleQuerySchema = z.object({
  state: z.enum(['waiting', 'over', 'control']).optional(),
  /** Part of a name or commune. */
  search: z.string().trim().max(80).optional(),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

const verdictSchema = z.object({
  allowed: z.boolean(),
  /** `restricted`: she may not be worked with at all. */
  rule: z.enum(ruleIds).nullable(),
  article: z.string().nullable(),
  allowedFrom: moment.nullable(),
});

export const campaignPeopleSchema = z.object({
  at: moment,
  total: count,
  people: z.array(contactSchema.extend({ verdict: verdictSchema.nullable() })),
});
export type CampaignPeople = z.infer<typeof campaignPeopleSchema>;
