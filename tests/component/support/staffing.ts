/** A Thursday at a service centre, seen at 11:48: two peaks, the morning a little busier than expected. */
import type { StaffingDay, StaffingQuarter } from '@shared/contracts/http/staffing.ts';
import { neededAdvisors } from '@shared/domain/staffing/needed-advisors.ts';
import { succeed } from '@shared/kernel/result.ts';
import { at } from './helene.ts';

const handlingSeconds = 340;
const goal = { share: 0.85, targetSeconds: 30, patienceSeconds: 120, busiest: 0.88 };
const needed = (calls: number): number =>
  neededAdvisors({ callsPerHour: calls * 4, handlingSeconds }, goal);

const expectedAt = (quarter: number): number => {
  const hour = quarter / 4;
  if (hour < 8 || hour >= 20) return 0;
  return 14 + 42 * Math.exp(-((hour - 11) ** 2) / 3) + 34 * Math.exp(-((hour - 15.5) ** 2) / 4);
};

const quarterAt = (quarter: number, over: number): StaffingQuarter => {
  const expected = expectedAt(quarter);
  const came = quarter < over ? Math.round(expected * (1.08 + 0.06 * Math.sin(quarter * 2))) : null;
  const calls = came ?? expected * 1.05;
  const [low, high] = came === null ? [calls * 0.8, calls * 1.22] : [calls, calls];
  const clock = [Math.floor(quarter / 4), (quarter % 4) * 15];
  return {
    from: clock.map((part) => String(part).padStart(2, '0')).join(':'),
    expected,
    came,
    calls,
    low: Math.round(low),
    high: Math.round(high),
    handlingSeconds,
    needed: needed(calls),
    neededLow: needed(low),
    neededHigh: needed(high),
  };
};

/** @param over quarters of the day that are over: 47 at 11:48 */
export const thursday = (more: Partial<StaffingDay> = {}, over = 47): StaffingDay => ({
  at: at('2026-11-05T11:48:06'),
  day: '2026-11-05',
  brandId: null,
  zone: 'Europe/Paris',
  goal: { share: 85, targetSeconds: 30, patienceSeconds: 120, busiest: 88 },
  history: { days: 620, from: '2025-02-23' },
  error: 0.07,
  total: { expected: 1_850, calls: 1_968, low: 1_790, high: 2_154, fromWritten: 84 },
  quarters: Array.from({ length: 96 }, (_, quarter) => quarterAt(quarter, over)),
  ...more,
});

export const staffingAnswers = {
  'staffing.day': ({ day = '', brandId = null }: { day?: string; brandId?: string | null }) =>
    succeed(thursday({ day, brandId }, day === '2026-11-05' ? 47 : 0)),
};
