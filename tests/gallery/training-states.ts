/** The training line: what can be played, a series under way, its report, and the form of a team lead. */
import type { CommandOutput } from '@shared/contracts/engine/commands.ts';
import type { Deed, Taking } from '@shared/contracts/engine/training.ts';
import { demoPlays } from '@shared/domain/role-play/demo/demo-plays.ts';
import { playedRole } from '@shared/domain/role-play/played-role.ts';
import type { RolePlay } from '@shared/domain/role-play/role-play.ts';
import type { PlayRun } from '@shared/domain/role-play/run.ts';
import { at } from '../component/support/helene.ts';
import { camille, id } from '../component/support/organisation.ts';
import { quiet, talkingCall, talkingWork, wrapUpWork } from '../component/support/slices.ts';
import { aRun } from '../unit/role-play/samples.ts';
import { type GalleryState, talkingDraft } from './parts.ts';

const today = (time: string): string => at(`2026-11-05T${time}`);

export const rolePlays: readonly RolePlay[] = demoPlays
  .filter(({ brandId }) => brandId === 'kerdoual')
  .map(({ key: _, ...draft }, index) => ({
    ...draft,
    expectedDispositions: ['ECH-OK'],
    id: id(8000 + index),
    version: 1,
    updatedAt: today('08:00:00'),
  }));
const series = {
  id: id(8100),
  brandId: 'kerdoual',
  title: 'Premiers pas chez Maison Kerdoual',
  rolePlayIds: rolePlays.map((play) => play.id),
  passMark: 4,
  version: 1,
  updatedAt: today('08:00:00'),
};

const runAt = (index: number, time: string, change: Partial<PlayRun> = {}): PlayRun => {
  const play = rolePlays[index];
  const from = Date.parse(today(time));
  return aRun({
    id: id(8200 + index),
    takingId: id(8300),
    seriesId: series.id,
    rolePlayId: play?.id ?? '',
    title: play?.title ?? '',
    level: play?.level ?? 'easy',
    startedAt: new Date(from).toISOString(),
    answeredAt: new Date(from + 6_000).toISOString(),
    endedAt: new Date(from + 176_000 + index * 20_000).toISOString(),
    speech: { name: 'Accueil', stepsReached: 4, stepsTotal: 4, fieldsFilled: 1, fieldsTotal: 2 },
    disposition: { given: 'ECH-OK', expected: ['ECH-OK'] },
    ...change,
  });
};
export const runs: readonly PlayRun[] = [
  runAt(0, '09:02:00'),
  runAt(1, '09:08:00', { heldMs: 41_000 }),
  runAt(2, '09:14:00', {
    ending: 'angry',
    heldMs: 52_000,
    disposition: { given: 'PARTI', expected: ['ECH-OK', 'RAPPEL'] },
  }),
  runAt(3, '09:21:00', { ending: 'transferred', transferExpected: true }),
  runAt(4, '09:27:00', { speech: null }),
];

const deeds: readonly Deed[] = [
  {
    kind: 'said',
    text: 'Oui, bonjour… C’est pour… attendez, je retrouve mon papier.',
    at: today('09:25:04'),
  },
  { kind: 'music', text: '', at: today('09:25:09') },
  {
    kind: 'said',
    text: 'Voilà. J’ai un numéro de dossier, je peux le taper ?',
    at: today('09:25:13'),
  },
  { kind: 'tones', text: '480127#', at: today('09:25:26') },
];

export const takingWith = (change: Partial<Taking> = {}): Taking => ({
  takingId: id(8300),
  seriesId: series.id,
  title: series.title,
  passMark: series.passMark,
  plays: rolePlays.map(({ id: playId, title, level, brandId }) => ({
    id: playId,
    title,
    level,
    brandId,
  })),
  position: 1,
  stage: 'playing',
  deeds: [...deeds],
  runs: runs.slice(0, 1),
  error: null,
  ...change,
});

export const known: CommandOutput<'training.list'> = {
  rolePlays: [...rolePlays],
  series: [series],
  runs: [...runs]
    .reverse()
    .map((run) => ({ ...run, userId: camille.id, userName: 'Camille Roussel' })),
};

const play = rolePlays[1] as RolePlay;
export const role = playedRole(play, id(8300), series.id);
const played = {
  training: true,
  rolePlay: role,
  match: { status: 'none', lookup: 'not-found' } as const,
  customerId: null,
  customerName: play.character.name,
};
const advisor = { ...quiet.advisor, state: 'pause', pauseReason: 'training', about: null } as const;

export const nadia = {
  ...camille,
  id: id(3),
  firstName: 'Nadia',
  lastName: 'Ferrand',
  role: 'team-lead',
} as const;
const asLead = { session: { ...quiet.session, user: nadia } };

export const trainingStates: { readonly [name: string]: GalleryState } = {
  training: { now: '09:20:00', screen: 'training', slices: {} },
  duplicates: { now: '09:40:00', screen: 'duplicates', slices: asLead },
  'training-lead': { now: '09:40:00', screen: 'training', slices: asLead },
  'training-form': {
    now: '09:40:00',
    screen: 'training',
    slices: asLead,
    press: rolePlays[1]?.title ?? '',
  },
  'training-next': {
    now: '09:24:00',
    screen: 'training',
    slices: { advisor, training: takingWith({ stage: 'between', deeds: [] }) },
  },
  'training-call': {
    now: '09:25:30',
    slices: {
      advisor,
      training: takingWith(),
      calls: [
        talkingCall({ training: true, title: play.character.name, answeredAt: today('09:25:00') }),
      ],
      work: [talkingWork({ ...played, answeredAt: today('09:25:00'), draft: talkingDraft })],
    },
  },
  'training-wrap-up': {
    now: '09:28:10',
    slices: { advisor, training: takingWith(), work: [wrapUpWork(played)] },
  },
  'training-report': {
    now: '09:51:00',
    screen: 'training',
    slices: {
      advisor,
      training: takingWith({ stage: 'finished', position: 5, runs: [...runs] }),
    },
  },
};
