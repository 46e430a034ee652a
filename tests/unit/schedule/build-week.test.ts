/** A week is proposed: it covers the need, breaks no rule, and keeps wishes where that costs little. */
import { dayLater } from '@shared/domain/calendar/day-text.ts';
import { type BuiltWeek, buildWeek } from '@shared/domain/schedule/build/build-week.ts';
import type { Plannable, WeekToBuild } from '@shared/domain/schedule/build/week-to-build.ts';
import { judgePlan } from '@shared/domain/schedule/judge-plan.ts';
import { type Piece, shiftOf, workedMinutes } from '@shared/domain/schedule/piece.ts';
import { usualSettings } from '@shared/domain/schedule/work-settings.ts';
import { seeded } from '@shared/kernel/seeded.ts';
import { expect, it } from 'vitest';
import { dayOf, piece } from '../../support/schedule/plans.ts';
import { advisor, covered, monday, peaks, weekOfNeeds } from '../../support/schedule/weeks.ts';

const brands = ['kerdoual', 'solvenne', 'lorvane'];
const week = (people: readonly Plannable[], more: Partial<WeekToBuild> = {}): WeekToBuild => ({
  needs: weekOfNeeds({ kerdoual: 5 }),
  people,
  campaignBrandIds: [],
  ...more,
});
const crew = (count: number, brandIds: readonly string[] = ['kerdoual']): Plannable[] =>
  Array.from({ length: count }, (_, at) =>
    advisor(`advisor-${String(at).padStart(2, '0')}`, brandIds),
  );
const daysOf = (built: BuiltWeek, id: string) =>
  built.people.find((one) => one.id === id)?.days ?? [];
const refused = (asked: WeekToBuild, built: BuiltWeek) =>
  asked.people.flatMap(({ id, plan }) =>
    judgePlan(
      { ...plan, days: [...plan.days, ...daysOf(built, id)] },
      { from: monday, to: dayLater(monday, 7) },
    ).filter(
      ({ weight, rule, day }) =>
        weight === 'refused' ||
        rule === 'overtime' ||
        (rule === 'unavailable' && day < dayLater(monday, 7)),
    ),
  );

it('[SCHED-10] breaks no rule for anybody, whatever was worked before and whatever binds them', () => {
  for (let seed = 1; seed <= 6; seed += 1) {
    const random = seeded(seed).next;
    const pick = (share: number) => random() < share;
    const people = Array.from({ length: 8 }, (_, at) =>
      advisor(
        `advisor-${at}`,
        brands.filter((_one, place) => place === at % 3 || pick(0.3)),
        {
          weeklyMinutes: [2_100, 2_100, 1_440, 1_680, 900][Math.floor(random() * 5)] ?? 2_100,
          absences: pick(0.3) ? [{ from: dayLater(monday, 1), to: dayLater(monday, 2) }] : [],
          availability: pick(0.3)
            ? [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 480, to: 1_200 }))
            : null,
          settings: {
            breaksCount: pick(0.5),
            sundays: pick(0.5) ? 'agreed' : 'refused',
            screen: pick(0.2)
              ? null
              : { everyMinutes: pick(0.5) ? 120 : 150, breakMinutes: pick(0.5) ? 10 : 15 },
          },
          // Late on Sunday, or six days up to it: Monday is not free for her.
          days: pick(0.5)
            ? [dayOf(dayLater(monday, -1), [piece('calls', '17:00', '20:45')])]
            : [dayOf(dayLater(monday, 7), [piece('calls', '07:00', '09:00')])],
        },
      ),
    );
    const asked = week(people, {
      needs: weekOfNeeds({ kerdoual: 3, solvenne: 2, lorvane: 2 }, [0, 1, 2, 3, 4, 5, 6]),
      campaignBrandIds: ['solvenne'],
    });
    const built = buildWeek(asked);
    expect(refused(asked, built), `seed ${seed}`).toEqual([]);
    for (const { id, plan } of people) {
      const worked = daysOf(built, id).reduce(
        (sum, one) => sum + workedMinutes(one.pieces, plan.settings),
        0,
      );
      expect(worked).toBeLessThanOrEqual(plan.weeklyMinutes);
      const own = daysOf(built, id).flatMap(({ pieces }) =>
        pieces.flatMap(({ brandId }) => brandId ?? []),
      );
      const foreign = own.filter(
        (one) => !people.find((person) => person.id === id)?.brandIds.includes(one),
      );
      expect(foreign).toEqual([]);
    }
  }
});

