/** The campaigns of a brand manager on the Thursday of the mock-ups, with « Bilan isolation » in full swing. */
import type { CommandOutput } from '@shared/contracts/engine/commands.ts';
import type {
  CampaignFigures,
  CampaignPeople,
  CampaignResults,
} from '@shared/contracts/http/campaign-figures.ts';
import { type CampaignView, campaignViewSchema } from '@shared/contracts/http/campaigns.ts';
import { type CampaignPlan, forecastCampaign } from '@shared/domain/campaign/forecast.ts';
import { succeed } from '@shared/kernel/result.ts';
import { bilan, campaignReference, kept } from './campaigns.ts';
import { areaCounts, communesWithin } from './communes.ts';
import { at } from './helene.ts';
import { camille, id } from './organisation.ts';
import { quiet } from './slices.ts';

export const hugo = {
  ...camille,
  id: id(31),
  login: 'hugo.delmas',
  firstName: 'Hugo',
  lastName: 'Delmas',
  role: 'brand-manager' as const,
  brandIds: ['kerdoual', 'solvenne', 'lorvane'],
};
export const managing = {
  reference: campaignReference as never,
  session: { ...quiet.session, user: hugo },
};

const campaign = (number: number, settings: object, rest: object): CampaignView =>
  campaignViewSchema.parse({
    ...bilan,
    id: id(9000 + number),
    revision: 1,
    problems: [],
    ...rest,
    settings: { ...bilan.settings, ...settings },
  });
const nobody = { waiting: 0, over: 0, control: 0, attempts: 0, reached: 0, successes: 0 };

export const running: CampaignView = campaign(
  1,
  { dialling: { ...bilan.settings.dialling, mode: 'predictive' } },
  { counts: { ...bilan.counts, attempts: 1299, reached: 436 } },
);
export const draft: CampaignView = campaign(
  2,
  {
    name: 'Ouverture de Rennes-Sud',
    goal: 'appointments',
    scriptId: null,
    startsOn: '2026-11-06',
    endsOn: '2026-11-27',
    outcomes: [],
  },
  { status: 'draft', counts: nobody, problems: ['no-speech', 'no-contact', 'no-refusal'] },
);
export const paused: CampaignView = campaign(
  3,
  { name: 'Enquête de rentrée', goal: 'survey', target: null, brandId: 'kerdoual' },
  { status: 'paused', counts: { ...nobody, waiting: 84, over: 210, attempts: 402, reached: 210 } },
);
export const stopped: CampaignView = campaign(
  4,
  { name: 'Chaudières 2025', goal: 'sales', startsOn: '2025-11-03', endsOn: '2025-12-18' },
  {
    status: 'stopped',
    counts: { ...nobody, over: 812, attempts: 1920, reached: 604, successes: 131 },
  },
);
export const campaigns: readonly CampaignView[] = [draft, running, paused, stopped];

const reachedOf100: readonly (readonly (number | null)[])[] = [
  [16, 20, 25, null, 20, 24, 28, 29, 40, 27],
  [18, 28, 27, null, 26, 24, 28, 37, 40, 34],
  [20, 21, 23, null, 26, 24, 21, 31, 35, 32],
  [14, 21, 30, null, 27, 24, 29, 29, null, null],
];
const hours = reachedOf100.flatMap((row, day) =>
  row.flatMap((reached, place) =>
    reached === null ? [] : [{ weekday: day + 1, hour: 10 + place, attempts: 100, reached }],
  ),
);

const ending = (code: string, fr: string, consequence: string | null, count: number) => ({
  kind: 'disposition' as const,
  code,
  label: { fr, en: fr },
  consequence: consequence as never,
  result: 'reached' as const,
  count,
});
const unheard = (result: 'no-answer' | 'machine' | 'wrong-number', count: number) => ({
  kind: 'result' as const,
  code: result,
  label: null,
  consequence: null,
  result,
  count,
});

const advisors = (
  [
    ['Camille Roussel', 'busy'],
    ['Yanis Morel', 'busy'],
    ['Léa Fontaine', 'busy'],
    ['Maëlle Le Bris', 'busy'],
    ['Aïcha Benali', 'busy'],
    ['Tom Salaün', 'ready'],
    ['Inès Faure', 'wrap-up'],
  ] as const
).map(([name, state], place) => ({
  userId: id(60 + place),
  name,
  state,
  since: at('2026-11-05T17:02:00'),
  attempts: 31 - place,
  reached: 11,
  successes: 2,
}));

export const figures: CampaignFigures = {
  campaignId: running.id,
  at: at('2026-11-05T17:12:04'),
  people: { waiting: 326, over: 290, control: 54 },
  attempts: 1299,
  reached: 436,
  successes: 74,
  plan: { target: 120, planned: 71, daysDone: 14, days: 24 },
  abandoned: { count: 6, of: 331, rate: 6 / 331, low: 0.008, high: 0.039 },
  hours,
  endings: [
    unheard('no-answer', 612),
    unheard('machine', 233),
    ending('pas-interesse', 'Pas intéressé', 'close', 198),
    ending('rendez-vous-pris', 'Rendez-vous pris', 'success', 74),
    ending('rappel-convenu', 'Rappel convenu', 'callback', 63),
    ending('documentation', 'Documentation envoyée', 'documentation', 51),
    ending('refus', 'Refus, 60 jours de silence', 'refusal', 41),
    unheard('wrong-number', 18),
    ending('opposition', 'Opposition pour toujours', 'opposition', 9),
  ],
  arms: {
    called: { count: 193, of: 1840, rate: 193 / 1840, low: 0.092, high: 0.12 },
    control: { count: 8, of: 240, rate: 8 / 240, low: 0.017, high: 0.064 },
    difference: { value: 0.071, low: 0.037, high: 0.096 },
  },
  advisors,
};

