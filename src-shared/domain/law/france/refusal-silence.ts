/** D223-9 al. 3: after a refusal in a call, sixty full calendar days of silence by this professional. */
import { readMoment } from '../moment.ts';
import { forEver, isSolicitation, type Rule } from '../rule.ts';
import { hoursMs } from './dates.ts';
import { startOfDayAfter } from './days.ts';
import { isNamed, isSameName } from './same-name.ts';
import { d2239 } from './texts.ts';

const silentDays = 60;

export const refusalSilence: Rule = {
  id: 'refusal-silence',
  ...d2239,
  fromMs: hoursMs,
  untilMs: null,
  check: (call, atMs) => {
    if (!isSolicitation(call)) return null;
    const { refusals, professional } = call.facts;
    if (refusals === undefined) return forEver('refusals-unknown');
    const silencing = refusals.filter(
      (refusal) =>
        refusal.inCall !== false &&
        // Whom she refused, if it is not said, is taken to be this one.
        (!isNamed(refusal.professional) ||
          !isNamed(professional) ||
          isSameName(refusal.professional, professional)),
    );
    const moments = silencing.map(({ at }) => readMoment(at, call.zone));
    if (moments.includes(null)) return forEver('refusal-undated');
    const ends = moments
      .filter((moment) => moment !== null)
      .filter(({ earliestMs }) => earliestMs <= atMs)
      .map(({ earliestMs, latestMs }) => {
        const lastMs = latestMs > earliestMs ? latestMs - 1 : latestMs;
        return startOfDayAfter(lastMs, silentDays + 1, call.zone);
      })
      .filter((endMs) => endMs > atMs);
    return ends.length === 0 ? null : { reason: 'in-silence', untilMs: Math.max(...ends) };
  },
};
