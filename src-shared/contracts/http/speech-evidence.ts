/** GET /v1/interactions/:interactionId/speech: what was said to the customer, word for word. */
import { z } from 'zod';
import { instantSchema } from '../../domain/interaction/interaction.ts';
import { versionStates } from '../../domain/script/governance/version-machine.ts';

const moment = instantSchema.nullable();

export const speechEvidenceSchema = z.object({
  scriptId: z.string(),
  version: z.number().int(),
  /** As the version is called and stands today. */
  name: z.string().nullable(),
  status: z.enum(versionStates).nullable(),
  approvedAt: moment,
  experiment: z.object({ id: z.string(), arm: z.string() }).nullable(),
  said: z.array(
    z.object({
      stepId: z.string(),
      title: z.string(),
      at: moment,
      leftAt: moment,
      /** Null where the words were not kept. */
      words: z.string().nullable(),
      said: z.enum(['yes', 'no']).nullable(),
      passages: z.array(z.string()),
      answer: z.string().nullable(),
    }),
  ),
  objections: z.array(
    z.object({ label: z.string(), at: moment, overcome: z.boolean().nullable() }),
  ),
  fields: z.array(
    z.object({
      label: z.string(),
      value: z.string(),
      asked: z.object({ words: z.string(), at: instantSchema }).nullable(),
    }),
  ),
});
export type SpeechEvidenceAnswer = z.infer<typeof speechEvidenceSchema>;
