/** Where the advisor stands in a speech, and what was answered: kept with the interaction. */
import { z } from 'zod';

export const answerSchema = z.union([z.string().max(2000), z.number(), z.boolean()]);

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
});
export type SpeechRecord = z.infer<typeof speechRecordSchema>;
