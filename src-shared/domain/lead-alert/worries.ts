/** What of a team's floor is beyond its thresholds now. Pure. */
import { type QueueGoal, queueThresholds, usedShare } from '../lead-board/attention.ts';
import { type Seat, seatStateOf } from '../lead-board/seat.ts';
import type { Thresholds } from '../lead-board/thresholds.ts';
import type { AlertKind } from './alert-rules.ts';

export type Worry = {
  readonly kind: AlertKind;
  /** A queue's name, or an advisor's id. */
  readonly subject: string;
  /** Since when it is so, in milliseconds; null: since it was looked at first. */
  readonly since: number | null;
  /** Whoever serves none of them is not told. */
  readonly brandIds: readonly string[];
};

/** Before that a single call is too much of the day's share. */
export const levelFromCalls = 20;

type SwitchQueue = {
  readonly name: string;
  readonly brandId: string;
  /** Since when who waits longest waits (an instant). */
  readonly longestSince: string | null;
  readonly answered: number;
  readonly answeredInTime: number;
  readonly abandoned: number;
  readonly goal: QueueGoal;
};

const ofQueue = (queue: SwitchQueue, ofTeam: Thresholds, nowMs: number): Worry[] => {
  const thresholds = queueThresholds(ofTeam, queue.goal);
  const base = { subject: queue.name, brandIds: [queue.brandId] };
  const worries: Worry[] = [];
  const began = queue.longestSince === null ? null : Date.parse(queue.longestSince);
  if (began !== null && nowMs - began >= thresholds.waitS * 1000)
    worries.push({ ...base, kind: 'queue-wait', since: began + thresholds.waitS * 1000 });
  const over = queue.answered + queue.abandoned;
  if (over >= levelFromCalls && queue.answeredInTime * 100 < thresholds.answeredShare * over)
    worries.push({ ...base, kind: 'queue-level', since: null });
  return worries;
};

const ofSeat = (seat: Seat, thresholds: Thresholds, nowMs: number): Worry[] => {
  const { userId: subject, now, stuck } = seat;
  const brandId = now?.call?.brandId;
  const base = { subject, brandIds: brandId == null ? seat.brandIds : [brandId] };
  const worries: Worry[] = [];
  if (now?.hand != null) worries.push({ ...base, kind: 'hand', since: Date.parse(now.hand.since) });
  if (stuck !== null) worries.push({ ...base, kind: 'stuck', since: Date.parse(stuck.since) });
  const share = usedShare(seat, thresholds, nowMs);
  const { since } = seatStateOf(seat);
  if (share !== null && share >= 1 && since !== null && seat.unheardSince === null) {
    const usedMs = nowMs - Date.parse(since);
    worries.push({ ...base, kind: 'over', since: nowMs - usedMs + usedMs / share });
  }
  return worries;
};

/** Of the seats of one team and the queues that it serves. */
export const worriesOf = (
  floor: { readonly seats: readonly Seat[]; readonly queues: readonly SwitchQueue[] },
  thresholds: Thresholds,
  nowMs: number,
): Worry[] => [
  ...floor.queues.flatMap((queue) => ofQueue(queue, thresholds, nowMs)),
  ...floor.seats.flatMap((seat) => ofSeat(seat, thresholds, nowMs)),
];
