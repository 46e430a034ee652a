/** Where an exchange failed on one channel and went on in another: the break point. Pure. */
import type { Channel } from '../interaction/channel.ts';
import type { Interaction, Outcome } from '../interaction/interaction.ts';
import { oldestFirst } from './oldest-first.ts';

/** An exchange taken up again later than this is another one. */
export const breakWithinMs = 86_400_000;

export const failedOutcomes: ReadonlySet<Outcome> = new Set([
  'missed',
  'abandoned',
  'refused',
  'failed',
  'busy',
  'no-answer',
  'unanswered',
  'undelivered',
]);

export const hasFailed = (outcome: Outcome): boolean => failedOutcomes.has(outcome);

type Later = Pick<Interaction, 'channel' | 'direction' | 'startedAt' | 'brandId' | 'threadId'>;
type Earlier = Later & Pick<Interaction, 'endedAt' | 'outcome'>;

/**
 * How long after the end of `earlier` it was taken up by `later` on another channel, in milliseconds;
 * null when `later` is no continuation of something that failed.
 */
export const brokenBefore = (later: Later, earlier: Earlier | undefined): number | null => {
  if (earlier === undefined || earlier.channel === later.channel) return null;
  if (later.direction !== 'inbound' || !hasFailed(earlier.outcome)) return null;
  const linked =
    (later.threadId !== null && later.threadId === earlier.threadId) ||
    (earlier.direction === 'inbound' && earlier.brandId === later.brandId);
  const endedAt = Date.parse(earlier.endedAt ?? earlier.startedAt);
  const afterMs = Math.max(0, Date.parse(later.startedAt) - endedAt);
  return linked && afterMs <= breakWithinMs ? afterMs : null;
};

export type BreakPoint = {
  /** The exchange that failed, and the one that took it up. */
  readonly fromId: string;
  readonly toId: string;
  readonly brandId: string;
  readonly from: Channel;
  readonly to: Channel;
  readonly at: string;
  readonly afterMs: number;
};

type Exchange = Later & Earlier & Pick<Interaction, 'id'>;

/** Every break of one customer's history, oldest first, in whatever order the exchanges are given. */
export const breakPointsOf = (exchanges: readonly Exchange[]): BreakPoint[] => {
  const ordered = oldestFirst(exchanges);
  return ordered.flatMap((later, at): BreakPoint[] => {
    const earlier = ordered[at - 1];
    const afterMs = brokenBefore(later, earlier);
    if (earlier === undefined || afterMs === null) return [];
    return [
      {
        fromId: earlier.id,
        toId: later.id,
        brandId: later.brandId,
        from: earlier.channel,
        to: later.channel,
        at: later.startedAt,
        afterMs,
      },
    ];
  });
};
