/** A call that was drawn, recorded and marked: synthetic shapes of voices, made here. */
import type { Assessment, GridView } from '@shared/contracts/http/assessments.ts';
import type { HeardRecording } from '@shared/contracts/http/recordings.ts';
import { succeed } from '@shared/kernel/result.ts';
import { at } from './helene.ts';
import { camille, id } from './organisation.ts';
import { quiet } from './slices.ts';

export const nadia = {
  ...camille,
  id: id(61),
  login: 'nadia.ferrand',
  firstName: 'Nadia',
  lastName: 'Ferrand',
  role: 'team-lead' as const,
};
export const leading = { session: { ...quiet.session, user: nadia } };
export const recordingId = id(8100);
const tenths = 4850;

/** Turns of nine seconds, a silence from 4:17 on and a pause of half a minute. */
const voice = (side: 0 | 1): number[] =>
  Array.from({ length: tenths }, (_, place) => {
    const second = place / 10;
    const speaks = Math.floor(second / 9) % 2 === side;
    const quietThen = (second > 257 && second < 287) || (second > 324 && second < 356);
    return speaks && !quietThen ? Math.round(45 + 35 * Math.abs(Math.sin(place * 1.7))) : 0;
  });

export const heard: HeardRecording = {
  id: recordingId,
  interactionIds: [id(7100)],
  brandId: 'kerdoual',
  advisorId: camille.id,
  advisorName: 'Camille Roussel',
  customerName: 'Hélène Vasseur',
  title: 'Réclamation livraison',
  purpose: 'evaluation',
  state: 'stored',
  startedAt: at('2026-10-29T14:12:00'),
  endedAt: at('2026-10-29T14:20:05'),
  durationMs: 485_000,
  soundUntil: at('2027-04-28T12:00:00'),
  analysisUntil: at('2027-10-29T12:00:00'),
  draw: { month: '2026-10', unit: 0.002, chance: 0.0048, perMonth: 3, drawn: 1, expectedRest: 420 },
  peaks: { advisor: voice(0), customer: voice(1) },
  pauses: [{ fromMs: 324_000, toMs: 356_000 }],
  steps: [
    { atMs: 0, title: 'Accueil' },
    { atMs: 19_000, title: 'Constat' },
    { atMs: 92_000, title: 'Solution' },
    { atMs: 267_000, title: 'Échange' },
    { atMs: 388_000, title: 'Confirmation' },
  ],
  notes: [
    { atMs: 72_000, text: 'Pied avant gauche cassé net, cliente calme mais lasse d’attendre.' },
    { atMs: 216_000, text: 'Reçoit du monde samedi : préfère une solution avant le 7.' },
  ],
  heardBy: [{ name: 'Nadia Ferrand', at: at('2026-11-05T15:20:00'), reason: 'evaluation' }],
};

const criterion = (one: string, label: string, guidance: string, weight: 1 | 2 | 3) => ({
  id: one,
  label,
  guidance,
  weight,
  measure: null,
});

export const grid: GridView = {
  id: id(8200),
  brandId: 'kerdoual',
  version: 3,
  publishedAt: at('2026-10-01T08:00:00'),
  name: 'Réclamation',
  criteria: [
    criterion('welcome', 'Accueil au nom de la marque', '3 : complet', 2),
    criterion('wording', 'Mot pour mot', '3 : chaque passage est dit', 2),
    criterion('listening', 'Écoute, sans couper', '3 : elle finit ses phrases', 3),
    criterion('solution', 'Solution juste et dans la délégation', '3 : juste et permise', 3),
    criterion('waiting', 'Attente annoncée', '3 : chaque silence est annoncé', 2),
    criterion('next', 'Suite et date dites', '3 : qui fait quoi, quand', 2),
  ],
};

export const assessment = (change: Partial<Assessment> = {}): Assessment => ({
  id: id(8300),
  recordingId,
  kind: 'assessment',
  state: 'draft',
  grid,
  advisorId: camille.id,
  advisorName: 'Camille Roussel',
  evaluatorId: nadia.id,
  evaluatorName: 'Nadia Ferrand',
  marks: { welcome: 3, wording: 3, listening: 2, solution: 3, waiting: 1 },
  comments: [
    {
      atMs: 257_000,
      text: 'Annonce la recherche avant de te taire : « Je regarde, cela prend une demi-minute. »',
    },
  ],
  reply: null,
  score: 81,
  sentAt: null,
  finalAt: null,
  plan: null,
  ...change,
});

const whole = { welcome: 3, wording: 3, listening: 2, solution: 3, waiting: 1, next: 2 } as const;
/** Two who marked the same call; of one criterion they think otherwise. */
export const compared = {
  open: true,
  marked: [
    { evaluatorName: 'Nadia Ferrand', marks: whole },
    {
      evaluatorName: 'Bruno Delacroix',
      marks: { ...whole, waiting: 3 as const, next: 1 as const },
    },
  ],
  agreement: 0.52,
};
export const calibrated = () =>
  assessment({ kind: 'calibration', marks: whole, score: 80, comments: [] });

export const qualityAnswers = (assessments: readonly Assessment[] = [assessment()]) => ({
  'recording.list': () => succeed({ recordings: [heard] }),
  'recording.see': () => succeed(heard),
  'recording.hear': () => succeed({ bytes: new ArrayBuffer(44) }),
  'quality.grids': () => succeed({ grids: [grid] }),
  'quality.assessments': () => succeed({ assessments: [...assessments] }),
  'quality.save': () => succeed(assessment()),
  'quality.send': () => succeed(assessment({ state: 'sent' })),
  'quality.reply': () => succeed(assessment({ state: 'answered' })),
  'quality.publish': () => succeed(grid),
  'quality.plan': () => succeed(assessment({ state: 'answered' })),
  'quality.calibrations': () =>
    succeed({ calibrations: [{ recordingId, evaluators: 2, mine: 'whole' as const }] }),
  'quality.calibration': () => succeed(compared),
});
