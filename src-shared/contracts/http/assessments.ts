/** Grids, assessments of recorded calls, calibration and coaching plans. */
import { z } from 'zod';
import { assessmentStates } from '../../domain/assessment/assessment-machine.ts';
import { gridSchema, markSchema } from '../../domain/assessment/grid.ts';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { idSchema } from '../../kernel/ids.ts';

export const gridViewSchema = gridSchema.extend({
  id: idSchema,
  brandId: z.string(),
  version: z.number().int().min(1),
  publishedAt: instantSchema,
});
export type GridView = z.infer<typeof gridViewSchema>;
export const gridsSchema = z.object({ grids: z.array(gridViewSchema) });
/** With `id` the next version of that grid. */
export const publishGridSchema = z.object({
  id: idSchema.optional(),
  brandId: z.string().max(40),
  grid: gridSchema,
});

const marksSchema = z.record(z.string().max(60), markSchema);
const commentSchema = z.object({
  atMs: z.number().int().min(0).nullable(),
  text: z.string().trim().min(1).max(1000),
});
/** `calibration`: several mark the same call, blind; it is never sent to the advisor. */
export const assessmentKinds = ['assessment', 'calibration'] as const;

export const assessmentSchema = z.object({
  id: idSchema,
  recordingId: idSchema,
  kind: z.enum(assessmentKinds),
  state: z.enum(assessmentStates),
  grid: gridViewSchema,
  advisorId: idSchema,
  advisorName: z.string(),
  evaluatorId: idSchema,
  evaluatorName: z.string(),
  marks: marksSchema,
  comments: z.array(commentSchema),
  reply: z.string().nullable(),
  score: z.number().int().nullable(),
  sentAt: instantSchema.nullable(),
  finalAt: instantSchema.nullable(),
  plan: z
    .object({
      sentence: z.string(),
      dueOn: z.iso.date(),
      followUp: z.string().nullable(),
    })
    .nullable(),
});
export type Assessment = z.infer<typeof assessmentSchema>;
export const assessmentsSchema = z.object({ assessments: z.array(assessmentSchema) });
export const assessmentPathSchema = z.object({ assessmentId: idSchema });

export const draftAssessmentSchema = z.object({
  recordingId: idSchema,
  kind: z.enum(assessmentKinds).default('assessment'),
  gridId: idSchema,
  marks: marksSchema,
  comments: z.array(commentSchema).max(50),
});
export const replySchema = z.object({
  text: z.string().trim().min(1).max(2000),
  contests: z.boolean(),
});
/** The final marks, when they are others than those that were sent. */
export const closeAssessmentSchema = z.object({ marks: marksSchema.optional() });
export const planSchema = z.object({
  /** A sentence to say, not a fault to avoid. */
  sentence: z.string().trim().min(3).max(300),
  dueOn: z.iso.date(),
  followUp: z.string().trim().max(1000).nullable().default(null),
});

export const calibrationPathSchema = z.object({ recordingId: idSchema });
export const calibrationSchema = z.object({
  /** False: she has not marked everything herself, and sees nobody else's marks. */
  open: z.boolean(),
  marked: z.array(z.object({ evaluatorName: z.string(), marks: marksSchema })),
  /** Cohen's weighted kappa over all pairs of evaluators; null: unknown. */
  agreement: z.number().nullable(),
});

/** Calls that several mark, without a word of what anybody gave. */
export const calibrationsSchema = z.object({
  calibrations: z.array(
    z.object({
      recordingId: idSchema,
      /** Who has given all of her marks. */
      evaluators: z.number().int(),
      mine: z.enum(['none', 'draft', 'whole']),
    }),
  ),
});

/** Her own at once; to her lead those that are final. */
export const qualityFiguresSchema = z.object({
  advisors: z.array(
    z.object({
      advisorId: idSchema,
      name: z.string(),
      count: z.number().int(),
      mean: z.number().nullable(),
    }),
  ),
});
