/** The advisors of a campaign as they are now, the longest free first. */
import type { PbxPort } from '@api/pbx/pbx-port.ts';
import { type SeatState, seatOf } from '@shared/domain/dialling/seat.ts';
import type { SeatRow } from './seats-repository.ts';

export type Seat = {
  readonly userId: string;
  readonly name: string;
  readonly extension: string;
  readonly state: SeatState;
  readonly sinceMs: number;
  /** When she took the call that she is at, talk and wrap-up together; null: at none of ours. */
  readonly atCallMs: number | null;
};

const msOf = (at: string | null): number | null => (at === null ? null : Date.parse(at));

export const seatsOf = (
  rows: readonly SeatRow[],
  pbx: Pick<PbxPort, 'lineOf'> | null,
  nowMs: number,
): readonly Seat[] =>
  rows
    .map((row): Seat => {
      const givenMs = msOf(row.takenAt);
      const toldMs = msOf(row.toldSince) ?? 0;
      const facts = {
        told: { state: row.toldState, sinceMs: toldMs },
        line: pbx?.lineOf(row.extension) ?? 'unknown',
        givenMs,
        isTalking: row.isTalking,
        sparedUntilMs: msOf(row.sparedUntil),
      } as const;
      const state = seatOf(facts, nowMs);
      const isAtOurs = state === 'talking' || state === 'wrap-up';
      const sinceMs = Math.max(toldMs, Date.parse(row.since), (isAtOurs ? givenMs : null) ?? 0);
      const { userId, name, extension } = row;
      return { userId, name, extension, state, sinceMs, atCallMs: isAtOurs ? givenMs : null };
    })
    .sort((a, b) => a.sinceMs - b.sinceMs || (a.userId < b.userId ? -1 : 1));

export const freeOf = (seats: readonly Seat[]): readonly Seat[] =>
  seats.filter(({ state }) => state === 'free');
