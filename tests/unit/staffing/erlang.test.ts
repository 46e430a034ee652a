import { erlangA } from '@shared/domain/staffing/erlang-a.ts';
import { erlangC } from '@shared/domain/staffing/erlang-c.ts';
import { neededAdvisors, outcomeWith } from '@shared/domain/staffing/needed-advisors.ts';
import { erlangB } from '@shared/domain/staffing/queue-load.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulateQueue } from '../../support/staffing/queue-simulator.ts';

describe('published values', () => {
  it('[STAFF-1] Erlang B is that of the tables of telephone traffic', () => {
    // Offered load at which so many circuits lose 1 % of the calls.
    const table = [
      [1, 0.0101],
      [5, 1.361],
      [10, 4.461],
      [20, 12.03],
      [50, 37.9],
      [100, 84.06],
    ] as const;
    for (const [circuits, erlangs] of table)
      expect(erlangB(erlangs, circuits)).toBeCloseTo(0.01, 3);
  });

  it('[STAFF-1] Erlang C is that of the well-known example of 100 calls in half an hour', () => {
    const told = erlangC({ callsPerHour: 200, handlingSeconds: 180 }, 14, 20);
    expect(told.waiting).toBeCloseTo(0.174_131_9, 6);
    expect(told.withinTarget).toBeCloseTo(0.888_35, 5);
    expect(told.averageWaitSeconds).toBeCloseTo(7.836, 3);
    expect(told.occupancy).toBeCloseTo(10 / 14, 9);
  });

  it('[STAFF-2] Erlang A is that of Garnett, Mandelbaum and Reiman (2002, table 1)', () => {
    const load = { callsPerHour: 2_880, handlingSeconds: 60 };
    const patient = erlangC(load, 50, 20);
    expect(patient.averageWaitSeconds).toBeCloseTo(20.8, 1);
    expect(patient.occupancy).toBeCloseTo(0.96, 9);
    const impatient = erlangA(load, 50, { targetSeconds: 20, patienceSeconds: 120 });
    expect(impatient.averageWaitSeconds).toBeCloseTo(3.7, 1);
    expect(impatient.abandoned).toBeCloseTo(0.031, 3);
    expect(impatient.occupancy).toBeCloseTo(0.93, 2);
  });
});

const cases = [
  { calls: 30, handlingSeconds: 340, agents: 4, patienceSeconds: 90 },
  { calls: 120, handlingSeconds: 240, agents: 10, patienceSeconds: 60 },
  { calls: 600, handlingSeconds: 300, agents: 45, patienceSeconds: 180 },
  { calls: 60, handlingSeconds: 400, agents: 9, patienceSeconds: null },
  { calls: 400, handlingSeconds: 200, agents: 25, patienceSeconds: null },
] as const;

it.each(cases)('[STAFF-3] a queue of %o comes out as it does call by call', (one) => {
  const load = { callsPerHour: one.calls, handlingSeconds: one.handlingSeconds };
  const { agents, patienceSeconds } = one;
  const goal = { share: 0.8, targetSeconds: 20, patienceSeconds, busiest: 1 };
  const told = outcomeWith(load, agents, goal);
  const seen = simulateQueue({
    load,
    agents,
    targetSeconds: 20,
    patienceSeconds,
    calls: 400_000,
    seed: 7,
  });
  expect(seen.waiting).toBeCloseTo(told.waiting, 1.7);
  expect(Math.abs(seen.withinTarget - told.withinTarget)).toBeLessThan(0.015);
  expect(Math.abs(seen.abandoned - told.abandoned)).toBeLessThan(0.01);
  expect(Math.abs(seen.occupancy - told.occupancy)).toBeLessThan(0.01);
  expect(seen.averageWaitSeconds / told.averageWaitSeconds).toBeCloseTo(1, 0.9);
});

const loads = fc.record({
  callsPerHour: fc.double({ min: 0.5, max: 6_000, noNaN: true }),
  handlingSeconds: fc.double({ min: 20, max: 1_200, noNaN: true }),
});
const goals = fc.record({
  share: fc.double({ min: 0.5, max: 0.99, noNaN: true }),
  targetSeconds: fc.double({ min: 0, max: 120, noNaN: true }),
  patienceSeconds: fc.option(fc.double({ min: 20, max: 1_200, noNaN: true })),
  busiest: fc.double({ min: 0.5, max: 1, noNaN: true }),
});

describe('how many are needed', () => {
  it('[STAFF-4] is the fewest with whom the goal is met', () => {
    fc.assert(
      fc.property(loads, goals, (load, goal) => {
        const needed = neededAdvisors(load, goal);
        const met = outcomeWith(load, needed, goal);
        expect(met.withinTarget).toBeGreaterThanOrEqual(goal.share);
        expect(met.occupancy).toBeLessThanOrEqual(goal.busiest);
        const short = outcomeWith(load, needed - 1, goal);
        expect(short.withinTarget < goal.share || short.occupancy > goal.busiest).toBe(true);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it('[STAFF-4] is never fewer for more calls, longer calls or a stricter goal, and nobody for none', () => {
    fc.assert(
      fc.property(loads, goals, fc.double({ min: 1, max: 2, noNaN: true }), (load, goal, more) => {
        const needed = neededAdvisors(load, goal);
        const busier = { ...load, callsPerHour: load.callsPerHour * more };
        const stricter = { ...goal, targetSeconds: goal.targetSeconds / more };
        expect(neededAdvisors(busier, goal)).toBeGreaterThanOrEqual(needed);
        expect(neededAdvisors(load, stricter)).toBeGreaterThanOrEqual(needed);
      }),
      { numRuns: 40, endOnFailure: true },
    );
    const goal = { share: 0.8, targetSeconds: 20, patienceSeconds: null, busiest: 0.9 };
    expect(neededAdvisors({ callsPerHour: 0, handlingSeconds: 300 }, goal)).toBe(0);
  });

  it('[STAFF-2] where people give up the others wait less, and it never only grows', () => {
    fc.assert(
      fc.property(loads, goals, fc.integer({ min: 1, max: 300 }), (load, goal, agents) => {
        const patient = outcomeWith(load, agents, { ...goal, patienceSeconds: null });
        const impatient = outcomeWith(load, agents, { ...goal, patienceSeconds: 90 });
        expect(impatient.averageWaitSeconds).toBeLessThanOrEqual(patient.averageWaitSeconds + 1e-6);
        expect(impatient.waiting).toBeLessThanOrEqual(patient.waiting + 1e-6);
        expect(impatient.occupancy).toBeLessThanOrEqual(1);
        expect(impatient.withinTarget + impatient.abandoned).toBeLessThanOrEqual(1 + 1e-6);
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });
});
