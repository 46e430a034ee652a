/** GET /v1/centre-figures: what advisors did with their time and what became of their calls. */
import { z } from 'zod';
import { centreFigureNames } from '../../domain/centre/figure-words.ts';
import type { CentreFigures } from '../../domain/centre/figures.ts';
import { figureScopes } from './call-figures.ts';
import { queueFiguresSchema } from './queue-figures.ts';

const count = z.number().int().min(0);
const seconds = z.number().min(0);
const average = seconds.nullable();
const rate = z.number().min(0).max(1).nullable();

export const centreFiguresSchema = z.object({
  /** Null: people's time is not that of a queue, a brand or a speech, or is not hers to see. */
  states: z
    .object({
      readyS: seconds,
      busyS: seconds,
      wrapUpS: seconds,
      doNotDisturbS: seconds,
      pauseS: seconds,
      signedInS: seconds,
      occupancy: rate,
    })
    .nullable(),
  handling: z.object({
    handled: count,
    cameIn: count,
    talkS: seconds,
    holdS: seconds,
    wrapUpS: seconds,
    handlingS: seconds,
    averageTalkS: average,
    averageHoldS: average,
    averageWrapUpS: average,
    averageHandlingS: average,
  }),
  transfers: z.object({ all: count, blind: count, attended: count, unsaid: count, rate }),
  contacts: z.object({
    contacts: count,
    repeats: count,
    repeatRate: rate,
    settled: count,
    /** First contacts of which it is known whether they settled it, and those of which it is not yet. */
    known: count,
    pending: count,
    firstContactResolution: rate,
  }),
  /** Of the calls that these people took from queues. */
  fromQueues: z.object({ taken: count, inTime: count, inTimeRate: rate, talkS: seconds }),
  /** Of the switch, whoever took its calls; null: a cut by people or speeches, or an advisor's own. */
  queue: queueFiguresSchema.nullable(),
  /** Of campaigns; null: of a queue. */
  goals: z.object({ reached: count, won: count, conversion: rate }).nullable(),
}) satisfies z.ZodType<CentreFigures>;

export const centreCuts = [
  'advisor',
  'team',
  'brand',
  'queue',
  'speech',
  'day',
  'week',
  'month',
] as const;
export type CentreCut = (typeof centreCuts)[number];

/** Days of France, both of them included; without them the last thirty. */
export const centreQuerySchema = z.object({
  by: z.enum(centreCuts).default('day'),
  brandId: z.string().max(40).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
export type CentreQuery = z.output<typeof centreQuerySchema>;
export const centreSheetQuerySchema = centreQuerySchema.extend({
  language: z.enum(['fr', 'en']).default('fr'),
});

export const centreRowSchema = z.object({
  /**
   * The id of the advisor, team or brand, the queue, the speech and its version, the day, the Monday of
   * the week, the first day of the month; null: not known, or of none.
   */
  key: z.string().nullable(),
  label: z.string().nullable(),
  figures: centreFiguresSchema,
});
export type CentreRow = z.infer<typeof centreRowSchema>;

export const centreAnswerSchema = z.object({
  /** The moment at which all of it was true. */
  at: z.iso.datetime(),
  from: z.iso.date(),
  to: z.iso.date(),
  by: z.enum(centreCuts),
  /** Whose: her own, her teams’ for her brands, or of her brands. */
  scope: z.enum(figureScopes),
  rows: z.array(centreRowSchema),
  total: centreFiguresSchema,
  /** Times of these days of which the switch told nothing and its log says nothing. */
  gaps: z.array(z.object({ from: z.iso.datetime(), until: z.iso.datetime() })).max(1000),
  definitions: z.record(z.enum(centreFigureNames), z.object({ fr: z.string(), en: z.string() })),
});
export type CentreAnswer = z.infer<typeof centreAnswerSchema>;
