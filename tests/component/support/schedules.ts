/** A team of eight on the Thursday of the mock-ups at 11:48: noon is short of people for one brand. */

import type { AdherenceWeek } from '@shared/contracts/http/adherence.ts';
import { type Today, todaySchema } from '@shared/contracts/http/schedule-moves.ts';
import type { OwnWeek, Swap, TeamDay, TeamWeek } from '@shared/contracts/http/schedules.ts';
import { dayLater } from '@shared/domain/calendar/day-text.ts';
import { addedUp } from '@shared/domain/schedule/adherence.ts';
import { judgePlan } from '@shared/domain/schedule/judge-plan.ts';
import {
  type DayUnderWay,
  type PlannedPerson,
  plannedFor,
} from '@shared/domain/schedule/moves/day-under-way.ts';
import { whoShouldMove } from '@shared/domain/schedule/moves/who-should-move.ts';
import { type Piece, workedMinutes } from '@shared/domain/schedule/piece.ts';
import { usualSettings } from '@shared/domain/schedule/work-settings.ts';
import { neededAdvisors } from '@shared/domain/staffing/needed-advisors.ts';
import { succeed } from '@shared/kernel/result.ts';
import { minuteOf, piece, plan } from '../../support/schedule/plans.ts';
import { at } from './helene.ts';
import { camille, id } from './organisation.ts';

const today = '2026-11-05';
const monday = '2026-11-02';
const nowMinute = minuteOf('11:48');
const goal = { share: 0.85, targetSeconds: 30, patienceSeconds: 120, busiest: 0.88 };
const handlingSeconds = 340;

/** Work from when to when with lunch; `more` stands instead of the calls of its minutes. */
const shift = (
  brandId: string,
  from: string,
  lunch: string,
  to: string,
  more: readonly Piece[] = [],
): Piece[] => {
  const meal = { ...piece('meal', lunch, '23:00'), to: minuteOf(lunch) + 45 };
  const calls = (start: number, end: number): Piece => ({
    kind: 'calls',
    from: start,
    to: end,
    brandId,
    movable: false,
  });
  const fixed = [meal, ...more].sort((a, b) => a.from - b.from);
  const starts = [minuteOf(from), ...fixed.map((one) => one.to)];
  const ends = [...fixed.map((one) => one.from), minuteOf(to)];
  const work = starts.flatMap((start, place) => {
    const end = ends[place] ?? minuteOf(to);
    return start < end ? [calls(start, end)] : [];
  });
  return [...work, ...fixed].sort((a, b) => a.from - b.from);
};
const campaign = (from: string, to: string) => piece('campaign', from, to, { brandId: 'solvenne' });

const both = ['kerdoual', 'solvenne'];
type Row = readonly [name: string, brandIds: readonly string[], pieces: readonly Piece[]];
const rows: readonly Row[] = [
  ['Adèle Morin', ['kerdoual'], shift('kerdoual', '09:00', '12:30', '18:00')],
  ['Amadou Sy', both, shift('solvenne', '08:30', '12:45', '17:30', [campaign('14:00', '17:30')])],
  [
    'Camille Roussel',
    both,
    shift('kerdoual', '09:00', '12:00', '18:00', [campaign('14:00', '18:00')]),
  ],
  ['Chloé Vidal', ['lorvane', 'kerdoual'], shift('lorvane', '09:00', '12:30', '17:00')],
  ['Émile Tran', ['lorvane'], shift('lorvane', '10:00', '13:00', '19:00')],
  [
    'Hugo Blin',
    ['kerdoual'],
    shift('kerdoual', '09:00', '12:45', '18:00', [
      piece('training', '12:00', '12:45', { movable: true }),
    ]),
  ],
  ['Inès Ferreira', ['lorvane'], shift('lorvane', '11:00', '14:00', '20:00')],
  ['Léo Barbier', ['lorvane', 'kerdoual'], shift('lorvane', '08:30', '12:30', '16:30')],
];
const people = rows.map(([name, brandIds, pieces], place) => ({
  userId: name === 'Camille Roussel' ? camille.id : id(700 + place),
  name,
  brandIds: [...brandIds],
  pieces: [...pieces],
}));

