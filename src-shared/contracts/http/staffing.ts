/** GET /v1/staffing/day: the calls of a day by quarters of an hour, and the advisors that they need. */
import { z } from 'zod';
import { instantSchema } from '../../domain/interaction/interaction.ts';

export const staffingQuerySchema = z.object({
  /** One of her brands; absent: all of them as one queue. */
  brandId: z.string().max(40).optional(),
  /** In Paris; absent: today. */
  day: z.iso.date().optional(),
  /** Of 100 calls, how many are to be answered within the target. */
  share: z.coerce.number().min(10).max(99).default(85),
  targetSeconds: z.coerce.number().int().min(0).max(600).default(30),
  /** How long a caller waits on average before giving up; 0: for ever (Erlang C). */
  patienceSeconds: z.coerce.number().int().min(0).max(3_600).default(120),
  /** Of 100 minutes, how many an advisor may be busy with calls. */
  busiest: z.coerce.number().min(30).max(100).default(88),
});
export type StaffingQuery = z.output<typeof staffingQuerySchema>;

const calls = z.number().min(0);
const advisors = z.number().int().min(0);

export const staffingQuarterSchema = z.object({
  /** `08:15`, by the clock of Paris. */
  from: z.string().regex(/^\d\d:\d\d$/),
  /** What was told of it from the days before. */
  expected: calls,
  /** What came; null while it is not over. */
  came: z.number().int().min(0).nullable(),
  /** What came, or what is told of it now. */
  calls,
  /** Nine times out of ten it lies from `low` to `high`. */
  low: calls,
  high: calls,
  handlingSeconds: z.number().min(0),
  needed: advisors,
  neededLow: advisors,
  neededHigh: advisors,
});
export type StaffingQuarter = z.infer<typeof staffingQuarterSchema>;

export const staffingDaySchema = z.object({
  at: instantSchema,
  day: z.iso.date(),
  brandId: z.string().nullable(),
  zone: z.string(),
  goal: z.object({
    share: z.number(),
    targetSeconds: z.number(),
    patienceSeconds: z.number().nullable(),
    busiest: z.number(),
  }),
  /** Days before the one asked for of which calls are known, two years at most. */
  history: z.object({ days: z.number().int().min(0), from: z.iso.date().nullable() }),
  /** How far the last four such days were off, as a share of their calls; null: none is known. */
  error: z.number().min(0).nullable(),
  /** Null: fewer than fourteen days are known. */
  total: z
    .object({
      expected: calls,
      calls,
      low: calls,
      high: calls,
      /** Of them, what letters and messages of campaigns bring. */
      fromWritten: calls,
    })
    .nullable(),
  quarters: z.array(staffingQuarterSchema),
});
export type StaffingDay = z.infer<typeof staffingDaySchema>;
