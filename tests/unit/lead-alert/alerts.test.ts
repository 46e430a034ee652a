import {
  type AlertRules,
  alertRulesSchema,
  isQuiet,
  usualAlertRules,
} from '@shared/domain/lead-alert/alert-rules.ts';
import {
  alertKey,
  followAlerts,
  nothingSeen,
  type OpenAlert,
  settledAfterMs,
} from '@shared/domain/lead-alert/follow-alerts.ts';
import { type Worry, worriesOf } from '@shared/domain/lead-alert/worries.ts';
import { usualThresholds } from '@shared/domain/lead-board/thresholds.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const zone = 'Europe/Paris';
/** A Thursday, at 11:48 in Paris. */
const start = Date.parse('2026-11-05T10:48:00Z');
const boss = '00000000-0000-4000-8000-000000000001';

/** A team's alerts as a hub keeps them, looked at once a second. */
const play = (
  rules: AlertRules,
  seconds: readonly {
    readonly isOver: boolean;
    readonly isLed?: boolean;
    readonly takes?: boolean;
  }[],
  { at = start, since = null as number | null } = {},
) => {
  let seen = nothingSeen;
  let open: OpenAlert[] = [];
  const told: { readonly what: 'told' | 'escalated' | 'ended'; readonly second: number }[] = [];
  seconds.forEach(({ isOver, isLed = true, takes = false }, second) => {
    const nowMs = at + second * 1_000;
    const worry: Worry = { kind: 'queue-wait', subject: 'service', since, brandIds: ['kerdoual'] };
    const look = { worries: isOver ? [worry] : [], open, rules, isLed, nowMs, zone };
    const { seen: next, steps } = followAlerts(seen, look);
    seen = next;
    const note = (what: 'told' | 'escalated' | 'ended') => told.push({ what, second });
    open = open.map((alert) => {
      const isTold = steps.tell.includes(alert);
      const isFurther = steps.escalate.includes(alert);
      if (isTold) note('told');
      if (isFurther) note('escalated');
      return {
        ...alert,
        toldAt: isTold ? nowMs : alert.toldAt,
        escalatedAt: isFurther ? nowMs : alert.escalatedAt,
        isTaken: alert.isTaken || takes,
      };
    });
    for (const ended of steps.end) {
      note('ended');
      open = open.filter(({ id }) => id !== ended.id);
    }
    for (const { isTold } of steps.begin) {
      if (isTold) note('told');
      const toldAt = isTold ? nowMs : null;
      const base = { kind: 'queue-wait' as const, subject: 'service', escalatedAt: null };
      open.push({ ...base, id: String(second), toldAt, isTaken: false });
    }
  });
  return { told, open };
};
const times = <T>(count: number, of: T): T[] => Array.from({ length: count }, () => of);
const over = { isOver: true };
const fine = { isOver: false };
const rules: AlertRules = {
  ...usualAlertRules,
  afterS: 10,
  escalateAfterS: 60,
  escalateTo: [boss],
};

