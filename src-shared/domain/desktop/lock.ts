/** When a desktop locks by itself: nobody there, nobody in a call, nothing that rings. */
import type { DesktopRules } from './desktop-rules.ts';

export type Presence = {
  readonly now: number;
  /** Since the last key or click anywhere on the machine; null: the system does not say. */
  readonly systemIdleMs: number | null;
  /** The last key or click in the program, and the end of the last call. */
  readonly inputAt: number;
  readonly callEndedAt: number;
  readonly liveCalls: number;
};

export const idleMsOf = ({ now, systemIdleMs, inputAt, callEndedAt }: Presence): number =>
  Math.max(0, Math.min(now - Math.max(inputAt, callEndedAt), systemIdleMs ?? Number.MAX_VALUE));

export const shouldLock = (
  presence: Presence,
  { lockAfterMinutes }: Pick<DesktopRules, 'lockAfterMinutes'>,
): boolean =>
  lockAfterMinutes !== null &&
  presence.liveCalls === 0 &&
  idleMsOf(presence) >= lockAfterMinutes * 60_000;
