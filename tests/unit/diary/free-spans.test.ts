/** What is free in a diary whoever is visited, for any diary. */
import type { Busy } from '@shared/domain/diary/free-slots.ts';
import { freeSlots } from '@shared/domain/diary/free-slots.ts';
import { freeSpans } from '@shared/domain/diary/free-spans.ts';
import { representativeSettingsSchema } from '@shared/domain/diary/representative.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const minuteMs = 60_000;
const settings = (rest: object = {}) =>
  representativeSettingsSchema.parse({
    name: 'Paul',
    brandIds: ['solvenne'],
    noticeHours: 0,
    ...rest,
  });
const at = (local: string): number => Date.parse(`${local}+02:00`);
const told = (spans: readonly { fromMs: number; toMs: number }[]): string[] =>
  spans.map(({ fromMs, toMs }) =>
    [fromMs, toMs]
      .map((ms) => new Date(ms + 2 * 60 * minuteMs).toISOString().slice(5, 16))
      .join(' '),
  );
// A Tuesday; Thursday the 13th is none of his.
const week = { fromMs: at('2026-08-11T00:00'), toMs: at('2026-08-14T00:00') };
const nowMs = at('2026-08-11T10:00');

describe('what is free in a diary', () => {
  it('[DIARY-31] is within his hours from now on, on no day off, with the way around what fills it', () => {
    const own = settings({ daysOff: [{ from: '2026-08-13', to: '2026-08-13' }] });
    const visit: Busy = {
      fromMs: at('2026-08-12T15:00'),
      toMs: at('2026-08-12T16:00'),
      place: null,
    };
    expect(told(freeSpans(own, [visit], { ...week, nowMs }))).toEqual([
      '08-11T10:00 08-11T12:30',
      '08-11T13:30 08-11T18:00',
      '08-12T09:00 08-12T12:30',
      // From 13:30 to 14:20, where he leaves, no hour of his fits.
      '08-12T16:40 08-12T18:00',
    ]);
    expect(freeSpans(settings({ active: false }), [], { ...week, nowMs })).toEqual([]);
    const later = freeSpans(settings({ noticeHours: 24 }), [], { ...week, nowMs });
    expect(told(later)[0]).toBe('08-12T10:00 08-12T12:30');
  });

  it('[DIARY-31] holds an hour for everybody within the department, and nothing else does', () => {
    const place = { lines: [], postcode: '29000', commune: '', inseeCode: null, country: 'FR' };
    const busyOf = fc.array(
      fc
        .record({
          after: fc.integer({ min: -600, max: 4 * 1440 }),
          lasts: fc.integer({ min: 5, max: 300 }),
        })
        .map(({ after, lasts }) => {
          const fromMs = week.fromMs + after * minuteMs;
          return { fromMs, toMs: fromMs + lasts * minuteMs, place: null };
        }),
      { maxLength: 15 },
    );
    fc.assert(
      fc.property(busyOf, fc.constantFrom(0, 30, 90), (busy, withinDepartmentMinutes) => {
        const own = settings({ travel: { withinDepartmentMinutes } });
        const spans = freeSpans(own, busy, { ...week, nowMs });
        const slots = freeSlots(own, busy, { ...week, nowMs, place, minutes: 60 });
        const fits = (one: { fromMs: number; toMs: number }): boolean =>
          spans.some((span) => span.fromMs <= one.fromMs && one.toMs <= span.toMs);
        expect(slots.filter((one) => one.toMs <= week.toMs && !fits(one))).toEqual([]);
        for (const span of spans)
          expect(busy.some((one) => one.fromMs < span.toMs && span.fromMs < one.toMs)).toBe(false);
      }),
    );
  });
});
