/** From when on a team lead's eyes are wanted: how long a state may last, and what a queue may come to. */
import { z } from 'zod';

/** Seconds from, to; the share is out of a hundred. */
export const thresholdLimits = {
  talkS: [30, 7_200],
  heldS: [10, 1_800],
  wrapUpS: [10, 3_600],
  pauseS: [60, 14_400],
  ringS: [5, 300],
  /** The longest that somebody may wait in a queue. */
  waitS: [5, 3_600],
  /** So many calls out of a hundred are to be taken within the target of their queue. */
  answeredShare: [1, 100],
} as const;

const within = ([from, to]: readonly [number, number]) => z.number().int().min(from).max(to);

export const thresholdsSchema = z.object({
  talkS: within(thresholdLimits.talkS),
  heldS: within(thresholdLimits.heldS),
  wrapUpS: within(thresholdLimits.wrapUpS),
  pauseS: within(thresholdLimits.pauseS),
  ringS: within(thresholdLimits.ringS),
  waitS: within(thresholdLimits.waitS),
  answeredShare: within(thresholdLimits.answeredShare),
});
export type Thresholds = z.infer<typeof thresholdsSchema>;

export const usualThresholds: Thresholds = {
  talkS: 540,
  heldS: 90,
  wrapUpS: 180,
  pauseS: 600,
  ringS: 20,
  waitS: 90,
  answeredShare: 85,
};

/** What holds for a queue that several teams serve: the strictest of theirs; the usual of none. */
export const strictest = (all: readonly Thresholds[]): Thresholds =>
  all.length === 0
    ? usualThresholds
    : {
        ...usualThresholds,
        waitS: Math.min(...all.map(({ waitS }) => waitS)),
        answeredShare: Math.max(...all.map(({ answeredShare }) => answeredShare)),
      };
