/** Who needs the lead: what of a seat or a queue is beyond what may be, and who is first. */
import { type Seat, type SeatState, seatStateOf } from './seat.ts';
import type { Thresholds } from './thresholds.ts';

export type Attention = {
  readonly because: 'hand' | 'stuck' | 'over' | 'unheard';
  /** 0 to 3: a hand that is raised goes before who is stuck, before who is beyond a threshold. */
  readonly rank: number;
  /** How far it has come, 1 being the threshold itself. */
  readonly share: number;
};

/** Milliseconds that a state may last; null where nothing is said. */
export const allowedMs = (state: SeatState, thresholds: Thresholds): number | null => {
  const seconds: { readonly [state in SeatState]: number | null } = {
    ringing: thresholds.ringS,
    talking: thresholds.talkS,
    held: thresholds.heldS,
    'wrap-up': thresholds.wrapUpS,
    pause: thresholds.pauseS,
    ready: null,
    'do-not-disturb': thresholds.pauseS,
    offline: null,
  };
  const allowed = seconds[state];
  return allowed === null ? null : allowed * 1000;
};

/** How much of its time a state has used: 1 at the threshold; null where none holds. */
export const usedShare = (
  seat: Pick<Seat, 'now'>,
  thresholds: Thresholds,
  nowMs: number,
): number | null => {
  const { state, since } = seatStateOf(seat);
  const allowed = allowedMs(state, thresholds);
  if (since === null || allowed === null) return null;
  return Math.max(0, nowMs - Date.parse(since)) / allowed;
};

export const attentionOf = (
  seat: Pick<Seat, 'now' | 'stuck' | 'unheardSince'>,
  thresholds: Thresholds,
  nowMs: number,
): Attention | null => {
  const share = usedShare(seat, thresholds, nowMs) ?? 0;
  if (seat.now?.hand != null) return { because: 'hand', rank: 0, share };
  if (seat.stuck !== null) return { because: 'stuck', rank: 1, share };
  if (seat.unheardSince !== null && seatStateOf(seat).state !== 'offline')
    return { because: 'unheard', rank: 3, share };
  return share >= 1 ? { because: 'over', rank: 2, share } : null;
};

/** Who needs the lead most comes first; among equals by name, so that nobody jumps about. */
export const byNeed =
  (thresholdsOf: (teamId: string) => Thresholds, nowMs: number) =>
  (a: Seat, b: Seat): number => {
    const [one, other] = [a, b].map((seat) =>
      attentionOf(seat, thresholdsOf(seat.teamId), nowMs),
    ) as [Attention | null, Attention | null];
    if (one !== null && other !== null)
      return one.rank - other.rank || other.share - one.share || a.name.localeCompare(b.name, 'fr');
    if (one !== null) return -1;
    if (other !== null) return 1;
    return a.name.localeCompare(b.name, 'fr');
  };

export type QueueWorry = 'wait' | 'service-level' | null;

/** The wait of who has waited longest goes before the day's share. */
export const queueWorry = (
  queue: { readonly longestSince: string | null; readonly answeredShare: number | null },
  { waitS, answeredShare }: Thresholds,
  nowMs: number,
): QueueWorry => {
  if (queue.longestSince !== null && nowMs - Date.parse(queue.longestSince) >= waitS * 1000)
    return 'wait';
  return queue.answeredShare !== null && queue.answeredShare * 100 < answeredShare
    ? 'service-level'
    : null;
};
