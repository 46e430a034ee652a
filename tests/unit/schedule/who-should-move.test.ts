/** A day under way at 11:48 on which a brand is short at noon. */

import { judgePlan } from '@shared/domain/schedule/judge-plan.ts';
import {
  type DayUnderWay,
  plannedFor,
  shortfallsOf,
} from '@shared/domain/schedule/moves/day-under-way.ts';
import { whoShouldMove } from '@shared/domain/schedule/moves/who-should-move.ts';
import type { Piece } from '@shared/domain/schedule/piece.ts';
import { neededAdvisors } from '@shared/domain/staffing/needed-advisors.ts';
import { expect, it } from 'vitest';
import { dayOf, minuteOf, piece, plan } from '../../support/schedule/plans.ts';

const day = '2026-11-05';
const goal = { share: 0.85, targetSeconds: 30, patienceSeconds: 120, busiest: 0.88 };
const needing = (calls: number) => ({
  calls,
  low: calls * 0.8,
  high: calls * 1.25,
  handlingSeconds: 340,
  needed: neededAdvisors({ callsPerHour: calls * 4, handlingSeconds: 340 }, goal),
});
/** Few calls, and many from twelve to half past. */
const need = (usual: number, noon: number) =>
  Array.from({ length: 96 }, (_, at) =>
    needing(at < 32 || at >= 72 ? 0 : at === 48 || at === 49 ? noon : usual),
  );

const person = (userId: string, brandIds: readonly string[], pieces: readonly Piece[]) => ({
  userId,
  brandIds,
  pieces,
  plan: plan([dayOf(day, pieces)], { settings: { screen: null } }),
});
const on = (brandId: string | null, lunch = '13:00') => [
  piece('calls', '09:00', lunch, { brandId }),
  { ...piece('meal', lunch, '23:00'), to: minuteOf(lunch) + 45 },
  { ...piece('calls', '09:00', '17:00', { brandId }), from: minuteOf(lunch) + 45 },
];
const view = (
  people: readonly ReturnType<typeof person>[],
  more: Partial<DayUnderWay> = {},
): DayUnderWay => ({
  day,
  nowMinute: minuteOf('11:48'),
  brands: [
    { brandId: 'kerdoual', quarters: need(0.4, 2.4) },
    { brandId: 'orsane', quarters: need(0.4, 0.4) },
  ],
  people,
  goal,
  ...more,
});
const kerdoual = [1, 2].map((at) => person(`k${at}`, ['kerdoual'], on('kerdoual')));
const orsane = [1, 2, 3, 4].map((at) =>
  person(`o${at}`, at === 4 ? ['orsane'] : ['orsane', 'kerdoual'], on('orsane')),
);

it('[SCHED-23] says what is missing from now on, by brand, in whole stretches', () => {
  const all = shortfallsOf(view([...kerdoual, ...orsane]));
  const needed = needing(2.4).needed;
  expect(all[0]).toEqual({ brandId: 'kerdoual', from: 48, to: 50, missing: needed - 2 });
  // What is over is over: the same at half past twelve.
  const laterOn = shortfallsOf(view([...kerdoual, ...orsane], { nowMinute: minuteOf('12:31') }));
  expect(laterOn.every(({ from }) => from >= 51)).toBe(true);
  expect(whoShouldMove(view([], { brands: [] }))).toBeNull();
});

it('[SCHED-24] lets who knows both brands help as long as her own keeps what it needs', () => {
  const advice = whoShouldMove(view([...kerdoual, ...orsane]));
  const [first] = advice?.moves ?? [];
  const needed = needing(0.4).needed;
  expect(first).toMatchObject({
    kind: 'help',
    leaves: 'orsane',
    brandId: 'kerdoual',
    from: 720,
    to: 750,
  });
  expect(first?.gain).toBe(Math.min(needing(2.4).needed - 2, 4 - needed));
  expect(first?.keeps).toEqual({ people: 4 - (first?.gain ?? 0), needed });
  expect(first?.people.map(({ userId }) => userId)).not.toContain('o4');
  for (const { after } of first?.people ?? []) {
    expect(after.filter(({ brandId }) => brandId === 'kerdoual')).toMatchObject([
      { from: 720, to: 750 },
    ]);
    expect(
      plannedFor([{ userId: 'x', brandIds: [], pieces: after, plan: plan([]) }], 'orsane')[52],
    ).toBe(0);
  }
  const busy = view([...kerdoual, ...orsane], {
    brands: [
      { brandId: 'kerdoual', quarters: need(0.4, 2.4) },
      { brandId: 'orsane', quarters: need(3, 6) },
    ],
  });
  expect(whoShouldMove(busy)?.moves.filter(({ kind }) => kind === 'help')).toEqual([]);
});

