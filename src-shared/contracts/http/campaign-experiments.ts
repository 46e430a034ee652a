/** The experiment of a campaign over REST: its plan before the first call, and what was found. */
import { z } from 'zod';
import { campaignStates } from '../../domain/campaign/campaign.ts';
import {
  experimentDesignSchema,
  experimentOutcomes,
  factorKinds,
} from '../../domain/experiment/design.ts';
import { experimentStates } from '../../domain/experiment/standing.ts';
import { idSchema } from '../../kernel/ids.ts';

const count = z.number().int().min(0);
const moment = z.iso.datetime();

export const powerQuerySchema = experimentDesignSchema
  .pick({ baseline: true, smallestEffect: true, power: true, look: true })
  .extend({
    /** How many groups are compared with another one. */
    comparisons: z.number().int().min(1).max(20).default(1),
    /** People that each group has, if it is known. */
    people: count.max(100_000_000).optional(),
  });
export type PowerQuery = z.infer<typeof powerQuerySchema>;

export const powerAnswerSchema = z.object({
  neededPerLevel: count,
  /** What so many people find; null: nothing, or it was not said how many there are. */
  findable: z.number().nullable(),
});

const groupSchema = z.object({
  /** The speech's id, the hours as `10-13`, `called` or `control`. */
  level: z.string(),
  people: count,
  /** Those whose days are over, of the first so many; null while it is sealed. */
  count: count.nullable(),
  n: count,
  rate: z.number().nullable(),
});
export type ExperimentGroup = z.infer<typeof groupSchema>;

const comparisonSchema = z.object({
  /** `calls`: who was called against the control group. */
  factor: z.enum([...factorKinds, 'calls']),
  /** The first one is what the others are compared with. */
  groups: z.array(groupSchema),
  against: z.array(
    z.object({
      level: z.string(),
      verdict: z.enum(['sealed', 'not-yet', 'ahead', 'behind', 'no-difference']),
      difference: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
    }),
  ),
});
export type ExperimentComparison = z.infer<typeof comparisonSchema>;

export const experimentReportSchema = z.object({
  at: moment,
  name: z.string(),
  outcome: z.enum(experimentOutcomes),
  look: z.enum(['fixed', 'sequential']),
  windowDays: count,
  /** The error that each interval may make, so that all together make one in twenty at most. */
  alpha: z.number(),
  neededPerLevel: count,
  /** With the people on the list now; null: none. */
  findable: z.number().nullable(),
  /** Nobody else comes, and everybody's days are over. */
  isOver: z.boolean(),
  /** When the days of the last one who is on the list are over. */
  lastDay: moment.nullable(),
  comparisons: z.array(comparisonSchema),
  /** From what difference on a call pays; null: neither cost nor worth is known. */
  breakEven: z.number().nullable(),
  words: z.object({ fr: z.array(z.string()), en: z.array(z.string()) }),
});
export type ExperimentReport = z.infer<typeof experimentReportSchema>;

export const experimentsSchema = z.object({
  at: moment,
  /** What runs comes first, then what is over, then what is only planned. */
  experiments: z.array(
    z.object({
      campaignId: idSchema,
      campaign: z.string(),
      brandId: z.string(),
      status: z.enum(campaignStates),
      state: z.enum(experimentStates),
      /** Of the group with the fewest, whose days are over: it is read from `neededPerLevel` on. */
      through: count,
      report: experimentReportSchema,
    }),
  ),
});
export type ListedExperiment = z.infer<typeof experimentsSchema>['experiments'][number];
