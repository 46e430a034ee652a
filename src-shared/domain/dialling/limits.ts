/** Limits of dialling that are the same in every campaign. */
import { instantOf, localDateOf } from '../calendar/zoned-time.ts';

/** Whoever picked up and hears nobody for longer was abandoned. */
export const PICK_UP_LIMIT_MS = 2_000;

/** When the day began that abandoned calls are counted over, by the clock of the metropole. */
export const todayFrom = (nowMs: number): string =>
  new Date(instantOf(localDateOf(nowMs, 'Europe/Paris'), 0, 'Europe/Paris')).toISOString();