it('[SCHED-11] covers nearly all where a schedule without a gap exists', () => {
  for (const [size, most] of [
    [6, 0.05],
    [18, 0.05],
  ] as const) {
    const planted = Array.from({ length: size }, (_, at) => {
      const from = 480 + (at % 5) * 45;
      const day: Piece[] = [
        { ...piece('calls', '00:00', '24:00'), from, to: from + 135 },
        { ...piece('break', '00:00', '24:00'), from: from + 135, to: from + 150 },
        { ...piece('calls', '00:00', '24:00'), from: from + 150, to: from + 225 },
        { ...piece('meal', '00:00', '24:00'), from: from + 225, to: from + 270 },
        { ...piece('calls', '00:00', '24:00'), from: from + 270, to: from + 360 },
        { ...piece('break', '00:00', '24:00'), from: from + 360, to: from + 375 },
        { ...piece('calls', '00:00', '24:00'), from: from + 375, to: from + 465 },
      ];
      return [0, 1, 2, 3, 4, 5].filter((on) => on !== at % 6).map((on) => ({ on, day }));
    });
    const needs = Array.from({ length: 7 }, (_, on) => ({
      day: dayLater(monday, on),
      brands: [
        {
          brandId: 'kerdoual',
          advisors: covered(planted.map((days) => days.find((one) => one.on === on)?.day ?? [])),
        },
      ],
    }));
    const built = buildWeek(week(crew(size), { needs }));
    expect(built.needed).toBeGreaterThan(size * 100);
    expect(built.missing / built.needed).toBeLessThan(most);
  }
});

it('[SCHED-11] covers more than the same hours for everybody, and answers the same question in the same way', () => {
  const asked = week(crew(7));
  const built = buildWeek(asked);
  const need = peaks(5);
  const office = Array.from({ length: 7 }, () => [
    piece('calls', '09:00', '12:00'),
    piece('calls', '12:45', '16:45'),
  ]);
  const same = covered(office).map((there, at) => Math.max(0, (need[at] ?? 0) - there));
  const missingSame =
    5 * same.reduce((sum, one) => sum + one, 0) + need.reduce((sum, one) => sum + one, 0);
  expect(built.missing).toBeLessThan(0.8 * missingSame);
  // No schedule covers more than its people work, rests taken off.
  const possible = Math.max(0, built.needed - 7 * 5 * 26);
  expect(built.missing).toBeGreaterThanOrEqual(possible);
  expect(built.missing - possible).toBeLessThan(0.08 * built.needed);
  expect(buildWeek(asked)).toEqual(built);
});

it('[SCHED-9] sends who knows two brands where somebody is missing', () => {
  const people = [
    ...crew(3, ['kerdoual']),
    advisor('both-1', ['kerdoual', 'solvenne']),
    advisor('both-2', ['kerdoual', 'solvenne']),
  ];
  const flat = (count: number) =>
    Array.from({ length: 96 }, (_, at) => (at >= 36 && at < 64 ? count : 0));
  const needs = Array.from({ length: 5 }, (_, on) => ({
    day: dayLater(monday, on),
    brands: [
      { brandId: 'kerdoual', advisors: flat(2) },
      { brandId: 'solvenne', advisors: flat(1) },
    ],
  }));
  const built = buildWeek(week(people, { needs }));
  const onDay = (day: string) =>
    people.map(({ id }) => daysOf(built, id).find((one) => one.day === day)?.pieces ?? []);
  for (const { day } of needs) {
    const solvenne = covered(onDay(day), 'solvenne').slice(36, 64);
    expect(solvenne.filter((count) => count >= 1).length, day).toBeGreaterThan(24);
  }
  expect(built.missing / built.needed).toBeLessThan(0.05);
});

