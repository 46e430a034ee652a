import { demoDays, demoSettings } from '@api/seed/story/schedules.ts';
import { dayLater } from '@shared/domain/calendar/day-text.ts';
import { judgePlan } from '@shared/domain/schedule/judge-plan.ts';
import { expect, it } from 'vitest';
import { plan } from '../../support/schedule/plans.ts';

it('[SCHED-22] whenever the demo is opened, some of its team work that day, some are off, and no rule is broken', () => {
  for (const today of ['2026-11-05', '2026-11-29', '2026-12-27', '2027-02-28']) {
    const days = demoDays(today);
    const there = [...days.values()].filter((own) => own.some(({ day }) => day === today));
    expect(there.length, today).toBeGreaterThan(2);
    const within = { from: dayLater(today, -30), to: dayLater(today, 30) };
    for (const own of days.values())
      expect(judgePlan(plan(own, { settings: demoSettings }), within), today).toEqual([]);
    const kinds = new Set(
      [...days.values()].flatMap((own) =>
        own.flatMap(({ pieces }) => pieces.map(({ kind }) => kind)),
      ),
    );
    expect([...kinds].sort()).toEqual(['break', 'calls', 'campaign', 'meal', 'training']);
  }
});
