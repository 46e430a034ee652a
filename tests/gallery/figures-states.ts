/** Figures over all campaigns: every cut that looks different, and what is shown when there is nothing to show. */
import { fail, succeed } from '@shared/kernel/result.ts';
import { allFigures, figureAnswers, figureRow } from '../component/support/call-figures.ts';
import {
  centreAnswer,
  centreAnswers,
  figuresOf,
  ownCentre,
} from '../component/support/centre-figures.ts';
import { camille, id } from '../component/support/organisation.ts';
import { managing } from '../component/support/planning.ts';
import { quiet } from '../component/support/slices.ts';
import type { GalleryState } from './parts.ts';

const state = (more: Partial<GalleryState> = {}): GalleryState => ({
  now: '17:12:04',
  slices: managing,
  screen: 'figures',
  answers: figureAnswers as never,
  ...more,
});
const nothing = figureRow({ key: null, label: null, calls: 0, reached: 0, goals: 0 });
const away = Object.fromEntries(
  Object.keys(figureAnswers).map((name) => [name, () => fail('hub-unreachable')]),
);
const offline = { ...managing, sync: { ...quiet.sync, hub: 'offline' as const } };
const long =
  'Bilan d’isolation des résidences universitaires des Abers-Montjoie-Saint-Denis-en-Val-de-Loire';

/** Read once, then out of reach. */
const once = () => {
  let answered = 0;
  return (asked: object) => {
    answered += 1;
    return answered > 1 ? fail('hub-unreachable') : succeed(allFigures(asked));
  };
};

const leading = { ...camille, firstName: 'Nadia', lastName: 'Ferrand', role: 'team-lead' as const };
const floor = /^(Plateau et files|Floor and queues)$/;
const centre = (more: Partial<GalleryState> = {}): GalleryState =>
  state({
    presses: [floor],
    slices: { ...managing, session: { ...quiet.session, user: leading } },
    ...more,
    answers: { ...figureAnswers, ...centreAnswers, ...more.answers } as never,
  });

export const figuresStates: { readonly [name: string]: GalleryState } = {
  figures: state(),
  'figures-advisors': state({ presses: [/^(Conseiller|Advisor)/] }),
  'figures-own': state({
    slices: { ...managing, session: { ...quiet.session, user: camille } },
    answers: {
      'planning.all-figures': (asked: object) =>
        succeed(allFigures({ ...asked, by: 'hour' }, { scope: 'own' })),
    } as never,
    presses: [/^(Heure|Hour)/],
  }),
  'figures-dates': state({ presses: [/^Dates$/] }),
  'figures-experiments': state({ presses: [/^(Expériences|Experiments)$/] }),
  'figures-experiments-none': state({
    answers: {
      ...figureAnswers,
      'planning.experiments': () => succeed({ at: '2026-11-05T16:12:04.000Z', experiments: [] }),
    } as never,
    presses: [/^(Expériences|Experiments)$/],
  }),
  'figures-empty': state({
    answers: {
      'planning.all-figures': (asked: object) =>
        succeed(allFigures(asked, { rows: [], total: nothing, hours: [] })),
    } as never,
  }),
  'figures-loading': state({
    answers: { 'planning.all-figures': () => new Promise(() => undefined) } as never,
  }),
  'figures-offline': state({ slices: offline, answers: away }),
  'figures-error': state({
    answers: { 'planning.all-figures': () => fail('internal') } as never,
  }),
  'figures-stale': state({
    answers: { ...figureAnswers, 'planning.all-figures': once() } as never,
    presses: [/^(7 jours|7 days)$/, /^(30 jours|30 days)$/],
  }),
  'figures-long': state({
    answers: {
      'planning.all-figures': (asked: object) => {
        const told = allFigures(asked);
        const row = figureRow({
          key: id(9999),
          label: long,
          brandId: 'solvenne',
          goal: 'appointments',
          calls: 128_412,
          reached: 43_118,
          goals: 7402,
          visits: [3810, 512, 604, 2476],
          sales: 1204,
        });
        return succeed({ ...told, rows: [row, ...told.rows] });
      },
    } as never,
  }),
  'centre-people': centre(),
  'centre-queues': centre({ presses: [floor, /^(File|Queue)/] }),
  'centre-weeks': centre({ presses: [floor, /^(Semaine|Week)$/] }),
  'centre-speeches': centre({ presses: [floor, /^(Discours|Speech)/] }),
  'centre-own': centre({
    slices: { ...managing, session: { ...quiet.session, user: camille } },
    answers: { 'planning.centre-figures': (asked: object) => succeed(ownCentre(asked)) } as never,
    presses: [/^(Mon temps|My time)/],
  }),
  'centre-gaps': centre({
    answers: {
      'planning.centre-figures': (asked: object) =>
        succeed(
          centreAnswer(asked, {
            gaps: [{ from: '2026-10-12T08:00:00.000Z', until: '2026-10-12T09:40:00.000Z' }],
          }),
        ),
    } as never,
  }),
  'centre-empty': centre({
    answers: {
      'planning.centre-figures': (asked: object) =>
        succeed(centreAnswer(asked, { rows: [], total: figuresOf(0) })),
    } as never,
  }),
  'centre-loading': centre({
    answers: { 'planning.centre-figures': () => new Promise(() => undefined) } as never,
  }),
  'centre-error': centre({
    answers: { 'planning.centre-figures': () => fail('internal') } as never,
  }),
  'centre-offline': centre({
    slices: offline,
    answers: { 'planning.centre-figures': () => fail('hub-unreachable') } as never,
  }),
  'centre-long': centre({
    answers: {
      'planning.centre-figures': (asked: object) => {
        const told = centreAnswer(asked);
        const figures = figuresOf(128_412, { hours: 31_200 });
        return succeed({ ...told, rows: [{ key: id(9999), label: long, figures }, ...told.rows] });
      },
    } as never,
  }),
};