it('[SCHED-12] takes meals at noon one after the other, and breaks apart', () => {
  const built = buildWeek(week(crew(8), { needs: weekOfNeeds({ kerdoual: 7 }) }));
  const all = built.people.flatMap(({ days }) => days);
  const meals = all.flatMap(({ pieces }) => pieces.filter(({ kind }) => kind === 'meal'));
  expect(meals.length).toBe(all.length);
  const atNoon = meals.filter(
    ({ from, to }) => from >= usualSettings.meal.from && to <= usualSettings.meal.to,
  );
  expect(atNoon.length / meals.length).toBeGreaterThan(0.6);
  for (const { day } of weekOfNeeds({}).slice(0, 5)) {
    const resting = built.people
      .flatMap(({ days }) => days.find((one) => one.day === day)?.pieces ?? [])
      .filter(({ kind }) => kind === 'meal' || kind === 'break');
    const together = Array.from(
      { length: 96 },
      (_, at) => resting.filter(({ from, to }) => from < at * 15 + 15 && to > at * 15).length,
    );
    expect(Math.max(...together), day).toBeLessThanOrEqual(4);
  }
});

it('[SCHED-13] keeps a wish where it costs little', () => {
  const plain = crew(6);
  const usual = buildWeek(week(plain));
  const wishing = plain.map((one, at) =>
    at === 0
      ? { ...one, wishes: [{ day: dayLater(monday, 2), kind: 'off' as const }] }
      : at === 1
        ? {
            ...one,
            wishes: [0, 1, 2, 3, 4, 5].map((on) => ({
              day: dayLater(monday, on),
              kind: 'early' as const,
            })),
          }
        : at === 2
          ? {
              ...one,
              wishes: [0, 1, 2, 3, 4, 5].map((on) => ({
                day: dayLater(monday, on),
                kind: 'late' as const,
              })),
            }
          : one,
  );
  const built = buildWeek(week(wishing));
  expect(daysOf(built, 'advisor-00').map(({ day }) => day)).not.toContain(dayLater(monday, 2));
  expect(daysOf(built, 'advisor-00')).toHaveLength(5);
  const starts = (id: string) => daysOf(built, id).map(({ pieces }) => shiftOf(pieces)?.from ?? 0);
  expect(Math.max(...starts('advisor-01'))).toBeLessThanOrEqual(570);
  expect(Math.min(...starts('advisor-02'))).toBeGreaterThanOrEqual(630);
  expect(built.missing - usual.missing).toBeLessThan(0.06 * built.needed);
});

it('[SCHED-14] puts who is not needed on a campaign that runs, at lawful hours, for an hour at least', () => {
  const asked = week(crew(9), {
    needs: weekOfNeeds({ kerdoual: 2 }),
    campaignBrandIds: ['kerdoual'],
  });
  const campaign = buildWeek(asked).people.flatMap(({ days }) =>
    days.flatMap(({ pieces }) => pieces.filter(({ kind }) => kind === 'campaign')),
  );
  expect(campaign.length).toBeGreaterThan(10);
  for (const { from, to } of campaign) expect([from >= 600, to <= 1_200]).toEqual([true, true]);
  const without = buildWeek({ ...asked, campaignBrandIds: [] });
  expect(
    without.people
      .flatMap(({ days }) => days.flatMap(({ pieces }) => pieces))
      .map(({ kind }) => kind),
  ).not.toContain('campaign');
});
