/** Designs of experiments: drawn, planned, read. */
import { randomUUID } from 'node:crypto';
import { instantOf } from '@shared/domain/calendar/zoned-time.ts';
import { type SequenceFacts, sequenceSchema } from '@shared/domain/campaign/sequence.ts';
import { opensAt } from '@shared/domain/experiment/call-window.ts';
import { turnInOrder } from '@shared/domain/experiment/channel-order.ts';
import { type Counted, compareGroups } from '@shared/domain/experiment/compare.ts';
import {
  experimentDesignSchema,
  type Factor,
  levelOf,
  speechFor,
  windowFor,
} from '@shared/domain/experiment/design.ts';
import { normalBelow, normalQuantile } from '@shared/domain/experiment/normal.ts';
import { findableWith, neededPerLevel } from '@shared/domain/experiment/power.ts';
import { seeded } from '@shared/kernel/seeded.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const speech: Factor = { kind: 'speech', levels: ['a', 'b'] };
const hours: Factor = {
  kind: 'hours',
  levels: [
    { from: 10, to: 13 },
    { from: 14, to: 17 },
    { from: 17, to: 20 },
  ],
};
const design = experimentDesignSchema.parse({
  name: 'Deux discours',
  factors: [speech, hours],
  outcome: 'success',
  baseline: 0.1,
  smallestEffect: 0.05,
});

describe('[EXP-1] the draw', () => {
  it('[EXP-1] is the same each time, even, and independent between factors', () => {
    const campaignId = randomUUID();
    const people = Array.from({ length: 12_000 }, () => randomUUID());
    const cells = new Map<string, number>();
    for (const one of people) {
      const cell = `${levelOf(campaignId, speech, one)}${levelOf(campaignId, hours, one)}`;
      expect(`${levelOf(campaignId, speech, one)}${levelOf(campaignId, hours, one)}`).toBe(cell);
      cells.set(cell, (cells.get(cell) ?? 0) + 1);
    }
    expect(cells.size).toBe(6);
    // 2,000 each; the 99.9999 percent quantile of the binomial is 2,190.
    for (const count of cells.values()) expect(Math.abs(count - 2000)).toBeLessThan(220);
  });

  it('[EXP-1] differs from campaign to campaign', () => {
    const [one, other] = [randomUUID(), randomUUID()];
    const people = Array.from({ length: 2000 }, () => randomUUID());
    const same = people.filter(
      (her) => levelOf(one, speech, her) === levelOf(other, speech, her),
    ).length;
    expect(Math.abs(same - 1000)).toBeLessThan(150);
  });

  it('[EXP-4] gives her a speech and hours; without a factor the campaign’s own', () => {
    const campaign = { id: randomUUID(), settings: { scriptId: 'own', experiment: design } };
    const her = randomUUID();
    expect(['a', 'b']).toContain(speechFor(campaign, her));
    expect(hours.levels).toContainEqual(windowFor(campaign, her));
    const plain = { id: campaign.id, settings: { scriptId: 'own', experiment: null } };
    expect([speechFor(plain, her), windowFor(plain, her)]).toEqual(['own', null]);
  });

  it('[EXP-4] her hours begin by her own clock, today or the next day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 366 * 24 * 60 }),
        fc.constantFrom('Europe/Paris', 'Indian/Reunion', 'Pacific/Tahiti', 'America/Cayenne'),
        fc.integer({ min: 0, max: 22 }),
        (minutes, zone, from) => {
          const nowMs = Date.UTC(2026, 0, 1) + minutes * 60_000;
          const window = { from, to: Math.min(from + 2, 24) };
          const opens = opensAt(window, nowMs, zone);
          if (opens === null) return;
          expect(opens).toBeGreaterThan(nowMs);
          expect(opens - nowMs).toBeLessThanOrEqual(25 * 3_600_000);
          // The hour that a change of the clocks leaves out begins when it would have.
          expect([null, undefined]).toContain(opensAt(window, opens, zone) ?? null);
        },
      ),
    );
    const noon = instantOf({ year: 2026, month: 11, day: 30 }, 720, 'Europe/Paris');
    expect(opensAt({ from: 17, to: 20 }, noon, 'Europe/Paris')).toBe(noon + 5 * 3_600_000);
    expect(opensAt({ from: 10, to: 12 }, noon, 'Europe/Paris')).toBe(noon + 22 * 3_600_000);
    expect(opensAt({ from: 12, to: 13 }, noon, 'Europe/Paris')).toBeNull();
  });
});

