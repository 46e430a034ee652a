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

/** Made once: asking for a language at each comparison of two thousand names takes longer than a frame. */
const names = new Intl.Collator('fr');

/** By name, and by id where two have the same. */
export const byName = (
  a: Pick<Seat, 'name' | 'userId'>,
  b: Pick<Seat, 'name' | 'userId'>,
): number => names.compare(a.name, b.name) || (a.userId < b.userId ? -1 : 1);

/** Who needs the lead most comes first; among equals by name, so that nobody jumps about. */
export const byNeed = (
  thresholdsOf: (teamId: string) => Thresholds,
  nowMs: number,
): ((a: Seat, b: Seat) => number) => {
  // Each is looked at once, however often she is compared.
  const known = new Map<Seat, Attention | null>();
  const needOf = (seat: Seat): Attention | null => {
    const before = known.get(seat);
    if (before !== undefined) return before;
    const need = attentionOf(seat, thresholdsOf(seat.teamId), nowMs);
    known.set(seat, need);
    return need;
  };
  return (a, b) => {
    const [one, other] = [needOf(a), needOf(b)];
    if (one !== null && other !== null)
      return one.rank - other.rank || other.share - one.share || byName(a, b);
    if (one !== null) return -1;
    return other === null ? byName(a, b) : 1;
  };
};

/** What was decided of a queue; null: the threshold of the team holds. */
export type QueueGoal = { readonly answeredShare: number | null; readonly waitS: number | null };

/** What was decided of a queue goes before what holds for its team. */
export const queueThresholds = (thresholds: Thresholds, goal: QueueGoal): Thresholds => ({
  ...thresholds,
  answeredShare: goal.answeredShare ?? thresholds.answeredShare,
  waitS: goal.waitS ?? thresholds.waitS,
});

export type QueueWorry = 'wait' | 'service-level' | null;

/** The wait of who has waited longest goes before the day's share. */
export const queueWorry = (
  queue: {
    readonly longestSince: string | null;
    readonly answeredShare: number | null;
    readonly goal: QueueGoal;
  },
  thresholds: Thresholds,
  nowMs: number,
): QueueWorry => {
  const { waitS, answeredShare } = queueThresholds(thresholds, queue.goal);
  if (queue.longestSince !== null && nowMs - Date.parse(queue.longestSince) >= waitS * 1000)
    return 'wait';
  return queue.answeredShare !== null && queue.answeredShare * 100 < answeredShare
    ? 'service-level'
    : null;
};