const quarters = (height: number, noon: number) =>
  Array.from({ length: 96 }, (_, place) => {
    const hour = place / 4;
    const usual =
      height *
      (0.35 + Math.exp(-((hour - 10.7) ** 2) / 4) + 0.7 * Math.exp(-((hour - 15.5) ** 2) / 6));
    const calls = hour < 8 || hour >= 20 ? 0 : usual * (place === 48 || place === 49 ? noon : 1);
    return {
      calls,
      low: calls * 0.75,
      high: calls * 1.25,
      handlingSeconds,
      needed: neededAdvisors({ callsPerHour: calls * 4, handlingSeconds }, goal),
    };
  });

const planned: readonly PlannedPerson[] = people.map(({ userId, brandIds, pieces }) => ({
  userId,
  brandIds,
  pieces,
  plan: plan([{ day: today, pieces }], { settings: { screen: null } }),
}));
const view: DayUnderWay = {
  day: today,
  nowMinute,
  brands: [
    { brandId: 'kerdoual', quarters: quarters(0.9, 3) },
    { brandId: 'solvenne', quarters: quarters(0, 1) },
    { brandId: 'lorvane', quarters: quarters(0.2, 1) },
  ],
  people: planned,
  goal,
};

const drawn = (): Today['quarters'] =>
  Array.from({ length: 96 }, (_, place) => {
    const of = (calls: (one: ReturnType<typeof quarters>[number]) => number) =>
      view.brands.reduce((sum, brand) => {
        const one = brand.quarters[place];
        return (
          sum +
          (one === undefined
            ? 0
            : neededAdvisors({ callsPerHour: calls(one) * 4, handlingSeconds }, goal))
        );
      }, 0);
    const there = view.brands.reduce(
      (sum, { brandId }) => sum + (plannedFor(planned, brandId)[place] ?? 0),
      0,
    );
    const needed = of(({ calls }) => calls);
    const over = (place + 1) * 15 <= nowMinute;
    return {
      from: `${String(Math.floor(place / 4)).padStart(2, '0')}:${String((place % 4) * 15).padStart(2, '0')}`,
      over,
      needed,
      low: over ? needed : of(({ low }) => low),
      high: over ? needed : of(({ high }) => high),
      planned: there,
      missing: view.brands.reduce(
        (sum, { brandId, quarters: of }) =>
          sum + Math.max(0, (of[place]?.needed ?? 0) - (plannedFor(planned, brandId)[place] ?? 0)),
        0,
      ),
    };
  });

/** @param more asks, or no advice */
export const thursdayToday = (more: Partial<Today> = {}): Today => {
  const { asks = [] } = more;
  const asked = (userId: string) => asks.some((one) => one.userId === userId);
  const advice = whoShouldMove({
    ...view,
    people: planned.map((one) => ({ ...one, isAsked: asked(one.userId) })),
  });
  const nameOf = (userId: string) => people.find((one) => one.userId === userId)?.name ?? '';
  return todaySchema.parse({
    at: at(`${today}T11:48:06`),
    day: today,
    known: true,
    goal: { share: 85, targetSeconds: 30 },
    error: 0.07,
    handlingSeconds,
    quarters: drawn(),
    advice: advice && {
      ...advice,
      shortfall: {
        ...advice.shortfall,
        from: advice.shortfall.from * 15,
        to: advice.shortfall.to * 15,
      },
      moves: advice.moves.map(({ people: moved, ...move }) => ({
        ...move,
        people: moved.map(({ userId }) => ({ userId, name: nameOf(userId) })),
      })),
    },
    asks: [],
    ...more,
  });
};

export const askOf = (
  name: string,
  more: Partial<Today['asks'][number]> = {},
): Today['asks'][number] => {
  const person = people.find((one) => one.name === name);
  return {
    id: id(901),
    move: 'help',
    userId: person?.userId ?? id(1),
    name,
    day: today,
    kind: 'help',
    brandId: 'kerdoual',
    from: 720,
    to: 750,
    before: [...(person?.pieces ?? [])],
    after: [...(person?.pieces ?? [])],
    status: 'asked',
    askedAt: at(`${today}T11:47:00`),
    ...more,
  };
};

