/** An experiment on « Bilan isolation »: two speeches, two sets of hours, and who is not called at all. */
import type { CommandOutput } from '@shared/contracts/engine/commands.ts';
import { experimentDesignSchema } from '@shared/domain/experiment/design.ts';
import { findableWith, neededPerLevel, type Wanted } from '@shared/domain/experiment/power.ts';
import { experimentWords } from '@shared/domain/experiment/words.ts';
import { succeed } from '@shared/kernel/result.ts';
import { running } from './planning.ts';

export const design = experimentDesignSchema.parse({
  name: 'Trois questions, tirées au sort',
  factors: [
    { kind: 'speech', levels: ['solvenne-invitation', 'solvenne-general'] },
    {
      kind: 'hours',
      levels: [
        { from: 10, to: 13 },
        { from: 17, to: 20 },
      ],
    },
  ],
  outcome: 'ordered',
  baseline: 0.034,
  smallestEffect: 0.03,
  look: 'sequential',
});
export const experimenting = {
  ...running,
  settings: { ...running.settings, experiment: design, controlPercent: 8 },
};

const difference = (value: number, low: number, high: number) => ({ value, low, high });
const comparisons: CommandOutput<'planning.experiment'>['comparisons'] = [
  {
    factor: 'speech',
    groups: [
      { level: 'solvenne-invitation', people: 1380, n: 920, count: 74, rate: 0.08 },
      { level: 'solvenne-general', people: 1380, n: 918, count: 46, rate: 0.05 },
    ],
    against: [
      {
        level: 'solvenne-general',
        verdict: 'not-yet',
        difference: difference(-0.03, -0.062, 0.002),
      },
    ],
  },
  {
    factor: 'hours',
    groups: [
      { level: '10-13', people: 1390, n: 921, count: 40, rate: 0.043 },
      { level: '17-20', people: 1370, n: 917, count: 110, rate: 0.12 },
    ],
    against: [{ level: '17-20', verdict: 'ahead', difference: difference(0.077, 0.043, 0.111) }],
  },
  {
    factor: 'calls',
    groups: [
      { level: 'control', people: 240, n: 160, count: 5, rate: 0.034 },
      { level: 'called', people: 2760, n: 1840, count: 193, rate: 0.105 },
    ],
    against: [{ level: 'called', verdict: 'ahead', difference: difference(0.071, 0.046, 0.096) }],
  },
];
const needed = 1104;
export const report: CommandOutput<'planning.experiment'> = {
  at: '2026-11-05T16:12:04.000Z',
  name: design.name,
  outcome: design.outcome,
  look: design.look,
  windowDays: design.windowDays,
  alpha: 0.05 / 3,
  neededPerLevel: needed,
  findable: 0.028,
  isOver: false,
  lastDay: '2026-12-05T16:00:00.000Z',
  comparisons,
  breakEven: 0.028,
  words: experimentWords({
    outcome: design.outcome,
    look: design.look,
    windowDays: design.windowDays,
    breakEven: 0.028,
    comparisons: comparisons.flatMap(({ factor, groups, against }) =>
      against.map((one) => ({
        ...one,
        factor,
        first: groups[0]?.level ?? '',
        missing: needed - Math.min(...groups.map(({ n }) => n)),
      })),
    ),
  }),
};

type Power = Omit<Wanted, 'alpha'> & { readonly comparisons: number; readonly people?: number };
export const experimentAnswers = {
  'planning.campaigns': () => succeed({ campaigns: [experimenting] }),
  'planning.see': () => succeed(experimenting),
  'planning.experiment': () => succeed(report),
  'planning.power': ({ comparisons: count, people = 0, ...wanted }: Power) => {
    const alpha = 0.05 / count;
    return succeed({
      neededPerLevel: neededPerLevel({ ...wanted, alpha }),
      findable: findableWith(people, { ...wanted, alpha }),
    });
  },
  'planning.events': () =>
    succeed({
      events: [
        {
          kind: 'cart' as const,
          found: 41,
          leftOut: [{ because: 'consent', article: 'L223-1', count: 12, left: 29 }],
          control: 2,
          added: 27,
        },
      ],
    }),
};
