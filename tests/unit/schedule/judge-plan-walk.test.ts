/** Random weeks, judged and walked minute by minute: both find the same. */
import { dayLater } from '@shared/domain/calendar/day-text.ts';
import { judgePlan } from '@shared/domain/schedule/judge-plan.ts';
import { isRest, type Piece, type PlannedDay } from '@shared/domain/schedule/piece.ts';
import type { WorkRuleId } from '@shared/domain/schedule/work-rule.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plan } from '../../support/schedule/plans.ts';

const monday = '2026-06-01';
const dayMinutes = 1_440;
const kinds = ['calls', 'campaign', 'training', 'meeting', 'break', 'meal'] as const;

/** A day that begins somewhere and goes on piece by piece, with or without gaps. */
const someDay = fc
  .record({
    start: fc.integer({ min: 24, max: 48 }),
    parts: fc.array(
      fc.record({
        kind: fc.constantFrom(...kinds),
        length: fc.integer({ min: 1, max: 16 }),
        gap: fc.constantFrom(0, 0, 0, 1, 2),
      }),
      { minLength: 1, maxLength: 9 },
    ),
  })
  .map(({ start, parts }): Piece[] => {
    let at = start * 15;
    return parts.map(({ kind, length, gap }) => {
      const from = at + gap * 15;
      at = from + length * 15;
      return { kind, from, to: Math.min(at, 2_160), brandId: null, movable: false };
    });
  })
  .filter((pieces) => pieces.every(({ from, to }) => from < to));

const someWeek = fc.array(fc.option(someDay, { nil: [] }), { minLength: 7, maxLength: 7 });

const settings = { screen: null, sundays: 'agreed', nights: 'agreed', holidays: 'agreed' } as const;

const judged = (days: readonly PlannedDay[], rule: WorkRuleId): string[] =>
  judgePlan(plan(days, { settings }), { from: monday, to: dayLater(monday, 6) })
    .filter((one) => one.rule === rule)
    .map(({ day }) => day);

const asDays = (week: readonly Piece[][]): PlannedDay[] =>
  week.map((pieces, on) => ({ day: dayLater(monday, on), pieces }));

it('[SCHED-2] the length of a day and its pause are those of a clock that is walked', () => {
  fc.assert(
    fc.property(someDay, (pieces) => {
      const days = asDays([pieces]);
      let [worked, run, longest, rest, paused] = [0, 0, 0, 0, false];
      for (let minute = 0; minute < 2_160; minute += 1) {
        const one = pieces.find(({ from, to }) => from <= minute && minute < to);
        if (one !== undefined && one.kind !== 'meal') worked += 1;
        const isOff = one === undefined || isRest(one);
        rest = isOff ? rest + 1 : 0;
        run += 1;
        // Two short rests in a row are looked at one by one.
        const isLong = one === undefined ? rest >= 20 : isRest(one) && one.to - one.from >= 20;
        if (isLong) [run, paused] = [0, paused || longest > 0];
        else if (one === undefined && longest === 0) run = 0;
        if (!isOff) longest = Math.max(longest, run);
      }
      expect(judged(days, 'day-length').length > 0).toBe(worked > 600);
      // Rests that touch one another are left to the examples.
      const touching = pieces.some(
        (one, at) => isRest(one) || (pieces[at + 1]?.from ?? one.to) > one.to,
      );
      if (!touching)
        expect(judged(days, 'break-after-six').length > 0).toBe(longest > 360 || longest === 360);
    }),
    { numRuns: 300 },
  );
});

it('[SCHED-3] a week has its rest when a whole day of it lies in it, whatever its days are like', () => {
  fc.assert(
    fc.property(someWeek, (week) => {
      const days = asDays(week);
      const busy = new Uint8Array(9 * dayMinutes);
      for (const [on, pieces] of week.entries()) {
        if (pieces.length === 0) continue;
        const from = Math.min(...pieces.map((one) => one.from));
        const to = Math.max(...pieces.map((one) => one.to));
        busy.fill(1, on * dayMinutes + from, on * dayMinutes + to);
      }
      // Before Monday and after the following Monday nothing is known to be planned.
      let best = 0;
      let from = -10 * dayMinutes;
      for (let minute = 0; minute <= 9 * dayMinutes; minute += 1) {
        if (minute < busy.length && busy[minute] === 0) continue;
        const to = minute === busy.length ? 20 * dayMinutes : minute;
        const within = Math.min(to, 7 * dayMinutes) - Math.max(from, 0);
        if (within >= dayMinutes) best = Math.max(best, to - from);
        from = minute + 1;
      }
      const isPlanned = week.some((pieces) => pieces.length > 0);
      expect(judged(days, 'weekly-rest').length > 0).toBe(isPlanned && best < 35 * 60);
      const worked = week.filter((pieces) => pieces.length > 0).length;
      expect(judged(days, 'six-days').length > 0).toBe(worked === 7);
    }),
    { numRuns: 300 },
  );
});

it('[SCHED-8] what is judged never depends on the order in which days and pieces are told', () => {
  fc.assert(
    fc.property(someWeek, fc.integer({ min: 1, max: 6 }), (week, turn) => {
      const days = asDays(week);
      const turned = [...days.slice(turn), ...days.slice(0, turn)].map(({ day, pieces }) => ({
        day,
        pieces: [...pieces].reverse(),
      }));
      const within = { from: monday, to: dayLater(monday, 6) };
      expect(judgePlan(plan(turned, { settings }), within)).toEqual(
        judgePlan(plan(days, { settings }), within),
      );
    }),
    { numRuns: 100 },
  );
});