it('[SCHED-24] moves a training that was agreed to be movable, campaign work, a break and a meal, in this order', () => {
  const training = [
    piece('calls', '09:00', '11:45'),
    piece('training', '12:00', '12:30', { movable: true }),
    piece('meal', '12:30', '13:15'),
    piece('calls', '13:15', '17:00'),
  ];
  const fixed = training.map((one) => (one.kind === 'training' ? { ...one, movable: false } : one));
  const campaign = [
    piece('campaign', '09:00', '12:45'),
    piece('meal', '12:45', '13:30'),
    piece('campaign', '13:30', '17:00'),
  ];
  const lunch = [
    piece('calls', '09:00', '12:00'),
    piece('meal', '12:00', '12:45'),
    piece('calls', '12:45', '17:00'),
  ];
  const pause = [
    ...on('kerdoual', '13:00').slice(1),
    piece('calls', '09:00', '12:00'),
    piece('break', '12:00', '12:15'),
    piece('calls', '12:15', '13:00'),
  ];
  const advice = whoShouldMove(
    view([
      person('meal', ['kerdoual'], lunch),
      person('break', ['kerdoual'], pause),
      person('campaign', ['kerdoual'], campaign),
      person('training', ['kerdoual'], training),
      person('fixed', ['kerdoual'], fixed),
      person('foreign', ['orsane'], training),
    ]),
  );
  expect(
    advice?.moves.map(({ kind, people }) => [kind, people.map(({ userId }) => userId)]),
  ).toEqual([
    ['training', ['training']],
    ['campaign', ['campaign']],
    ['break', ['break']],
    ['meal', ['meal']],
  ]);
  for (const { people } of advice?.moves ?? [])
    for (const { after } of people) {
      const judged = judgePlan(plan([dayOf(day, after)], { settings: { screen: null } }), {
        from: day,
        to: day,
      });
      expect(judged.filter(({ weight }) => weight === 'refused')).toEqual([]);
      expect(
        after.filter(({ kind, from, to }) => kind === 'calls' && from < 750 && to > 720).length,
      ).toBeGreaterThan(0);
    }
});

it('[SCHED-24] leaves a meal where moving it would break a rule', () => {
  // From six on: by half past twelve six hours and a half would be worked without a pause.
  const early = [
    piece('calls', '06:00', '12:00'),
    piece('meal', '12:00', '12:45'),
    piece('calls', '12:45', '14:00'),
  ];
  const settings = { settings: { nights: 'agreed', screen: null } } as const;
  const people = [
    {
      userId: 'early',
      brandIds: ['kerdoual'],
      pieces: early,
      plan: plan([dayOf(day, early)], settings),
    },
  ];
  expect(whoShouldMove(view(people))?.moves).toEqual([]);
});

it('[SCHED-25] says what callers get without and with the first moves, with its interval', () => {
  const advice = whoShouldMove(view([...kerdoual, ...orsane]));
  const { before, after, enough, moves } = advice ?? {};
  expect(enough).toBeGreaterThan(0);
  expect(enough).toBeLessThanOrEqual(moves?.length ?? 0);
  expect(before?.share).toBeLessThan(after?.share ?? 0);
  for (const one of [before, after]) {
    expect(one?.worst).toBeLessThan(one?.share ?? 0);
    expect(one?.best).toBeGreaterThan(one?.share ?? 1);
  }
  expect(after?.waitSeconds).toBeLessThan(before?.waitSeconds ?? 0);
});

it('[SCHED-24] who was asked and has not answered is not asked twice', () => {
  const asked = orsane.map((one) => ({ ...one, isAsked: one.userId === 'o1' }));
  const moves = whoShouldMove(view([...kerdoual, ...asked]))?.moves ?? [];
  expect(moves.length).toBeGreaterThan(0);
  expect(moves.flatMap(({ people }) => people.map(({ userId }) => userId))).not.toContain('o1');
});
