/** Why they may be calling: codes that the screens word, with their facts. */
import { z } from 'zod';
import { instantSchema } from '../../domain/interaction/interaction.ts';

export const likelyReasonSchema = z.object({
  kind: z.enum([
    'open-case',
    'unanswered',
    'abandoned',
    'recent-order',
    'callback-due',
    'returned-call',
    'ivr',
  ]),
  title: z.string(),
  at: instantSchema.nullable(),
  channel: z.string().nullable(),
  verdict: z.enum(['almost-sure', 'likely', 'possible']),
});
export type LikelyReasonView = z.infer<typeof likelyReasonSchema>;
