/** What calls of campaigns brought and cost, by whatever they are cut; of one campaign or of all. */
import { z } from 'zod';
import { campaignGoals } from '../../domain/campaign/campaign.ts';

const count = z.number().int().min(0);
const moment = z.iso.datetime();
const cents = count.nullable();

export const resultCuts = ['advisor', 'team', 'hour', 'area', 'speech', 'day'] as const;
export type ResultCut = (typeof resultCuts)[number];
export const figureCuts = ['campaign', ...resultCuts] as const;
export type FigureCut = (typeof figureCuts)[number];

export const resultRowSchema = z.object({
  /**
   * The id of the campaign, advisor or team, the hour, the department, the speech and its version, the
   * day; null: not known.
   */
  key: z.string().nullable(),
  label: z.string().nullable(),
  /** Of a campaign. */
  brandId: z.string().nullable().default(null),
  goal: z.enum(campaignGoals).nullable().default(null),
  /** People who were called, and those of them whom a call reached. */
  people: count,
  peopleReached: count,
  /** Calls, those that reached somebody, and those that ended with the goal. */
  attempts: count,
  reached: count,
  successes: count,
  /** Made and not cancelled, of them kept and not kept; the rest is to come, or nobody said. */
  appointments: z.object({ made: count, kept: count, notKept: count, cancelled: count }),
  /** Orders within thirty days after the call, and what a campaign of sales sold in it. */
  sales: count,
  /** Seconds on the telephone and after it, of the calls that were recorded, and what they cost. */
  seconds: count,
  cents: count,
  /** Null while there was none, or no call was recorded. */
  centsPerContact: cents,
  centsPerSuccess: cents,
  centsPerAppointment: cents,
  centsPerSale: cents,
  /** What a representative's visit costs that comes without a call; of several campaigns their mean by calls. */
  visitCents: count,
});
export type ResultRow = z.infer<typeof resultRowSchema>;

/** Days in Paris, both of them included; without them the last thirty. */
export const figuresQuerySchema = z.object({
  by: z.enum(figureCuts).default('campaign'),
  brandId: z.string().max(40).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
export type FiguresQuery = z.output<typeof figuresQuerySchema>;
export const figuresSheetQuerySchema = figuresQuerySchema.extend({
  language: z.enum(['fr', 'en']).default('fr'),
});

export const figureHourSchema = z.object({
  /** ISO weekday, 1 Monday, and hour, both of the household's own clock. */
  weekday: z.number().int().min(1).max(7),
  hour: z.number().int().min(0).max(23),
  attempts: count,
  reached: count,
});

export const figureScopes = ['own', 'team', 'brands'] as const;

export const allFiguresSchema = z.object({
  /** The moment at which all of it was true. */
  at: moment,
  from: z.iso.date(),
  to: z.iso.date(),
  by: z.enum(figureCuts),
  /** Whose calls: of the user, of her team with what the dialler tried in its campaigns, or of her brands. */
  scope: z.enum(figureScopes),
  rows: z.array(resultRowSchema),
  total: resultRowSchema,
  hours: z.array(figureHourSchema),
});
export type AllFigures = z.infer<typeof allFiguresSchema>;
