/** French working time: each rule at its edge, and all of them against a clock that is walked minute by minute. */
import { dayLater } from '@shared/domain/calendar/day-text.ts';
import { frenchWorkingTime, isRefused, judgePlan } from '@shared/domain/schedule/judge-plan.ts';
import type { Piece, PlannedDay } from '@shared/domain/schedule/piece.ts';
import type { PersonPlan, WorkRuleId } from '@shared/domain/schedule/work-rule.ts';
import { expect, it } from 'vitest';
import { dayOf, piece, plan, usualPieces } from '../../support/schedule/plans.ts';

/** A Monday without a holiday near. */
const monday = '2026-11-16';
const everything = { from: '0001-01-01', to: '9999-12-31' };
const found = (of: PersonPlan) => judgePlan(of, everything);
const rules = (of: PersonPlan): WorkRuleId[] => found(of).map(({ rule }) => rule);
const oneDay = (pieces: readonly Piece[], more: Parameters<typeof plan>[1] = {}) =>
  plan([dayOf(monday, pieces)], { settings: { screen: null }, ...more });
const weekOf = (from: string, days: number, pieces = usualPieces): PlannedDay[] =>
  Array.from({ length: days }, (_, on) => dayOf(dayLater(from, on), pieces));

it('[SCHED-1] lets a usual week pass, and refuses two pieces at once and a day of absence', () => {
  expect(found(plan(weekOf(monday, 5)))).toEqual([]);
  const twice = oneDay([piece('calls', '09:00', '12:00'), piece('training', '11:30', '12:30')]);
  expect(found(twice)).toMatchObject([{ rule: 'overlap', from: 690, to: 750, weight: 'refused' }]);
  const away = { absences: [{ from: '2026-11-14', to: monday }] };
  expect(rules(plan(weekOf(monday, 2), away))).toEqual(['absent']);
  expect(isRefused(found(plan(weekOf(monday, 2), away)))).toBe(true);
  const mornings = { availability: [{ weekday: 1, from: 480, to: 780 }] };
  expect(found(oneDay(usualPieces, mornings))).toMatchObject([
    { rule: 'unavailable', weight: 'warned', from: 540, to: 1005 },
  ]);
  expect(isRefused(found(oneDay(usualPieces, mornings)))).toBe(false);
  expect(rules(oneDay([piece('calls', '08:00', '13:00')], mornings))).toEqual([]);
});

it('[SCHED-2] refuses the eleventh hour where it begins, meals not counted, breaks as agreed', () => {
  const long = [
    piece('calls', '08:00', '13:00'),
    piece('meal', '13:00', '14:00'),
    piece('calls', '14:00', '19:00'),
  ];
  expect(rules(oneDay(long))).toEqual([]);
  const longer = oneDay([...long, piece('meeting', '19:00', '19:30')]);
  expect(found(longer)).toMatchObject([
    { rule: 'day-length', article: 'L3121-18', from: 1140, to: 1170, measured: 630, limit: 600 },
  ]);
  const withBreak = [...long, piece('break', '19:00', '19:30')];
  expect(rules(oneDay(withBreak))).toEqual(['day-length']);
  expect(rules(oneDay(withBreak, { settings: { screen: null, breaksCount: false } }))).toEqual([]);
});

it('[SCHED-2] refuses six hours without twenty minutes of rest', () => {
  expect(rules(oneDay([piece('calls', '09:00', '14:59')]))).toEqual([]);
  expect(rules(oneDay([piece('calls', '09:00', '15:00')]))).toEqual(['break-after-six']);
  const six = [piece('calls', '09:00', '15:00'), piece('meal', '15:00', '15:20')];
  expect(rules(oneDay([...six, piece('calls', '15:20', '17:00')]))).toEqual([]);
  const short = [
    piece('calls', '09:00', '12:00'),
    piece('break', '12:00', '12:19'),
    piece('calls', '12:19', '16:00'),
  ];
  expect(found(oneDay(short))).toMatchObject([
    { rule: 'break-after-six', article: 'L3121-16', from: 540, to: 960, limit: 360 },
  ]);
});

