/** What the centre did in October, by person, team, brand, queue, speech, day, week and month. */
import type { CommandInput } from '@shared/contracts/engine/commands.ts';
import type { CentreAnswer, CentreCut, CentreRow } from '@shared/contracts/http/centre-figures.ts';
import { centreFigureWords } from '@shared/domain/centre/figure-words.ts';
import { centreFigures, type StateSeconds } from '@shared/domain/centre/figures.ts';
import { usualTarget } from '@shared/domain/queue-call/figures.ts';
import { succeed } from '@shared/kernel/result.ts';
import { at } from './helene.ts';
import { id } from './organisation.ts';

type Figures = CentreRow['figures'];

/** So many calls of one size, with all that goes with them. */
export const figuresOf = (
  calls: number,
  {
    hours = 0,
    slower = 1,
    queued = 'no-queue',
  }: {
    readonly hours?: number;
    readonly slower?: number;
    readonly queued?: 'queue' | 'no-queue';
  } = {},
): Figures => {
  const states: StateSeconds = {
    ready: hours * 1310,
    busy: hours * 1480 * slower,
    'wrap-up': hours * 390,
    'do-not-disturb': hours * 40,
    pause: hours * 380,
  };
  const part = (of: number) => Math.round(calls * of);
  const taken = part(0.62);
  const queue = 'kerdoual-service';
  const groups = [
    { outcome: 'taken', waitedS: 9, calls: part(0.55), talks: part(0.55), talkS: part(0.55) * 215 },
    {
      outcome: 'taken',
      waitedS: 41,
      calls: part(0.16),
      talks: part(0.16),
      talkS: part(0.16) * 215,
    },
    { outcome: 'hung-up', waitedS: 33, calls: part(0.05), talks: 0, talkS: 0 },
  ] as const;
  const counted = {
    states: hours === 0 ? null : states,
    calls: {
      handled: calls,
      cameIn: part(0.71),
      talkMs: calls * 187_000 * slower,
      holdMs: calls * 14_000,
      wrapUpMs: calls * 52_000,
      blind: part(0.02),
      attended: part(0.06),
      unsaid: 0,
      contacts: part(0.66),
      repeats: part(0.11),
      settled: part(0.34),
      unsettled: part(0.09),
      pending: part(0.12),
      taken,
      inTime: Math.round(taken * 0.83),
      queueMs: (part(0.55) + part(0.16)) * 214_600,
    },
    goals: queued === 'queue' ? null : { reached: part(0.2), won: part(0.05) },
    queue: queued === 'queue' ? groups.map((group) => ({ ...group, queue })) : null,
  };
  return centreFigures(counted, () => usualTarget);
};

const row = (key: string | null, label: string | null, figures: Figures): CentreRow => ({
  key,
  label,
  figures,
});
const days = ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05'];
const withQueue = { queued: 'queue' } as const;

const rowsBy: { readonly [by in CentreCut]: readonly CentreRow[] } = {
  advisor: [
    row(id(60), 'Camille Roussel', figuresOf(642, { hours: 118 })),
    row(id(61), 'Yanis Morel', figuresOf(511, { hours: 121, slower: 1.3 })),
    row(id(62), 'Léa Fontaine', figuresOf(388, { hours: 84, slower: 0.9 })),
    row(id(63), 'Maëlle Le Bris', figuresOf(41, { hours: 12 })),
  ],
  team: [
    row(id(70), 'Rennes 1', figuresOf(1153, { hours: 239 })),
    row(id(71), 'Rennes 2', figuresOf(429, { hours: 96, slower: 1.1 })),
  ],
  brand: [
    row('kerdoual', 'Maison Kerdoual', figuresOf(902, withQueue)),
    row('solvenne', 'Solvenne Énergies', figuresOf(680, { ...withQueue, slower: 1.2 })),
  ],
  queue: [
    row('kerdoual-service', 'Service clients', figuresOf(620, withQueue)),
    row('kerdoual-commandes', 'Commandes', figuresOf(282, { ...withQueue, slower: 0.8 })),
    row(null, null, figuresOf(470)),
  ],
  speech: [
    row('kerdoual-sav 4', 'SAV Kerdoual', figuresOf(510)),
    row('kerdoual-sav 3', 'SAV Kerdoual', figuresOf(96, { slower: 1.2 })),
    row(null, null, figuresOf(976)),
  ],
  day: days.map((day, place) => row(day, null, figuresOf(64 + place * 9, { hours: 21 + place }))),
  week: [row('2026-10-26', null, figuresOf(402, { hours: 96 }))],
  month: [row('2026-10-01', null, figuresOf(1370, { hours: 301 }))],
};

export const centreAnswer = (
  { by = 'day', from, to }: CommandInput<'planning.centre-figures'> = {},
  change: Partial<CentreAnswer> = {},
): CentreAnswer => {
  const isTimed = ['advisor', 'team', 'day', 'week', 'month'].includes(by);
  const whole = figuresOf(1582, { hours: 335, slower: 1.1 });
  return {
    at: at('2026-11-05T17:12:04'),
    from: from ?? '2026-10-07',
    to: to ?? '2026-11-05',
    by,
    scope: 'team',
    rows: [...rowsBy[by]],
    total: {
      ...whole,
      states: isTimed ? whole.states : null,
      queue: figuresOf(1582, withQueue).queue,
    },
    gaps: [],
    definitions: centreFigureWords,
    ...change,
  };
};

/** An advisor's own: no queue, nobody beside her. */
export const ownCentre = (asked: CommandInput<'planning.centre-figures'>): CentreAnswer => {
  const told = centreAnswer(asked, { scope: 'own' });
  const mine = figuresOf(64, { hours: 29 });
  const rows = told.rows.map((one, place) => ({
    ...one,
    figures: { ...figuresOf(14 + place, { hours: 6.5 + place / 2 }), queue: null },
  }));
  return { ...told, rows, total: { ...mine, queue: null } };
};

export const centreAnswers = {
  'planning.centre-figures': (asked: CommandInput<'planning.centre-figures'>) =>
    succeed(centreAnswer(asked)),
  'planning.centre-figures-sheet': () => succeed({ bytes: new ArrayBuffer(3) }),
};
