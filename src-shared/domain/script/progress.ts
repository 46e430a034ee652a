/** Where the advisor stands in a speech, and what was said and answered: kept with the interaction. */
import { z } from 'zod';
import { speechLanguageSchema } from './text.ts';

const instantSchema = z.iso.datetime();

export const answerSchema = z.union([z.string().max(2000), z.number(), z.boolean()]);
export type Answer = z.infer<typeof answerSchema>;

/** One step that she stood on, oldest first. */
export const tracedStepSchema = z.object({
  stepId: z.string().max(60),
  at: instantSchema,
  leftAt: instantSchema.optional(),
  /** The words that stood there when she went on, facts merged, marks left out. */
  words: z.string().max(4000).optional(),
  /** `no`: she went on without having said what had to be said, and says so. */
  said: z.enum(['yes', 'no']).optional(),
});
export type TracedStep = z.infer<typeof tracedStepSchema>;

export const metObjectionSchema = z.object({
  id: z.string().max(60),
  at: instantSchema,
  stepId: z.string().max(60),
  /** Whether the answer convinced; absent while nobody said. */
  overcome: z.boolean().optional(),
});

export const speechRecordSchema = z.object({
  scriptId: z.string().max(60),
  version: z.number().int().min(1),
  stepId: z.string().max(60),
  /** Steps left behind, oldest first, so that ← goes back without losing answers. */
  path: z.array(z.string().max(60)).max(500),
  /** Chosen answers by step id, and field values by `stepId.fieldId`. */
  choices: z.record(z.string().max(60), z.string().max(60)),
  fields: z.record(z.string().max(130), answerSchema),
  objections: z.array(z.string().max(60)).max(200),
  trace: z.array(tracedStepSchema).max(1000).optional(),
  met: z.array(metObjectionSchema).max(200).optional(),
  /** Steps whose action was carried out, with the moment. */
  done: z.record(z.string().max(60), instantSchema).optional(),
  /** What was asked word for word, by `stepId.fieldId`: the proof of a consent. */
  asked: z
    .record(
      z.string().max(130),
      z.object({ words: z.string().max(2000), at: instantSchema, language: speechLanguageSchema }),
    )
    .optional(),
  language: speechLanguageSchema.optional(),
  /** The call that this one goes on from, and what it has filled already. */
  from: z
    .object({
      interactionId: z.string().max(60),
      fields: z.record(z.string().max(130), answerSchema),
      done: z.record(z.string().max(60), instantSchema),
      /** She chose to begin at the beginning: nothing of it is filled in again. */
      startedOver: z.boolean().optional(),
    })
    .optional(),
  /** The experiment that chose these words, and its arm. */
  experiment: z
    .object({ id: z.string().max(60), arm: z.string().max(60) })
    .nullable()
    .optional(),
});
export type SpeechRecord = z.infer<typeof speechRecordSchema>;
