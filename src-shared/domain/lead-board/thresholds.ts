/** From when on a team lead's eyes are wanted: how long a state may last, and what a queue may come to. */
import { z } from 'zod';

const secondsSchema = z.number().int().min(5).max(14_400);

export const thresholdsSchema = z.object({
  talkS: secondsSchema,
  heldS: secondsSchema,
  wrapUpS: secondsSchema,
  pauseS: secondsSchema,
  ringS: secondsSchema,
  /** The longest that somebody may wait in a queue. */
  waitS: secondsSchema,
  /** Calls are to be answered within this time … */
  answerWithinS: secondsSchema,
  /** … so many out of a hundred. */
  answeredShare: z.number().int().min(1).max(100),
  /** A threshold that stays crossed for so long is told to the next one; null: never. */
  escalateAfterS: secondsSchema.nullable(),
  /** Nobody is told between these hours of Paris; the board shows it all the same. */
  quiet: z
    .object({
      fromHour: z.number().int().min(0).max(23),
      toHour: z.number().int().min(0).max(24),
    })
    .nullable(),
});
export type Thresholds = z.infer<typeof thresholdsSchema>;

export const usualThresholds: Thresholds = {
  talkS: 540,
  heldS: 90,
  wrapUpS: 180,
  pauseS: 600,
  ringS: 20,
  waitS: 90,
  answerWithinS: 30,
  answeredShare: 85,
  escalateAfterS: 300,
  quiet: null,
};