describe('[EXP-4] the order of channels', () => {
  const sequence = sequenceSchema.parse({
    steps: [
      { id: 'lettre', kind: 'letter' },
      { id: 'appel', kind: 'call', afterDays: 3 },
      { id: 'doc', kind: 'documentation' },
    ],
  });
  const addedAtMs = instantOf({ year: 2026, month: 11, day: 30 }, 600, 'Europe/Paris');
  const facts = (rest: Partial<SequenceFacts> = {}): SequenceFacts => ({
    zone: 'Europe/Paris',
    addedAtMs,
    state: 'waiting',
    overBecause: null,
    overAtMs: addedAtMs,
    answeredAtMs: null,
    done: new Map(),
    ...rest,
  });
  const written = facts({ done: new Map([['lettre', addedAtMs]]) });

  it('[EXP-4] the call alone comes at once, and what follows it follows', () => {
    expect(turnInOrder('call-only', sequence, facts())).toEqual({ do: 'call', fromMs: addedAtMs });
    const ended = facts({ state: 'over', overBecause: 'documentation' });
    expect(turnInOrder('call-only', sequence, ended)).toMatchObject({ step: { id: 'doc' } });
  });

  it('[EXP-4] writing alone leaves her uncalled; the whole sequence is as it was made', () => {
    expect(turnInOrder('written-only', sequence, facts())).toMatchObject({
      step: { id: 'lettre' },
    });
    expect(turnInOrder('written-only', sequence, written)).toEqual({ do: 'leave' });
    expect(turnInOrder('whole', sequence, facts())).toMatchObject({ step: { id: 'lettre' } });
    expect(turnInOrder('whole', sequence, written)).toMatchObject({ do: 'call' });
  });
});

describe('[EXP-2] the plan', () => {
  it('[EXP-2] knows the normal distribution as its tables do', () => {
    for (const [share, value] of [
      [0.975, 1.959964],
      [0.995, 2.575829],
      [0.8, 0.841621],
      [0.5, 0],
      [0.001, -3.090232],
    ] as const) {
      expect(normalQuantile(share)).toBeCloseTo(value, 6);
      expect(normalBelow(value)).toBeCloseTo(share, 6);
    }
  });

  it.each([
    // Without correction for continuity, as textbooks and `power.prop.test` have them.
    [0.1, 0.05, 0.8, 686],
    [0.5, 0.1, 0.8, 388],
    [0.2, 0.1, 0.9, 392],
    [0.05, 0.02, 0.8, 2213],
  ])(
    '[EXP-2] %d and %d more at a power of %d needs %d of each',
    (baseline, smallestEffect, power, n) => {
      const wanted = { baseline, smallestEffect, power, alpha: 0.05, look: 'fixed' } as const;
      expect(neededPerLevel(wanted)).toBe(n);
      expect(findableWith(n, wanted)).toBeCloseTo(smallestEffect, 3);
      expect(neededPerLevel({ ...wanted, look: 'sequential' })).toBeGreaterThan(n);
    },
  );

  it('[EXP-2] wants more for less: a smaller difference, more power, a smaller error', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.02, max: 0.7, noNaN: true }),
        fc.double({ min: 0.01, max: 0.2, noNaN: true }),
        fc.constantFrom('fixed' as const, 'sequential' as const),
        (baseline, smallestEffect, look) => {
          const wanted = { baseline, smallestEffect, power: 0.8, alpha: 0.05, look };
          const n = neededPerLevel(wanted);
          expect(neededPerLevel({ ...wanted, smallestEffect: smallestEffect / 2 })).toBeGreaterThan(
            n,
          );
          expect(neededPerLevel({ ...wanted, power: 0.9 })).toBeGreaterThanOrEqual(n);
          expect(neededPerLevel({ ...wanted, alpha: 0.01 })).toBeGreaterThanOrEqual(n);
        },
      ),
      { numRuns: 60 },
    );
  });
});

