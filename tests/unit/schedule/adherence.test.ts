/** Adherence that is fair: what she chose counts, what calls did to her day does not. */
import { addedUp, adherenceOf, noAdherence } from '@shared/domain/schedule/adherence.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { minuteOf, piece } from '../../support/schedule/plans.ts';

const day = [
  piece('calls', '09:00', '12:00'),
  piece('meal', '12:00', '12:45'),
  piece('calls', '12:45', '15:00'),
  piece('training', '15:00', '16:00'),
];
const states = (...all: readonly (readonly [at: string, state: string])[]) =>
  all.map(([at, state]) => ({ state, since: minuteOf(at) }));
const evening = minuteOf('20:00');
const of = (...all: readonly (readonly [at: string, state: string])[]) =>
  adherenceOf(day, states(...all), evening);

it('[SCHED-32] counts what was done as planned, and not what is not measured', () => {
  const asPlanned = of(
    ['08:55', 'ready'],
    ['12:00', 'pause'],
    ['12:45', 'ready'],
    ['15:00', 'pause'],
  );
  expect(asPlanned).toEqual({ measured: 360, followed: 360, excused: 0 });
  expect(of(['09:10', 'ready'], ['12:00', 'pause'], ['12:50', 'ready'])).toEqual({
    // Ten minutes are unknown, five she came back late.
    measured: 350,
    followed: 345,
    excused: 0,
  });
  const quiet = of(
    ['09:00', 'do-not-disturb'],
    ['10:00', 'ready'],
    ['12:00', 'offline'],
    ['12:45', 'ready'],
  );
  expect(quiet).toMatchObject({ measured: 360, followed: 300 });
  expect(of()).toEqual(noAdherence);
  expect(adherenceOf(day, states(['09:00', 'ready']), minuteOf('10:00'))).toMatchObject({
    measured: 60,
  });
  // Somebody’s desktop went off days ago.
  expect(adherenceOf(day, [{ state: 'ready', since: -3_000 }], evening)).toEqual(noAdherence);
});

it('[SCHED-33] a long call is no fault, and the meal it took may be taken later', () => {
  const long = of(
    ['09:00', 'ready'],
    ['11:50', 'busy'],
    ['12:20', 'wrap-up'],
    ['12:25', 'pause'],
    ['13:10', 'ready'],
  );
  expect(long).toEqual({ measured: 360, followed: 360, excused: 50 });
  // Five minutes more than it took are hers.
  const longer = of(['09:00', 'ready'], ['11:50', 'busy'], ['12:25', 'pause'], ['13:15', 'ready']);
  expect(longer).toEqual({ measured: 360, followed: 355, excused: 50 });
});

it('[SCHED-33] more calls never make it worse', () => {
  const kinds = fc.constantFrom('ready', 'busy', 'wrap-up', 'pause', 'offline');
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 480, max: 960 }), kinds), { maxLength: 12 }),
      (all) => {
        const known = all
          .map(([since, state]) => ({ since, state }))
          .sort((a, b) => a.since - b.since);
        const base = [{ since: 470, state: 'ready' }, ...known];
        const before = adherenceOf(day, base, evening);
        expect(before.followed).toBeLessThanOrEqual(before.measured);
        expect(before.excused).toBeLessThanOrEqual(before.followed);
        const called = base.map((one) => (one.state === 'ready' ? { ...one, state: 'busy' } : one));
        expect(adherenceOf(day, called, evening).followed).toBeGreaterThanOrEqual(before.followed);
      },
    ),
    { numRuns: 300 },
  );
});

it('[SCHED-32] adds up over days', () => {
  const one = { measured: 100, followed: 90, excused: 5 };
  expect(addedUp([one, one])).toEqual({ measured: 200, followed: 180, excused: 10 });
  expect(addedUp([])).toEqual(noAdherence);
});
