/**
 * D223-9 al. 3: at most four attempts within thirty calendar days. The thirty days are those that end
 * with the day of the call, in her zone; every attempt of the professional counts, answered or not.
 */
import { readMoment } from '../moment.ts';
import { forEver, isSolicitation, type Rule } from '../rule.ts';
import { hoursMs } from './dates.ts';
import { startOfDayAfter } from './days.ts';
import { d2239 } from './texts.ts';

export const attemptsAllowed = 4;
export const windowDays = 30;

export const pressure: Rule = {
  id: 'pressure',
  ...d2239,
  fromMs: hoursMs,
  untilMs: null,
  check: (call, atMs) => {
    if (!isSolicitation(call)) return null;
    const { attempts } = call.facts;
    if (attempts === undefined) return forEver('attempts-unknown');
    const moments = attempts.map(({ at }) => readMoment(at, call.zone));
    if (moments.includes(null)) return forEver('attempt-undated');
    if (moments.length < attemptsAllowed) return null;
    // Each attempt weighs until the thirtieth midnight after its day.
    const ends = moments
      .filter((moment) => moment !== null)
      .filter(({ earliestMs }) => earliestMs <= atMs)
      .map(({ earliestMs, latestMs }) => {
        const lastMs = latestMs > earliestMs ? latestMs - 1 : latestMs;
        return startOfDayAfter(lastMs, windowDays, call.zone);
      })
      .filter((endMs) => endMs > atMs)
      .sort((a, b) => b - a);
    const untilMs = ends[attemptsAllowed - 1];
    return untilMs === undefined ? null : { reason: 'too-many-attempts', untilMs };
  },
};