const none: Counted = { count: 0, n: 0 };
const how = (rest: object = {}) => ({
  look: 'fixed' as const,
  smallestEffect: 0.05,
  alpha: 0.05,
  needed: 686,
  isOver: false,
  ...rest,
});

describe('[EXP-5] what is read once', () => {
  it('[EXP-5] is sealed until as many are through as were planned', () => {
    const [one, first] = [
      { count: 200, n: 685 },
      { count: 20, n: 685 },
    ];
    expect(compareGroups(one, first, how())).toEqual({ verdict: 'sealed', difference: null });
    expect(compareGroups(none, first, how()).verdict).toBe('sealed');
    const through = { count: 120, n: 686 };
    expect(compareGroups(through, { count: 60, n: 686 }, how()).verdict).toBe('ahead');
    expect(compareGroups({ count: 60, n: 686 }, through, how()).verdict).toBe('behind');
    expect(compareGroups(through, { count: 118, n: 686 }, how()).verdict).toBe('no-difference');
  });

  it('[EXP-8] of too few it is not said that there is none', () => {
    const over = how({ isOver: true });
    const small = compareGroups({ count: 11, n: 100 }, { count: 10, n: 100 }, over);
    expect(small.verdict).toBe('not-yet');
    expect(small.difference?.low).toBeLessThan(0);
    const large = compareGroups({ count: 40, n: 100 }, { count: 10, n: 100 }, over);
    expect(large.verdict).toBe('ahead');
  });
});

const draws = (chance: number, n: number, random: () => number): boolean[] =>
  Array.from({ length: n }, () => random() < chance);
const countOf = (all: readonly boolean[], n: number): Counted => ({
  count: all.slice(0, n).filter(Boolean).length,
  n,
});

describe('[EXP-6] what may be read at any time', () => {
  it('[EXP-6] names a winner where there is none once in twenty at most, looked at all the time', () => {
    const random = seeded(42).next;
    const runs = 400;
    let [valid, ordinary] = [0, 0];
    for (let run = 0; run < runs; run += 1) {
      const [one, first] = [draws(0.1, 1200, random), draws(0.1, 1200, random)];
      const looks = Array.from({ length: 60 }, (_, at) => 20 * (at + 1));
      const wins = (look: 'fixed' | 'sequential') =>
        looks.some((n) => {
          const read = how({ look, needed: look === 'fixed' ? 1 : 2000 });
          const { verdict } = compareGroups(countOf(one, n), countOf(first, n), read);
          return verdict === 'ahead' || verdict === 'behind';
        });
      if (wins('sequential')) valid += 1;
      if (wins('fixed')) ordinary += 1;
    }
    expect(valid / runs).toBeLessThanOrEqual(0.05);
    expect(ordinary / runs).toBeGreaterThan(0.15);
  });
});

describe('[EXP-7] the verdict', () => {
  const found = (effect: number, look: 'fixed' | 'sequential', runs: number) => {
    const random = seeded(7).next;
    const wanted = { baseline: 0.1, smallestEffect: 0.05, power: 0.8, alpha: 0.05, look };
    const needed = neededPerLevel(wanted);
    let times = 0;
    for (let run = 0; run < runs; run += 1) {
      const one = countOf(draws(0.1 + effect, needed, random), needed);
      const first = countOf(draws(0.1, needed, random), needed);
      const { verdict } = compareGroups(one, first, how({ look, needed }));
      if (verdict === 'ahead' || verdict === 'behind') times += 1;
    }
    return times / runs;
  };

  it.each(['fixed', 'sequential'] as const)(
    '[EXP-7] %s: finds what was planned as often as was planned, and nothing where there is nothing',
    (look) => {
      // Four standard errors of the simulation below the plan, and above the error.
      expect(found(0.05, look, 600)).toBeGreaterThan(0.8 - 4 * Math.sqrt((0.8 * 0.2) / 600));
      expect(found(0, look, 600)).toBeLessThan(0.05 + 4 * Math.sqrt((0.05 * 0.95) / 600));
    },
  );
});
