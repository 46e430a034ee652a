/** An advisor as the team lead's board has her, and the one word that her seat shows. */
import type { DeskNow } from './desk-now.ts';
import type { Stuck } from './stuck.ts';
import type { SwitchLine } from './switch-line.ts';

/** How much the customer in the call is worth to the brand; null: nobody is known. */
export type CallerValue = 'vip' | 'premium' | 'loyal' | 'standard' | 'new';

export type Seat = {
  readonly userId: string;
  readonly name: string;
  readonly teamId: string;
  readonly brandIds: readonly string[];
  readonly skills: readonly string[];
  readonly extension: string;
  /** What her desktop told last; null: none was heard of today. */
  readonly now: DeskNow | null;
  /** Since when her desktop is not heard; null while it is. */
  readonly unheardSince: string | null;
  readonly value: CallerValue | null;
  readonly line: SwitchLine;
  readonly stuck: Stuck | null;
};

export const seatStates = [
  'ringing',
  'talking',
  'held',
  'wrap-up',
  'ready',
  'pause',
  'do-not-disturb',
  'offline',
] as const;
export type SeatState = (typeof seatStates)[number];

/** @returns the state and since when (an instant); `offline` has none. */
export const seatStateOf = ({
  now,
}: Pick<Seat, 'now'>): { readonly state: SeatState; readonly since: string | null } => {
  if (now === null || now.state === 'offline') return { state: 'offline', since: null };
  const { call } = now;
  if (call === null)
    return { state: now.state === 'busy' ? 'talking' : now.state, since: now.since };
  if (call.heldSince !== null) return { state: 'held', since: call.heldSince };
  return { state: call.phase === 'talking' ? 'talking' : 'ringing', since: call.since };
};
