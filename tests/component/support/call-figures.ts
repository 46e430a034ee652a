/** What the calls of October brought and cost, by campaign, advisor, hour and so on; and all experiments. */
import type { CommandInput, CommandOutput } from '@shared/contracts/engine/commands.ts';
import type { AllFigures, FigureCut, ResultRow } from '@shared/contracts/http/call-figures.ts';
import { unitCosts } from '@shared/domain/campaign/unit-costs.ts';
import { succeed } from '@shared/kernel/result.ts';
import { experimenting, report } from './experiment.ts';
import { at } from './helene.ts';
import { id } from './organisation.ts';
import { figures as ofOne } from './planning.ts';

type Given = Pick<ResultRow, 'key' | 'label'> &
  Partial<Pick<ResultRow, 'brandId' | 'goal' | 'visitCents'>> & {
    readonly calls: number;
    readonly reached: number;
    readonly goals: number;
    readonly visits?: readonly [kept: number, notKept: number, cancelled: number, toCome: number];
    readonly sales?: number;
  };

/** Three minutes a contact and forty seconds for nobody, at 28 € an hour. */
export const figureRow = ({
  calls,
  reached,
  goals,
  visits,
  sales = 0,
  ...rest
}: Given): ResultRow => {
  const [kept, notKept, cancelled, toCome] = visits ?? [0, 0, 0, 0];
  const made = kept + notKept + toCome;
  const seconds = reached * 180 + (calls - reached) * 40;
  const cents = Math.round((seconds * 2800) / 3600);
  const counts = { cents, recorded: calls, reached, successes: goals, appointments: made, sales };
  return {
    brandId: null,
    goal: null,
    visitCents: 14_800,
    ...rest,
    people: Math.round(calls * 0.62),
    peopleReached: Math.round(reached * 0.94),
    attempts: calls,
    reached,
    successes: goals,
    appointments: { made, kept, notKept, cancelled },
    sales,
    seconds,
    cents,
    ...unitCosts(counts),
  };
};

const campaign = (key: number, label: string, brandId: string, goal: ResultRow['goal']) => ({
  key: id(9000 + key),
  label,
  brandId,
  goal,
});
const byCampaign: readonly ResultRow[] = [
  figureRow({
    ...campaign(3, 'Enquête de rentrée', 'kerdoual', 'survey'),
    visitCents: 9000,
    calls: 402,
    reached: 210,
    goals: 96,
    sales: 4,
  }),
  figureRow({
    ...campaign(1, 'Bilan isolation', 'solvenne', 'appointments'),
    calls: 1299,
    reached: 436,
    goals: 74,
    visits: [38, 5, 6, 31],
    sales: 12,
  }),
  figureRow({
    ...campaign(5, 'Relance des paniers', 'kerdoual', 'sales'),
    visitCents: 9000,
    calls: 588,
    reached: 171,
    goals: 31,
    sales: 31,
  }),
  figureRow({
    ...campaign(6, 'Fin de contrat', 'lorvane', 'qualification'),
    calls: 88,
    reached: 34,
    goals: 12,
  }),
];
const whole: ResultRow = figureRow({
  key: null,
  label: null,
  visitCents: 12_400,
  calls: 2377,
  reached: 851,
  goals: 213,
  visits: [38, 5, 6, 31],
  sales: 47,
});

const split = (keys: readonly (readonly [string | null, string | null])[]): ResultRow[] =>
  keys.map(([key, label], place) =>
    figureRow({
      key,
      label,
      calls: 610 - place * 71,
      reached: 228 - place * 28,
      goals: 62 - place * 9,
      visits: [12 - place, 1, place % 2, 8 - place],
      sales: Math.max(0, 13 - place * 2),
    }),
  );
const plainKeys = (keys: readonly string[]) => keys.map((key) => [key, null] as const);

const rowsBy: { readonly [by in FigureCut]: readonly ResultRow[] } = {
  campaign: byCampaign,
  advisor: split([
    [id(60), 'Camille Roussel'],
    [id(61), 'Yanis Morel'],
    [id(62), 'Léa Fontaine'],
    [id(63), 'Maëlle Le Bris'],
    [null, null],
  ]),
  team: split([
    [id(70), 'Rennes 1'],
    [id(71), 'Rennes 2'],
  ]),
  hour: split(plainKeys(['10', '11', '14', '17', '18'])),
  area: split(plainKeys(['29', '35', '22', '56'])),
  speech: split([
    ['solvenne-invitation 4', 'Bilan isolation'],
    ['solvenne-invitation 3', 'Bilan isolation'],
    ['solvenne-general 2', 'Solvenne, général'],
  ]),
  day: split(plainKeys(['2026-11-03', '2026-11-04', '2026-11-05'])),
};

export const allFigures = (
  { by = 'campaign', from, to }: CommandInput<'planning.all-figures'> = {},
  change: Partial<AllFigures> = {},
): AllFigures => ({
  at: at('2026-11-05T17:12:04'),
  from: from ?? '2026-10-07',
  to: to ?? '2026-11-05',
  by,
  scope: 'brands',
  rows: [...rowsBy[by]],
  total: whole,
  hours: ofOne.hours,
  ...change,
});

const sealed = {
  ...report,
  name: 'Un SMS la veille du rendez-vous',
  look: 'fixed' as const,
  comparisons: report.comparisons.slice(0, 1).map((one) => ({
    ...one,
    groups: one.groups.map((group) => ({ ...group, n: 212, count: null, rate: null })),
    against: one.against.map((against) => ({
      ...against,
      verdict: 'sealed' as const,
      difference: null,
    })),
  })),
  words: {
    fr: ['Fermé : 212 personnes sur 1 104 sont passées dans chaque groupe.'],
    en: ['Sealed: 212 people of 1,104 are through in each group.'],
  },
};
export const allExperiments: CommandOutput<'planning.experiments'> = {
  at: report.at,
  experiments: [
    {
      campaignId: experimenting.id,
      campaign: experimenting.settings.name,
      brandId: 'solvenne',
      status: 'running',
      state: 'running',
      through: 917,
      report,
    },
    {
      campaignId: id(9005),
      campaign: 'Relance des paniers',
      brandId: 'kerdoual',
      status: 'running',
      state: 'sealed',
      through: 212,
      report: sealed,
    },
    {
      campaignId: id(9002),
      campaign: 'Ouverture de Rennes-Sud',
      brandId: 'solvenne',
      status: 'draft',
      state: 'planned',
      through: 0,
      report: { ...report, name: 'Lettre avant l’appel, ou non', comparisons: [] },
    },
  ],
};

export const figureAnswers = {
  'planning.all-figures': (asked: CommandInput<'planning.all-figures'>) =>
    succeed(allFigures(asked)),
  'planning.all-figures-sheet': () => succeed({ bytes: new ArrayBuffer(3) }),
  'planning.experiments': () => succeed(allExperiments),
};
