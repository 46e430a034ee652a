/** When the hours begin in which a design of experiments wants somebody called, by her own clock. Pure. */
import { instantOf, localDateOf, minuteOfDayOf, nextDay } from '../calendar/zoned-time.ts';
import type { CallWindow } from './design.ts';

/** Null: they are now. */
export const opensAt = (window: CallWindow, nowMs: number, zone: string): number | null => {
  const minute = minuteOfDayOf(nowMs, zone);
  if (minute >= window.from * 60 && minute < window.to * 60) return null;
  const today = localDateOf(nowMs, zone);
  const day = minute < window.from * 60 ? today : nextDay(today);
  return instantOf(day, window.from * 60, zone);
};