it('[SCHED-3] refuses less than eleven hours of rest, in real hours when the clocks change', () => {
  const late = piece('calls', '13:00', '18:00');
  const until = (to: string) => [
    late,
    piece('meal', '18:00', '18:30'),
    piece('calls', '18:30', to),
  ];
  const nights = { settings: { nights: 'agreed', sundays: 'agreed', screen: null } } as const;
  const rest = (evening: string, day: string, morning: string) =>
    rules(
      plan(
        [dayOf(day, until(evening)), dayOf(dayLater(day, 1), [piece('calls', morning, '12:00')])],
        nights,
      ),
    );
  expect(rest('21:00', monday, '08:00')).toEqual([]);
  expect(rest('21:00', monday, '07:59')).toEqual(['daily-rest']);
  // On the last Sunday of March an hour is missing, on that of October there is one more.
  expect(rest('21:00', '2026-03-28', '08:00')).toEqual(['daily-rest']);
  expect(rest('21:00', '2026-03-28', '09:00')).toEqual([]);
  expect(rest('21:00', '2026-10-24', '07:00')).toEqual([]);
  const night = plan(
    [
      dayOf(monday, [piece('calls', '20:00', '24:00'), piece('calls', '24:30', '26:00')]),
      dayOf(dayLater(monday, 1), [piece('calls', '12:30', '15:00')]),
    ],
    nights,
  );
  expect(found(night)).toMatchObject([{ rule: 'daily-rest', measured: 630, limit: 660 }]);
});

it('[SCHED-3] refuses a seventh day, and a week without thirty-five hours of rest in one', () => {
  const sundays = { settings: { sundays: 'agreed' as const, screen: null } };
  const short = [piece('calls', '10:00', '12:00')];
  expect(rules(plan(weekOf(monday, 6, short), sundays))).toEqual([]);
  expect(rules(plan(weekOf(monday, 7, short), sundays)).sort()).toEqual([
    'six-days',
    'weekly-rest',
  ]);
  // Saturday evening to Monday morning: 34 hours and a half, then 35.
  const saturday = (to: string) => [
    ...weekOf(dayLater(monday, 1), 4, short),
    dayOf(dayLater(monday, 5), [piece('calls', '18:00', to)]),
    dayOf(dayLater(monday, 7), [piece('calls', '07:30', '09:00')]),
    dayOf(dayLater(monday, -1), [piece('calls', '18:00', '20:00')]),
    dayOf(monday, [piece('calls', '08:00', '09:00')]),
  ];
  expect(rules(plan(saturday('21:00'), sundays))).toEqual(['weekly-rest']);
  expect(rules(plan(saturday('20:30'), sundays))).toEqual([]);
});

it('[SCHED-4] refuses forty-eight hours and a minute, and forty-four on average over twelve weeks', () => {
  const hours = (minutes: number): Piece[] => [
    piece('calls', '08:00', '12:00'),
    piece('meal', '12:00', '13:00'),
    { ...piece('calls', '13:00', '17:00'), to: 780 + minutes - 240 },
  ];
  const screen = { settings: { screen: null } };
  const six = (minutes: number) => plan(weekOf(monday, 6, hours(minutes)), screen);
  expect(rules(six(480))).toEqual(['overtime']);
  expect(rules(six(481))).toEqual(['week-length', 'overtime']);
  const weeks = (count: number, minutes: number) =>
    plan(
      Array.from({ length: count }, (_, week) =>
        weekOf(dayLater('2026-08-17', week * 7), 5, hours(minutes)),
      ).flat(),
      screen,
    );
  const refused = (of: PersonPlan) => rules(of).filter((rule) => rule !== 'overtime');
  expect(refused(weeks(12, 528))).toEqual([]);
  expect(refused(weeks(12, 529))).toEqual(['week-average']);
  // Eleven weeks of 46 hours after one of her contract: 45 hours and a little.
  expect(refused(weeks(11, 552))).toEqual(['week-average', 'week-average']);
});

