/** Free slots hold what they promise, for any diary. */
import { isFrenchHoliday } from '@shared/domain/calendar/french-holidays.ts';
import {
  instantOf,
  localDateOf,
  minuteOfDayOf,
  weekdayOf,
} from '@shared/domain/calendar/zoned-time.ts';
import { type Busy, freeSlots, slotFault } from '@shared/domain/diary/free-slots.ts';
import { proposeSlots } from '@shared/domain/diary/propose-slots.ts';
import {
  covers,
  type Place,
  representativeSettingsSchema,
  travelMinutes,
} from '@shared/domain/diary/representative.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const place = (inseeCode: string, postcode: string): Place => ({
  lines: [],
  postcode,
  commune: '',
  inseeCode,
  country: 'FR',
});
const quimper = place('29232', '29000');
const brest = place('29019', '29200');
const rennes = place('35238', '35000');
const places = [quimper, brest, rennes];
const settings = (rest: object = {}) =>
  representativeSettingsSchema.parse({ name: 'Paul', brandIds: ['solvenne'], ...rest });
const at = (iso: string): number => Date.parse(iso);

const days = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z') });
const busyAround = (startMs: number) =>
  fc.array(
    fc
      .record({
        after: fc.integer({ min: -600, max: 8 * 1440 }),
        minutes: fc.integer({ min: 5, max: 400 }),
        place: fc.constantFrom<Place | null>(...places, null),
      })
      .map(
        ({ after, minutes, place }): Busy => ({
          fromMs: startMs + after * minuteMs,
          toMs: startMs + (after + minutes) * minuteMs,
          place,
        }),
      ),
    { maxLength: 25 },
  );
const cases = days.chain((fromMs) =>
  fc.record({
    fromMs: fc.constant(fromMs),
    busy: busyAround(fromMs),
    minutes: fc.constantFrom(15, 45, 60, 90),
    place: fc.constantFrom(...places),
    zone: fc.constantFrom('Europe/Paris', 'Indian/Reunion', 'America/Martinique'),
  }),
);

