/** Of what a team's leads are told outside the board, whom next, and when nobody is. */
import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { localDateOf, minuteOfDayOf, weekdayOf } from '../calendar/zoned-time.ts';

export const alertKinds = ['queue-wait', 'queue-level', 'hand', 'stuck', 'over'] as const;
export type AlertKind = (typeof alertKinds)[number];

/** Seconds from, to. */
export const alertLimits = { afterS: [0, 900], escalateAfterS: [30, 3_600] } as const;

const minutesOfDay = 24 * 60;
const minuteSchema = z
  .number()
  .int()
  .min(0)
  .max(minutesOfDay - 1);

/** `until` before `from`: until the next day. Minutes of the day, ISO weekdays of its beginning. */
export const quietSpanSchema = z
  .object({
    weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
    from: minuteSchema,
    until: minuteSchema,
  })
  .refine(({ from, until }) => from !== until, 'quiet hours end at another time than they begin');
export type QuietSpan = z.infer<typeof quietSpanSchema>;

export const alertRulesSchema = z.object({
  told: z.array(z.enum(alertKinds)).max(alertKinds.length),
  /** So long it lasts before it is told. */
  afterS: z.number().int().min(alertLimits.afterS[0]).max(alertLimits.afterS[1]),
  /** Not taken up for so long, it goes further; null: never. */
  escalateAfterS: z
    .number()
    .int()
    .min(alertLimits.escalateAfterS[0])
    .max(alertLimits.escalateAfterS[1])
    .nullable(),
  escalateTo: z.array(idSchema).max(10),
  quiet: z.array(quietSpanSchema).max(14),
  evenQuiet: z.array(z.enum(alertKinds)).max(alertKinds.length),
});
export type AlertRules = z.infer<typeof alertRulesSchema>;

export const usualAlertRules: AlertRules = {
  told: ['queue-wait', 'queue-level', 'hand', 'stuck'],
  afterS: 15,
  escalateAfterS: 180,
  escalateTo: [],
  quiet: [],
  evenQuiet: ['hand'],
};

const covers = ({ weekdays, from, until }: QuietSpan, weekday: number, minute: number): boolean => {
  if (from < until) return weekdays.includes(weekday) && minute >= from && minute < until;
  const before = weekday === 1 ? 7 : weekday - 1;
  return (
    (weekdays.includes(weekday) && minute >= from) || (weekdays.includes(before) && minute < until)
  );
};

/** @param zone whose clock the quiet hours are read from */
export const isQuiet = (
  { quiet, evenQuiet }: Pick<AlertRules, 'quiet' | 'evenQuiet'>,
  kind: AlertKind,
  nowMs: number,
  zone: string,
): boolean => {
  if (evenQuiet.includes(kind)) return false;
  const weekday = weekdayOf(localDateOf(nowMs, zone));
  const minute = minuteOfDayOf(nowMs, zone);
  return quiet.some((span) => covers(span, weekday, minute));
};