it('[SCHED-4] lets a part-time contract be exceeded by a tenth, and never up to thirty-five hours', () => {
  const of = (weeklyMinutes: number, days: number) =>
    rules(plan(weekOf(monday, days), { weeklyMinutes }));
  expect(of(1_530, 4)).toEqual([]);
  expect(of(1_500, 4)).toEqual(['part-time']);
  expect(of(2_040, 5)).toEqual(['part-time']);
  expect(of(2_100, 5)).toEqual([]);
});

it('[SCHED-5] refuses Sundays, nights and holidays until an agreement opens them, the first of May for good', () => {
  const short = [piece('calls', '10:00', '12:00')];
  const on = (day: string, more = {}, pieces = short) =>
    rules(plan([dayOf(day, pieces)], { settings: more }));
  expect(on('2026-11-15')).toEqual(['sunday']);
  expect(on('2026-11-15', { sundays: 'agreed' })).toEqual([]);
  expect(on('2026-11-11')).toEqual(['holiday']);
  expect(on('2026-11-11', { holidays: 'agreed' })).toEqual([]);
  expect(on('2026-05-01')).toEqual(['first-of-may']);
  expect(on('2026-05-01', { holidays: 'agreed' })).toEqual(['first-of-may']);
  expect(on(monday, {}, [piece('calls', '19:00', '21:00')])).toEqual([]);
  expect(on(monday, {}, [piece('calls', '19:00', '21:01')])).toEqual(['night']);
  expect(on(monday, { nights: 'agreed' }, [piece('calls', '22:00', '23:00')])).toEqual([]);
  // A Saturday's night is over on Sunday.
  const saturday = [piece('calls', '23:00', '25:00')];
  expect(on('2026-11-14', { nights: 'agreed' }, saturday)).toEqual(['sunday']);
});

it('[SCHED-6] asks for a break from the screen as often as was agreed, another activity being one', () => {
  const screen = { everyMinutes: 120, breakMinutes: 10 };
  const of = (pieces: readonly Piece[]) =>
    rules(plan([dayOf(monday, pieces)], { settings: { screen } }));
  const then = (between: Piece, to: string) =>
    of([piece('calls', '09:00', '10:30'), between, { ...piece('campaign', '10:40', to) }]);
  expect(then(piece('break', '10:30', '10:40'), '12:40')).toEqual([]);
  expect(then(piece('meeting', '10:30', '10:40'), '12:40')).toEqual([]);
  expect(then(piece('break', '10:30', '10:40'), '12:41')).toEqual(['screen-break']);
  expect(then(piece('written', '10:30', '10:40'), '12:40')).toEqual(['screen-break']);
});

it('[SCHED-7] warns of what somebody under eighteen may not do, up to her birthday', () => {
  const long = [...usualPieces, piece('meeting', '16:45', '18:00')];
  const of = (adultFrom: string | null) =>
    found(plan([dayOf(monday, long), dayOf(dayLater(monday, 1), long)], { adultFrom }));
  expect(of(null)).toEqual([]);
  expect(of('2026-11-17').map(({ day, weight }) => [day, weight])).toEqual([[monday, 'warned']]);
  expect(of('2027-01-01')).toHaveLength(2);
});

it('[SCHED-8] says nothing of days before a rule held, and names an article wherever there is one', () => {
  const old = plan([dayOf('2016-08-09', [piece('calls', '08:00', '15:00')])]);
  expect(rules(old)).toEqual(['screen-break']);
  for (const { id, article, source } of frenchWorkingTime)
    expect(source.includes(article), id).toBe(true);
  const within = { from: dayLater(monday, 1), to: dayLater(monday, 1) };
  const twoDays = plan(weekOf(monday, 2, [piece('calls', '08:00', '15:00')]));
  expect(new Set(judgePlan(twoDays, within).map(({ day }) => day))).toEqual(new Set([within.from]));
});
