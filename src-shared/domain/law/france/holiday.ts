/** D223-9 al. 1: never on a public holiday of her territory, unless she has agreed to such days. */
import { localDateOf } from '../../calendar/zoned-time.ts';
import { type Call, earliest, forEver, isSolicitation, type Rule } from '../rule.ts';
import { outsideHoursFrom } from './consent-state.ts';
import { hoursMs } from './dates.ts';
import { startOfDayAfter } from './days.ts';
import { type HolidayArea, holidaySource } from './holidays.ts';
import { isAlsaceMoselle } from './territories.ts';
import { d2239 } from './texts.ts';

const areaOf = ({ facts: { consumer } }: Call): HolidayArea | null => {
  const { territory, postcode } = consumer;
  if (territory !== 'metropole') return territory ?? null;
  const local = isAlsaceMoselle(postcode);
  return local === null ? null : local ? 'alsace-moselle' : 'metropole';
};

export const holiday: Rule = {
  id: 'holiday',
  ...d2239,
  fromMs: hoursMs,
  untilMs: null,
  check: (call, atMs) => {
    if (!isSolicitation(call)) return null;
    const area = areaOf(call);
    if (area === null)
      return forEver(
        call.facts.consumer.territory === undefined ? 'territory-unknown' : 'postcode-unknown',
      );
    const source = holidaySource(localDateOf(atMs, call.zone), area);
    const lifted = outsideHoursFrom(call, atMs);
    if (source === null || lifted === atMs) return null;
    let endMs = startOfDayAfter(atMs, 1, call.zone);
    while (holidaySource(localDateOf(endMs, call.zone), area) !== null)
      endMs = startOfDayAfter(endMs, 1, call.zone);
    return {
      reason: 'public-holiday',
      untilMs: earliest(endMs, lifted),
      source: `${d2239.source} ; ${source}`,
    };
  },
};
