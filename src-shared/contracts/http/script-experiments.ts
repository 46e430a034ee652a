/** Experiments over REST: what is compared, on whom, and how much evidence was planned before. */
import { z } from 'zod';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { armsSchema, speechExperimentSchema } from '../../domain/script/choice/experiment.ts';
import { idSchema } from '../../kernel/ids.ts';

/** `reached`: the aim of the speech, as its end says. `resolved`: by the disposition. */
export const experimentOutcomes = ['reached', 'resolved'] as const;

export const newExperimentSchema = z
  .object({
    name: z.string().trim().min(1).max(120),
    /** The first one is what the others are compared with. */
    arms: armsSchema,
    /** Absent: at once. */
    from: instantSchema.optional(),
    until: instantSchema.nullable().default(null),
    outcome: z.enum(experimentOutcomes),
    /** Customers that each arm needs before a winner may be named. */
    plannedPerArm: z.number().int().min(1).max(10_000_000),
  })
  .refine(({ from, until }) => until === null || from === undefined || from < until, {
    message: 'an experiment ends after it begins',
    path: ['until'],
  });
export type NewExperiment = z.output<typeof newExperimentSchema>;

export const experimentSchema = speechExperimentSchema.extend({
  brandId: z.string(),
  name: z.string(),
  outcome: z.enum(experimentOutcomes),
  plannedPerArm: z.number().int(),
  createdBy: idSchema.nullable(),
  createdAt: instantSchema,
  stoppedBy: idSchema.nullable(),
  stoppedAt: instantSchema.nullable(),
});
export type Experiment = z.infer<typeof experimentSchema>;
export const experimentsSchema = z.object({ experiments: z.array(experimentSchema) });
export const experimentPathSchema = z.object({ experimentId: idSchema });