describe('free slots', () => {
  it('[DIARY-1] overlap nothing, lie within the hours, and leave the time to travel', () => {
    fc.assert(
      fc.property(cases, ({ fromMs, busy, minutes, place: where, zone }) => {
        const own = settings({
          hours: {
            zone,
            openings: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 480, to: 1110 })),
            onHolidays: 'open',
          },
        });
        const question = { fromMs, toMs: fromMs + 7 * dayMs, place: where, minutes, nowMs: fromMs };
        for (const slot of freeSlots(own, busy, question)) {
          expect(slot.toMs - slot.fromMs).toBe(minutes * minuteMs);
          expect(slot.fromMs).toBeGreaterThanOrEqual(fromMs + 24 * 60 * minuteMs);
          expect(minuteOfDayOf(slot.fromMs, zone)).toBeGreaterThanOrEqual(480);
          expect(minuteOfDayOf(slot.toMs, zone)).toBeLessThanOrEqual(1110);
          const before = busy.filter(({ toMs }) => toMs <= slot.fromMs);
          const after = busy.filter((one) => one.fromMs >= slot.toMs);
          expect(before.length + after.length).toBe(busy.length);
          const last = before.toSorted((a, b) => b.toMs - a.toMs)[0];
          const next = after.toSorted((a, b) => a.fromMs - b.fromMs)[0];
          if (last !== undefined)
            expect(slot.fromMs - last.toMs).toBeGreaterThanOrEqual(
              travelMinutes(own, last.place, where) * minuteMs,
            );
          if (next !== undefined)
            expect(next.fromMs - slot.toMs).toBeGreaterThanOrEqual(
              travelMinutes(own, where, next.place) * minuteMs,
            );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('[DIARY-1] are all there are: whatever may be booked on a quarter of an hour is among them', () => {
    fc.assert(
      fc.property(cases, ({ fromMs, busy, minutes, place: where }) => {
        const own = settings({ noticeHours: 0 });
        const toMs = fromMs + 2 * dayMs;
        const question = { fromMs, toMs, place: where, minutes, nowMs: fromMs };
        const found = new Set(freeSlots(own, busy, question).map((slot) => slot.fromMs));
        const quarter = 15 * minuteMs;
        for (let ms = Math.ceil(fromMs / quarter) * quarter; ms < toMs; ms += quarter) {
          const wanted = { fromMs: ms, toMs: ms + minutes * minuteMs, place: where };
          expect(found.has(ms)).toBe(slotFault(own, busy, wanted, fromMs) === null);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('[DIARY-2] keep days off and public holidays free, but for who works on them', () => {
    const question = {
      fromMs: at('2026-07-13T00:00:00+02:00'),
      toMs: at('2026-07-18T00:00:00+02:00'),
      place: quimper,
      minutes: 60,
      nowMs: at('2026-07-01T00:00:00Z'),
    };
    const daysOf = (rest: object) => [
      ...new Set(
        freeSlots(settings(rest), [], question).map(
          ({ fromMs }) => localDateOf(fromMs, 'Europe/Paris').day,
        ),
      ),
    ];
    expect(daysOf({})).toEqual([13, 15, 16, 17]);
    expect(daysOf({ daysOff: [{ from: '2026-07-15', to: '2026-07-16' }] })).toEqual([13, 17]);
    const { hours } = settings();
    expect(daysOf({ hours: { ...hours, onHolidays: 'open' } })).toContain(14);
    expect(isFrenchHoliday({ year: 2026, month: 7, day: 14 })).toBe(true);
  });

  it('[DIARY-3] are at the hours of his clock when it goes forward and back', () => {
    const sundays = {
      zone: 'Europe/Paris',
      openings: [{ weekday: 7, from: 60, to: 600 }],
      onHolidays: 'open',
    };
    const slotsOn = (day: string) => {
      const fromMs = at(`${day}T00:00:00Z`) - 2 * 3_600_000;
      return freeSlots(settings({ hours: sundays, noticeHours: 0 }), [], {
        fromMs,
        toMs: fromMs + 26 * 3_600_000,
        place: quimper,
        minutes: 60,
        nowMs: fromMs,
      });
    };
    for (const [day, hours] of [
      ['2026-03-29', 8],
      ['2026-10-25', 9],
      ['2026-10-18', 9],
    ] as const) {
      const slots = slotsOn(day);
      const shown = slots.map(({ fromMs }) => minuteOfDayOf(fromMs, 'Europe/Paris'));
      expect(weekdayOf(localDateOf(slots[0]?.fromMs ?? 0, 'Europe/Paris'))).toBe(7);
      expect(new Set(shown).size).toBe(shown.length);
      expect(shown.at(-1)).toBe(540);
      if (hours === 8) expect(shown.some((minute) => minute >= 120 && minute < 180)).toBe(false);
    }
    const first = instantOf({ year: 2026, month: 3, day: 29 }, 540, 'Europe/Paris');
    expect(slotsOn('2026-03-29').at(-1)?.fromMs).toBe(first);
  });

  it('[DIARY-4] count the way by commune, department and further, and as within the department without an address', () => {
    const own = settings({ travel: { withinCommuneMinutes: 5 } });
    expect(travelMinutes(own, quimper, { ...quimper, postcode: '29300' })).toBe(5);
    expect(travelMinutes(own, quimper, brest)).toBe(40);
    expect(travelMinutes(own, quimper, rennes)).toBe(90);
    expect(travelMinutes(own, null, rennes)).toBe(40);
  });

  it('[DIARY-5] are offered where he goes: department, first digits of the postcode, commune', () => {
    const goes = (zones: object, where: Place) => covers(settings({ zones }), where);
    expect(goes({}, rennes)).toBe(true);
    expect(goes({ departments: ['29'] }, quimper)).toBe(true);
    expect(goes({ departments: ['29'] }, rennes)).toBe(false);
    expect(goes({ postcodes: ['292'] }, brest)).toBe(true);
    expect(goes({ postcodes: ['292'] }, quimper)).toBe(false);
    expect(goes({ communes: ['35238'] }, rennes)).toBe(true);
    const fromMs = at('2026-09-07T00:00:00Z');
    const question = { fromMs, toMs: fromMs + dayMs, place: rennes, minutes: 60, nowMs: 0 };
    expect(freeSlots(settings({ zones: { departments: ['29'] } }), [], question)).toEqual([]);
  });

  it('[DIARY-6] are proposed by half days, the earliest first, each the one with the least travel', () => {
    const slot = (iso: string, travel: number) => ({
      fromMs: at(iso),
      toMs: at(iso) + 60 * minuteMs,
      travelMinutes: travel,
      zone: 'Europe/Paris',
    });
    const offered = proposeSlots(
      [
        slot('2026-09-07T07:00:00Z', 40),
        slot('2026-09-07T08:00:00Z', 15),
        slot('2026-09-07T12:30:00Z', 0),
        slot('2026-09-07T14:00:00Z', 0),
        slot('2026-09-08T07:00:00Z', 90),
        slot('2026-09-09T07:00:00Z', 0),
      ],
      3,
    );
    expect(offered.map(({ fromMs }) => new Date(fromMs).toISOString())).toEqual([
      '2026-09-07T08:00:00.000Z',
      '2026-09-07T12:30:00.000Z',
      '2026-09-08T07:00:00.000Z',
    ]);
  });
});
