import { minuteOfDayOf } from '@shared/domain/calendar/zoned-time.ts';
import { type Attempt, dialResults } from '@shared/domain/campaign/dial-result.ts';
import { afterAttempt, type RetryPlan, usualRetryPlan } from '@shared/domain/campaign/retry.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const PARIS = 'Europe/Paris';
const at = (local: string, result: Attempt['result'], numberRank = 0): Attempt => ({
  at: new Date(`${local}+01:00`).toISOString(),
  numberRank,
  result,
});
const next = (attempts: readonly Attempt[], numbers = 2, plan: RetryPlan = usualRetryPlan) =>
  afterAttempt(plan, attempts, numbers, PARIS);
const again = (local: string, numberRank: number) => ({
  kind: 'again',
  notBeforeMs: Date.parse(`${local}+01:00`),
  numberRank,
});

describe('after an attempt', () => {
  it('[CAMP-4] whoever is out at noon is asked at five, on the next number; at six, the day after', () => {
    expect(next([at('2026-11-05T11:00:00', 'no-answer')])).toEqual(again('2026-11-05T17:00:00', 1));
    expect(next([at('2026-11-05T18:30:00', 'no-answer')])).toEqual(again('2026-11-06T12:30:00', 1));
    expect(next([at('2026-11-05T16:40:00', 'no-answer')])).toEqual(again('2026-11-05T19:40:00', 1));
    expect(next([at('2026-11-05T11:00:00', 'busy')])).toEqual(again('2026-11-05T11:20:00', 0));
    expect(next([at('2026-11-05T11:00:00', 'reached')])).toEqual({ kind: 'over', why: 'rule' });
    expect(next([at('2026-11-05T11:00:00', 'busy')], 1, { rules: [], maxAttempts: 4 })).toEqual({
      kind: 'over',
      why: 'rule',
    });
  });

  it('[CAMP-4] the hours are those of her own day', () => {
    const inReunion = afterAttempt(
      usualRetryPlan,
      [{ at: '2026-11-05T07:00:00Z', numberRank: 0, result: 'no-answer' }],
      1,
      'Indian/Reunion',
    );
    // 11:00 there: at five in the afternoon there, 13:00 in UTC.
    expect(inReunion).toEqual({
      kind: 'again',
      notBeforeMs: Date.parse('2026-11-05T13:00:00Z'),
      numberRank: 0,
    });
  });

  it('[CAMP-4] what would come after those hours waits for them on the next day', () => {
    const slow: RetryPlan = {
      maxAttempts: 4,
      rules: [
        {
          result: 'machine',
          afterMinutes: 240,
          times: 2,
          number: 'same',
          tryBetween: [17 * 60, 20 * 60],
        },
      ],
    };
    const evening = (local: string) => next([at(local, 'machine')], 1, slow);
    expect(evening('2026-11-05T15:59:00')).toEqual(again('2026-11-05T19:59:00', 0));
    expect(evening('2026-11-05T16:00:00')).toEqual(again('2026-11-06T17:00:00', 0));
  });

  it('[CAMP-5] busy is tried three times more; a fault of ours takes no attempt away', () => {
    const busy = (times: number) =>
      Array.from({ length: times }, (_, n) => at(`2026-11-05T1${n}:00:00`, 'busy'));
    const generous = { ...usualRetryPlan, maxAttempts: 9 };
    expect(next(busy(3), 1, generous).kind).toBe('again');
    expect(next(busy(4), 1, generous)).toEqual({ kind: 'over', why: 'rule' });
    expect(next(busy(4), 1)).toEqual({ kind: 'over', why: 'attempts' });
    const failed = [
      ...busy(2),
      at('2026-11-05T15:00:00', 'failed'),
      at('2026-11-05T16:00:00', 'failed'),
    ];
    expect(next(failed, 1).kind).toBe('again');
  });

  it('[CAMP-6] a wrong number is left alone; without another it is over', () => {
    expect(next([at('2026-11-05T11:00:00', 'wrong-number', 1)], 3)).toMatchObject({
      numberRank: 2,
    });
    const second = [
      at('2026-11-05T11:00:00', 'wrong-number'),
      at('2026-11-05T11:05:00', 'machine', 1),
    ];
    expect(next(second, 2)).toMatchObject({ kind: 'again', numberRank: 1 });
    expect(next([at('2026-11-05T11:00:00', 'wrong-number')], 1)).toEqual({
      kind: 'over',
      why: 'no-number',
    });
  });
});

const attempts = fc
  .array(
    fc.record({
      minute: fc.integer({ min: 0, max: 60 * 24 * 30 }),
      numberRank: fc.integer({ min: 0, max: 2 }),
      result: fc.constantFrom(...dialResults),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) =>
    [...all]
      .sort((a, b) => a.minute - b.minute)
      .map(({ minute, ...rest }) => ({
        ...rest,
        at: new Date(Date.UTC(2026, 2, 10) + minute * 60_000).toISOString(),
      })),
  );

it('[CAMP-7] [CAMP-6] whatever happened, the next attempt is later, in its hours, on no wrong number', () => {
  fc.assert(
    fc.property(
      attempts,
      fc.constantFrom(PARIS, 'Pacific/Noumea', 'America/Cayenne', 'America/Miquelon'),
      (all, zone) => {
        const found = afterAttempt(usualRetryPlan, all, 3, zone);
        if (found.kind === 'over') return;
        const last = all.at(-1) as Attempt;
        expect(found.notBeforeMs).toBeGreaterThan(Date.parse(last.at));
        const wrong = all.filter(({ result }) => result === 'wrong-number');
        expect(wrong.map(({ numberRank }) => numberRank)).not.toContain(found.numberRank);
        const early =
          last.result === 'no-answer' && minuteOfDayOf(Date.parse(last.at), zone) < 17 * 60;
        if (!early) return;
        const minute = minuteOfDayOf(found.notBeforeMs, zone);
        expect(minute).toBeGreaterThanOrEqual(17 * 60);
        expect(minute).toBeLessThan(20 * 60);
      },
    ),
  );
});