describe('alerts of a lead', () => {
  it('[ALERT-1] tells once what has lasted, and nothing of what the team does not want told', () => {
    expect(play(rules, times(30, over)).told).toEqual([{ what: 'told', second: 10 }]);
    expect(play(rules, [...times(9, over), ...times(60, fine)]).told).toEqual([]);
    expect(play({ ...rules, told: ['hand'] }, times(30, over)).told).toEqual([]);
    // It was so long before it was looked at: the time that it has lasted counts.
    expect(play(rules, times(2, over), { since: start - 60_000 }).told).toEqual([
      { what: 'told', second: 0 },
    ]);
  });

  it('[ALERT-2] what flutters is one alert, over once it is gone for half a minute', () => {
    const flutter = Array.from({ length: 90 }, (_, second) => ({ isOver: second % 20 < 11 }));
    expect(play(rules, flutter).told.filter(({ what }) => what !== 'escalated')).toEqual([
      { what: 'told', second: 10 },
    ]);
    const [, ended] = play(rules, [...times(12, over), ...times(60, fine)]).told;
    expect(ended).toEqual({ what: 'ended', second: 11 + settledAfterMs / 1_000 });
  });

  it('[ALERT-3] tells nobody in quiet hours, and when they end what still holds', () => {
    // Until 11:49, a minute from now.
    const quiet = [{ weekdays: [4], from: 8 * 60, until: 11 * 60 + 49 }];
    expect(play({ ...rules, quiet }, times(70, over)).told).toEqual([{ what: 'told', second: 60 }]);
    expect(play({ ...rules, quiet }, [...times(20, over), ...times(60, fine)]).told).toEqual([
      { what: 'ended', second: 49 },
    ]);
    const even = { ...rules, quiet, evenQuiet: ['queue-wait' as const] };
    expect(play(even, times(20, over)).told).toEqual([{ what: 'told', second: 10 }]);
    // Told before they began, it goes no further in them.
    const soon = [{ weekdays: [4], from: 11 * 60 + 49, until: 12 * 60 }];
    expect(play({ ...rules, quiet: soon }, times(200, over)).told).toEqual([
      { what: 'told', second: 10 },
    ]);
  });

  it('[ALERT-3] quiet hours past midnight belong to the day on which they begin, on the clock of Paris', () => {
    const night = { ...rules, quiet: [{ weekdays: [5], from: 20 * 60, until: 7 * 60 }] };
    const quietAt = (text: string) => isQuiet(night, 'stuck', Date.parse(text), zone);
    expect(quietAt('2026-11-06T18:59:00Z')).toBe(false);
    expect(quietAt('2026-11-06T19:00:00Z')).toBe(true);
    expect(quietAt('2026-11-07T05:59:00Z')).toBe(true);
    expect(quietAt('2026-11-07T06:00:00Z')).toBe(false);
    expect(quietAt('2026-11-07T19:30:00Z')).toBe(false);
    // In the night in which the clock goes back, from Saturday to Sunday: two in the morning comes twice.
    const saturday = { ...night, quiet: [{ weekdays: [6], from: 20 * 60, until: 3 * 60 }] };
    const turning = (text: string) => isQuiet(saturday, 'stuck', Date.parse(text), zone);
    expect(turning('2026-10-25T00:30:00Z')).toBe(true);
    expect(turning('2026-10-25T01:30:00Z')).toBe(true);
    expect(turning('2026-10-25T02:00:00Z')).toBe(false);
    expect(isQuiet(night, 'hand', Date.parse('2026-11-06T19:00:00Z'), zone)).toBe(false);
    expect(
      alertRulesSchema.safeParse({ ...rules, quiet: [{ weekdays: [1], from: 60, until: 60 }] })
        .success,
    ).toBe(false);
  });

  it('[ALERT-5] goes further once when nobody took it up, at once when no lead is there', () => {
    expect(play(rules, times(200, over)).told).toEqual([
      { what: 'told', second: 10 },
      { what: 'escalated', second: 70 },
    ]);
    const taken = [...times(20, over), { isOver: true, takes: true }, ...times(200, over)];
    expect(play(rules, taken).told).toEqual([{ what: 'told', second: 10 }]);
    expect(play(rules, times(30, { isOver: true, isLed: false })).told).toEqual([
      { what: 'told', second: 10 },
      { what: 'escalated', second: 11 },
    ]);
    expect(play({ ...rules, escalateTo: [] }, times(200, over)).told).toHaveLength(1);
    expect(play({ ...rules, escalateAfterS: null }, times(200, over)).told).toHaveLength(1);
  });

  it('[ALERT-1] [ALERT-5] whatever comes and goes, each alert is told at most once, before it goes further, before it ends', () => {
    const second = fc.record({ isOver: fc.boolean(), isLed: fc.boolean(), takes: fc.boolean() });
    const stretches = fc.array(fc.tuple(second, fc.integer({ min: 1, max: 60 })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(stretches, (parts) => {
        const { told, open } = play(
          rules,
          parts.flatMap(([one, count]) => times(count, one)),
        );
        let state: 'none' | 'told' | 'escalated' = 'none';
        for (const { what } of told) {
          if (what === 'told') expect(state).toBe('none');
          if (what === 'escalated') expect(state).toBe('told');
          if (what === 'ended') expect(state).not.toBe('none');
          state = what === 'ended' ? 'none' : what;
        }
        expect(open.length).toBe(state === 'none' ? 0 : 1);
        expect(new Set(open.map(alertKey)).size).toBe(open.length);
      }),
      { numRuns: 200 },
    );
  });

  it('[ALERT-10] who goes on in the place of another ends nothing before it has looked for as long', () => {
    const open: OpenAlert = {
      id: 'one',
      kind: 'queue-wait',
      subject: 'service',
      toldAt: start,
      escalatedAt: null,
      isTaken: false,
    };
    const look = { worries: [], open: [open], rules, isLed: true, zone };
    let seen = nothingSeen;
    const ends = Array.from({ length: 40 }, (_, second) => {
      const next = followAlerts(seen, { ...look, nowMs: start + second * 1_000 });
      seen = next.seen;
      return next.steps.end.length;
    });
    expect(ends.indexOf(1)).toBe(settledAfterMs / 1_000);
  });
});

describe('what is beyond a threshold', () => {
  const queue = {
    name: 'service',
    brandId: 'kerdoual',
    longestSince: null,
    answered: 0,
    answeredInTime: 0,
    abandoned: 0,
    goal: { answeredShare: null as number | null, waitS: null as number | null },
  };
  const worries = (
    queues: readonly (
      | typeof queue
      | (Omit<typeof queue, 'longestSince'> & { longestSince: string })
    )[],
  ) => worriesOf({ seats: [], queues }, usualThresholds, start);

  it('[ALERT-4] a day’s share counts from twenty calls on', () => {
    expect(worries([{ ...queue, answered: 10, abandoned: 9 }])).toEqual([]);
    expect(worries([{ ...queue, answered: 10, abandoned: 10 }])).toMatchObject([
      { kind: 'queue-level', since: null },
    ]);
    expect(worries([{ ...queue, answered: 100, answeredInTime: 85 }])).toEqual([]);
    expect(worries([{ ...queue, answered: 100, answeredInTime: 84 }])).toHaveLength(1);
  });

  it('[ALERT-1] a wait counts from the moment at which it went beyond', () => {
    const since = new Date(start - 100_000).toISOString();
    expect(worries([{ ...queue, longestSince: since }])).toEqual([
      { kind: 'queue-wait', subject: 'service', since: start - 10_000, brandIds: ['kerdoual'] },
    ]);
  });

  it('[ALERT-1] [QUEUE-20] what was decided of a queue goes before what holds for its team', () => {
    const longestSince = new Date(start - 100_000).toISOString();
    const goal = { answeredShare: 90, waitS: 120 };
    expect(worries([{ ...queue, longestSince, goal }])).toEqual([]);
    expect(worries([{ ...queue, answered: 100, answeredInTime: 88, goal }])).toHaveLength(1);
  });
});
