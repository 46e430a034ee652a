/** What a queue is to achieve: when a call is taken in time, and what the day may come to. */
import { z } from 'zod';

export const targetLimits = {
  targetS: [1, 3_600],
  shortS: [0, 600],
  answeredShare: [1, 100],
  waitS: [5, 3_600],
} as const;

const within = ([from, to]: readonly [number, number]) => z.number().int().min(from).max(to);

export const decidedTargetSchema = z.object({
  /** A call taken within it is taken in time. */
  targetS: within(targetLimits.targetS),
  /** Who hangs up sooner is counted apart. */
  shortS: within(targetLimits.shortS),
  /** So many calls out of a hundred are to be taken in time; null: the team's threshold holds. */
  answeredShare: within(targetLimits.answeredShare).nullable(),
  /** The longest that somebody may wait; null: the team's threshold holds. */
  waitS: within(targetLimits.waitS).nullable(),
});
export type DecidedTarget = z.infer<typeof decidedTargetSchema>;

export const usualDecision: DecidedTarget = {
  targetS: 20,
  shortS: 5,
  answeredShare: null,
  waitS: null,
};
