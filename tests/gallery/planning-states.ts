/** Campaigns for those who make and run them: the list, one that runs, its tabs. */
import { fail, succeed } from '@shared/kernel/result.ts';
import { experimentAnswers } from '../component/support/experiment.ts';
import {
  aroundRennes,
  draft,
  managing,
  planningAnswers,
  running,
} from '../component/support/planning.ts';
import { quiet } from '../component/support/slices.ts';
import type { GalleryState } from './parts.ts';

const state = (more: Partial<GalleryState> = {}): GalleryState => ({
  now: '17:12:04',
  slices: managing,
  screen: 'campaigns',
  answers: planningAnswers as never,
  ...more,
});
const goOn = [/^(Continuer|Go on)$/];
const open = [/^(Ouvrir|Open)$/];
const away = Object.fromEntries(
  Object.keys(planningAnswers).map((name) => [name, () => fail('hub-unreachable')]),
);
const offline = { ...managing, sync: { ...quiet.sync, hub: 'offline' as const } };
const longName =
  'Bilan d’isolation des résidences universitaires des Abers-Montjoie-Saint-Denis-en-Val-de-Loire';
const long = {
  ...running,
  settings: { ...running.settings, name: longName },
};

export const planningStates: { readonly [name: string]: GalleryState } = {
  'planning-list': state(),
  'planning-empty': state({
    answers: { 'planning.campaigns': () => succeed({ campaigns: [] }) } as never,
  }),
  'planning-offline': state({ slices: offline, answers: away }),
  'planning-long': state({
    answers: {
      ...planningAnswers,
      'planning.campaigns': () => succeed({ campaigns: [long] }),
    } as never,
  }),
  'planning-live': state({ presses: open }),
  'planning-people': state({ presses: [...open, /^(Fiches|People)$/] }),
  'planning-rules': state({ presses: [...open, /^(Règles|Rules)$/] }),
  'planning-goal': state({ presses: goOn }),
  'planning-who': state({ presses: [...goOn, /^(Qui|Who)/, /^(Ajouter 4|Add 4)/] }),
  'planning-area': state({
    answers: {
      ...planningAnswers,
      'planning.campaigns': () => succeed({ campaigns: [aroundRennes, running] }),
    } as never,
    presses: [...goOn, /^(Qui|Who)/, /^(Ajouter 4|Add 4)/],
  }),
  'planning-speech': state({ presses: [...goOn, /^(Lettre et discours|Letter and speech)/] }),
  'planning-rhythm': state({ presses: [...goOn, /^(Rythme|Pace)/] }),
  'planning-review': state({ presses: [...goOn, /^(Relire|Review)/] }),
  'planning-experiment': state({
    answers: { ...planningAnswers, ...experimentAnswers } as never,
    presses: open,
  }),
  'planning-experiment-rules': state({
    answers: { ...planningAnswers, ...experimentAnswers } as never,
    presses: [...open, /^(Règles|Rules)$/],
  }),
  'planning-experiment-plan': state({
    answers: { ...planningAnswers, 'planning.change': () => succeed(draft) } as never,
    presses: [...goOn, /^(Rythme|Pace)/, /^(Planifier une expérience|Plan an experiment)/],
  }),
  'planning-results': state({ presses: [...open, /^(Résultats|Results)$/] }),
};
