/** Rows of the database as whole days in their order, from the first call on. */
import { dayOfText, textOfDay } from '@shared/domain/calendar/day-text.ts';
import type { LocalDate } from '@shared/domain/calendar/zoned-time.ts';
import {
  type DayOfCalls,
  dayOfNumber,
  numberOfDay,
  quartersOfDay,
} from '@shared/domain/forecasting/history.ts';
import type { QuarterRow } from './repository.ts';

/** A day without a call within the history had none; before the first call nothing is known. */
export const daysOf = (
  rows: readonly QuarterRow[],
  written: ReadonlyMap<string, number>,
  last: LocalDate,
): DayOfCalls[] => {
  const [earliest] = rows;
  if (earliest === undefined) return [];
  const byDay = new Map<string, number[]>();
  for (const { day, quarter, calls } of rows) {
    const quarters = byDay.get(day) ?? new Array<number>(quartersOfDay).fill(0);
    quarters[quarter] = calls;
    byDay.set(day, quarters);
  }
  const from = numberOfDay(dayOfText(earliest.day));
  return Array.from({ length: numberOfDay(last) - from + 1 }, (_, at) => {
    const day = dayOfNumber(from + at);
    const text = textOfDay(day);
    const calls = byDay.get(text) ?? new Array<number>(quartersOfDay).fill(0);
    return { day, calls, written: written.get(text) ?? 0 };
  });
};
