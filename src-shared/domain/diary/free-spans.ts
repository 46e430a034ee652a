/** What is free in a diary whoever is visited: within the hours, with the way around what fills it (DIARY-31). */
import { instantOf, localDateOf, nextDay } from '../calendar/zoned-time.ts';
import { type Busy, isOff, openingsOf } from './free-slots.ts';
import { type RepresentativeSettings, travelMinutes } from './representative.ts';

export type Span = { readonly fromMs: number; readonly toMs: number };
const minuteMs = 60_000;

const without = (spans: readonly Span[], taken: Span): Span[] =>
  spans.flatMap(({ fromMs, toMs }) =>
    taken.toMs <= fromMs || taken.fromMs >= toMs
      ? [{ fromMs, toMs }]
      : [
          { fromMs, toMs: taken.fromMs },
          { fromMs: taken.toMs, toMs },
        ].filter((one) => one.fromMs < one.toMs),
  );

/** Spans in which at least one of his appointments fits, the earliest first. */
export const freeSpans = (
  settings: RepresentativeSettings,
  busy: readonly Busy[],
  { fromMs, toMs, nowMs }: Span & { readonly nowMs: number },
): Span[] => {
  const earliest = Math.max(fromMs, nowMs + settings.noticeHours * 60 * minuteMs);
  const { zone } = settings.hours;
  const way = travelMinutes(settings, null, null) * minuteMs;
  const found: Span[] = [];
  if (!settings.active) return found;
  for (
    let date = localDateOf(earliest, zone);
    instantOf(date, 0, zone) < toMs;
    date = nextDay(date)
  ) {
    if (isOff(settings, date)) continue;
    const open = openingsOf(settings, date).map((one) => ({
      fromMs: Math.max(one.fromMs, earliest),
      toMs: Math.min(one.toMs, toMs),
    }));
    found.push(
      ...busy.reduce<Span[]>(
        (free, one) => without(free, { fromMs: one.fromMs - way, toMs: one.toMs + way }),
        open,
      ),
    );
  }
  const shortest = settings.appointmentMinutes * minuteMs;
  return found
    .filter((one) => one.toMs - one.fromMs >= shortest)
    .sort((a, b) => a.fromMs - b.fromMs);
};
