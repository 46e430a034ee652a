/** What is worked out of a campaign's counts: the planned pace, and the hours that reach most. */

import { bestHours } from '@shared/domain/campaign/best-hours.ts';
import { isCallingDay, plannedPace } from '@shared/domain/campaign/planned-pace.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const noon = (date: string): number => Date.parse(`${date}T11:00:00Z`);
const dayMs = 86_400_000;
const plan = { startsOn: '2026-10-26', endsOn: '2026-11-27', target: 120 };

it('[PLAN-14] counts the days on which people may be called, without weekends and holidays', () => {
  // 25 working days, less 11 November; All Saints' Day is a Sunday.
  expect(plannedPace(plan, noon('2026-11-27'))).toEqual({ daysDone: 24, days: 24, planned: 120 });
  expect(plannedPace(plan, noon('2026-11-05'))).toEqual({ daysDone: 9, days: 24, planned: 45 });
  expect(plannedPace(plan, noon('2026-10-25')).planned).toBe(0);
  expect(plannedPace({ ...plan, target: null }, noon('2026-11-05')).planned).toBeNull();
  expect(isCallingDay({ year: 2026, month: 11, day: 11 })).toBe(false);
});

it('[PLAN-14] never falls, ends at the target, and stands still when nobody may be called', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 1, max: 500 }),
      (after, target) => {
        const at = noon('2026-10-20') + after * dayMs;
        const today = plannedPace({ ...plan, target }, at).planned ?? -1;
        const next = plannedPace({ ...plan, target }, at + dayMs).planned ?? -1;
        const weekday = new Date(at + dayMs).getUTCDay();
        expect(next).toBeGreaterThanOrEqual(today);
        expect(next).toBeLessThanOrEqual(target);
        if (weekday === 0 || weekday === 6) expect(next).toBe(today);
        if (at > noon(plan.endsOn)) expect(today).toBe(target);
      },
    ),
  );
});

const cell = (hour: number, attempts: number, reached: number) => ({
  weekday: 1,
  hour,
  attempts,
  reached,
});

it('[PLAN-15] names the hours that reach most, with their neighbours that are as good', () => {
  const rows = [cell(10, 100, 16), cell(11, 100, 20), cell(17, 100, 37), cell(18, 100, 40)];
  expect(bestHours(rows)).toMatchObject({ from: 17, to: 19, worst: { hour: 10 } });
  expect(bestHours(rows)?.times).toBeCloseTo(2.4, 1);
});

it('[PLAN-15] says nothing of few attempts, and of hours that are all alike', () => {
  expect(bestHours([cell(10, 10, 1), cell(11, 10, 9), cell(18, 10, 5)])).toBeNull();
  expect(bestHours([cell(10, 100, 20), cell(18, 100, 40)])).toBeNull();
  expect(bestHours([10, 11, 12].map((hour) => cell(hour, 50, 10)))).toBeNull();
});