const result = (key: string | null, label: string | null, attempts: number, successes: number) => ({
  key,
  label,
  brandId: null,
  goal: null,
  people: Math.round(attempts * 0.6),
  peopleReached: Math.round(attempts / 4),
  attempts,
  reached: Math.round(attempts / 3),
  successes,
  appointments: { made: successes, kept: Math.floor(successes / 2), notKept: 1, cancelled: 0 },
  sales: Math.floor(successes / 4),
  seconds: attempts * 110,
  cents: Math.round((attempts * 8556) / 100),
  centsPerContact: 257,
  centsPerSuccess: successes === 0 ? null : Math.round((attempts * 8556) / 100 / successes),
  centsPerAppointment: successes === 0 ? null : Math.round((attempts * 8556) / 100 / successes),
  centsPerSale: successes < 4 ? null : Math.round((attempts * 8556) / 25 / successes),
  visitCents: 14_800,
});
export const results: CampaignResults = {
  at: figures.at,
  by: 'advisor',
  rows: [
    result(id(60), 'Camille Roussel', 231, 17),
    result(id(61), 'Yanis Morel', 214, 9),
    result(id(62), 'Léa Fontaine', 205, 0),
    result(null, null, 12, 0),
  ],
  total: result(null, null, 662, 26),
  centsPerHour: 2800,
  visitCents: 14_800,
};

const { why: _, ...gilles } = kept.gilles;
const { why: __, ...solange } = kept.solange;
const { why: ___, ...paul } = kept.paul;
const allowed = { allowed: true, rule: null, article: null, allowedFrom: null };
export const people: CampaignPeople = {
  at: figures.at,
  total: 670,
  people: [
    {
      ...gilles,
      attempts: [{ at: at('2026-11-04T18:20:00'), numberRank: 0, result: 'no-answer' }],
      notBefore: at('2026-11-05T17:30:00'),
      verdict: allowed,
    },
    {
      ...solange,
      state: 'over',
      overBecause: 'refusal',
      verdict: {
        allowed: false,
        rule: 'refusal-silence',
        article: 'D223-9',
        allowedFrom: at('2026-12-21T07:00:00'),
      },
    },
    { ...paul, state: 'control', promisedAt: null, verdict: null },
  ],
};

export const dialling: CommandOutput<'planning.dialling'> = {
  campaignId: running.id,
  mode: 'predictive',
  as: 'progressive',
  why: 'limit-reached',
  since: at('2026-11-05T17:05:00'),
  switch: 'ready',
  seats: [],
  free: 1,
  calls: { ringing: 2, waiting: 0, talking: 5 },
  callsPerFreeAdvisor: 1.15,
  abandoned: {
    answered: 331,
    abandoned: 6,
    rate: 6 / 331,
    low: 0.008,
    high: 0.039,
    limitPercent: 3,
  },
  today: {
    dialled: 402,
    reached: 325,
    busy: 12,
    noAnswer: 50,
    machine: 9,
    wrongNumber: 0,
    failed: 0,
    abandoned: 6,
    refused: 0,
  },
  machines: [
    { because: 'LONGGREETING', count: 7, called: 2, reached: 1 },
    { because: 'MAXWORDS', count: 2, called: 0, reached: 0 },
  ],
};

export const planningAnswers = {
  'planning.campaigns': () => succeed({ campaigns: [...campaigns] }),
  'planning.see': () => succeed(draft),
  'planning.figures': () => succeed(figures),
  'planning.dialling': () => succeed(dialling),
  'planning.results': () => succeed(results),
  'planning.people': () => succeed(people),
  'planning.list': () => succeed(report),
  'planning.communes': ({ km = 100 }: { readonly km?: number }) => succeed(communesWithin(km)),
  'planning.communes-inside': () => succeed(communesWithin(6)),
  'planning.area': () => succeed(areaCounts),
  'planning.forecast': (plan: CampaignPlan) => succeed(forecastCampaign(plan)),
};

export const report: CommandOutput<'planning.list'> = {
  listId: id(9900),
  state: 'ended',
  found: 10_000,
  leftOut: [
    { because: 'no-number', article: null, count: 105, left: 9895 },
    { because: 'consent', article: 'L223-1', count: 3904, left: 5991 },
    { because: 'consent-expired', article: 'L223-1', count: 612, left: 5379 },
    { because: 'opposition', article: 'RGPD 21', count: 431, left: 4948 },
    { because: 'refusal-silence', article: 'D223-9', count: 228, left: 4720 },
    { because: 'pressure', article: 'D223-9', count: 142, left: 4578 },
  ],
  control: 366,
  added: 4212,
  onlyLetter: 0,
};

/** The draft with an area around Rennes. */
export const aroundRennes: CampaignView = {
  ...draft,
  settings: {
    ...draft.settings,
    audience: {
      ...draft.settings.audience,
      by: 'area',
      bought: 'never',
      centre: '35238',
      radiusKm: 9,
      communes: communesWithin(9).communes.map(({ code }) => code),
    },
  },
};