const swap = (more: Partial<Swap> = {}): Swap => ({
  id: id(911),
  askedBy: id(707),
  askedByName: 'Léo Barbier',
  askedDay: dayLater(today, 4),
  colleague: camille.id,
  colleagueName: 'Camille Roussel',
  colleagueDay: dayLater(today, 5),
  status: 'asked',
  askedAt: at(`${today}T09:12:00`),
  changedAt: at(`${today}T09:12:00`),
  ...more,
});

export const teamDay = (day = today): TeamDay => ({
  at: at(`${today}T11:48:06`),
  day,
  zone: 'Europe/Paris',
  teamId: id(9),
  teamName: 'Plateau Rennes',
  people,
});

const daysOf = (place: number, pieces: readonly Piece[]) =>
  [0, 1, 2, 3, 4, 5]
    .filter((on) => on !== (place % 2 === 0 ? 5 : place % 3))
    .map((on) => ({ day: dayLater(monday, on), pieces: [...pieces] }));

/** A draft in which one day is too long. */
export const teamWeek = (more: Partial<TeamWeek> = {}): TeamWeek => ({
  teamId: id(9),
  week: monday,
  revision: 4,
  publishedAt: at('2026-10-28T16:00:00'),
  changes: 2,
  settings: usualSettings,
  settingsRevision: 3,
  people: people.map(({ pieces, ...person }, place) => {
    const days = daysOf(place, pieces);
    const long = place === 4 ? [...pieces, piece('meeting', '19:00', '21:30')] : pieces;
    const shown = days.map((one) =>
      one.day === dayLater(monday, 4) ? { ...one, pieces: [...long] } : one,
    );
    return {
      ...person,
      terms: { weeklyMinutes: 2_100, adultFrom: null, availability: null },
      days: shown,
      worked: workedMinutes(
        shown.flatMap((one) => one.pieces),
        usualSettings,
      ),
      wishes: place === 2 ? [{ day: dayLater(monday, 5), kind: 'off' as const }] : [],
      absences: [],
      breaches: [
        ...judgePlan(plan(shown, { settings: { screen: null } }), {
          from: monday,
          to: dayLater(monday, 6),
        }),
      ],
    };
  }),
  swaps: [swap({ status: 'accepted' })],
  cover: [412, 396, 388, 405, 392, 210, 0].map((needed, on) => ({
    day: dayLater(monday, on),
    needed,
    missing: [14, 6, 9, 22, 4, 31, 0][on] ?? 0,
  })),
  ...more,
});

export const ownWeek = (more: Partial<OwnWeek> = {}): OwnWeek => {
  const pieces = people[2]?.pieces ?? [];
  const days = [0, 1, 3, 4, 5].map((on) => ({ day: dayLater(monday, on), pieces: [...pieces] }));
  return {
    at: at(`${today}T11:48:06`),
    week: monday,
    zone: 'Europe/Paris',
    weeklyMinutes: 2_100,
    worked: 2_100,
    days,
    publishedAt: at('2026-10-28T16:00:00'),
    wishes: [{ day: dayLater(monday, 5), kind: 'off' }],
    absences: [],
    swaps: [swap()],
    ...more,
  };
};

/** Days that are over; of Camille's one call went on into her lunch. */
const adherence = (week: string): AdherenceWeek => ({
  at: at(`${today}T11:48:06`),
  week,
  people: people.map(({ userId, name }, place) => {
    const days = [0, 1, 2].map((on) => ({
      day: dayLater(week, on),
      measured: 450,
      followed: 450 - ((place * 7 + on * 5) % 34),
      excused: place === 2 ? 26 : 0,
    }));
    return { userId, name, days, week: addedUp(days) };
  }),
});

export const scheduleAnswers = {
  'schedules.adherence': ({ day = monday }: { day?: string }) => succeed(adherence(day)),
  'schedules.today': () => succeed(thursdayToday({ asks: [askOf('Léo Barbier')] })),
  'schedules.day': ({ day }: { day?: string }) => succeed(teamDay(day)),
  'schedules.week': ({ day = monday }: { day?: string }) => succeed(teamWeek({ week: day })),
  'schedules.mine': ({ day = monday }: { day?: string }) => succeed(ownWeek({ week: day })),
  'schedules.own-asks': () => succeed({ asks: [] }),
};
