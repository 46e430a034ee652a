/** What was measured of a speech: by version, by arm of an experiment, and of one advisor for coaching. */
import { z } from 'zod';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { verdicts } from '../../domain/script/measure/verdict.ts';
import { passages } from '../../domain/script/step.ts';
import { idSchema } from '../../kernel/ids.ts';
import { scriptPathSchema } from './scripts.ts';

const count = z.number().int();
/** With its 95 percent interval. */
export const rateSchema = z.object({
  count,
  n: count,
  rate: z.number().nullable(),
  low: z.number(),
  high: z.number(),
});
/** `half`: half of the 95 percent interval. */
export const meanSchema = z.object({
  n: count,
  mean: z.number().nullable(),
  half: z.number(),
});

export const stepMeasureSchema = z.object({
  stepId: z.string(),
  title: z.string(),
  /** Calls that stood on it, of those of the version. */
  reached: rateSchema,
  /** Seconds on it each time, and what its words take at a calm voice. */
  seconds: meanSchema,
  readingSeconds: z.number(),
  passages: z.array(z.enum(passages)),
  /** Of an obligatory passage: calls that reached it and in which it was not said. */
  skipped: rateSchema.nullable(),
  answers: z.array(z.object({ choiceId: z.string(), label: z.string(), share: rateSchema })),
});

export const versionMeasureSchema = z.object({
  version: count,
  calls: count,
  /** The aim of the speech, by the end that was reached; null where none of its ends says. */
  reached: rateSchema.nullable(),
  resolved: rateSchema,
  /** Called again within seven days, of customers who are known and have had these seven days. */
  repeated: rateSchema,
  /** 1 to 5: the last answer to a survey about the call, else what was answered in it. */
  satisfaction: meanSchema,
  minutes: meanSchema,
  steps: z.array(stepMeasureSchema),
  /** How many calls went from one step to the next, of all that left the first. */
  edges: z.array(z.object({ from: z.string(), to: z.string(), share: rateSchema })),
  objections: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      /** Calls that met it. */
      met: rateSchema,
      /** Of those in which it was said whether the answer convinced. */
      overcome: rateSchema,
    }),
  ),
});
export type VersionMeasure = z.infer<typeof versionMeasureSchema>;

export const experimentMeasureSchema = z.object({
  id: idSchema,
  name: z.string(),
  outcome: z.enum(['reached', 'resolved']),
  from: instantSchema,
  until: instantSchema.nullable(),
  stoppedAt: instantSchema.nullable(),
  plannedPerArm: count,
  arms: z.array(
    z.object({
      id: z.string(),
      version: count,
      share: count,
      /** Customers so far; each counts once, with the first call. */
      customers: count,
      /** Of the first planned customers, on whom the verdict rests. */
      rate: rateSchema,
      /** Of all customers so far; 1 to 5. */
      satisfaction: meanSchema,
      /** Against the first arm; null for that one. */
      verdict: z.enum(verdicts).nullable(),
      difference: z
        .object({ difference: z.number(), low: z.number(), high: z.number() })
        .nullable(),
    }),
  ),
});
export type ExperimentMeasure = z.infer<typeof experimentMeasureSchema>;

export const measuresQuerySchema = z.object({
  from: instantSchema.optional(),
  to: instantSchema.optional(),
});
export const speechMeasuresSchema = z.object({
  scriptId: scriptPathSchema.shape.scriptId,
  from: instantSchema,
  to: instantSchema,
  /** The latest version first. */
  versions: z.array(versionMeasureSchema),
  experiments: z.array(experimentMeasureSchema),
});
export type SpeechMeasures = z.infer<typeof speechMeasuresSchema>;

/** Of one person; never beside others'. */
export const coachingQuerySchema = measuresQuerySchema.extend({ userId: idSchema.optional() });
export const coachingSchema = z.object({
  userId: idSchema,
  from: instantSchema,
  /** For a lead two days ago at the latest: she sees her own first. */
  to: instantSchema,
  speeches: z.array(
    z.object({
      scriptId: z.string(),
      name: z.string(),
      calls: count,
      /** Obligatory passages that were reached and not said. */
      skipped: rateSchema,
      minutes: meanSchema,
      reached: rateSchema,
    }),
  ),
  /** Who else looked at these figures, and when: told to herself. */
  looks: z.array(z.object({ by: idSchema, at: instantSchema })),
});
export type Coaching = z.infer<typeof coachingSchema>;
