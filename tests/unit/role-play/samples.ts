import type { RolePlay } from '@shared/domain/role-play/role-play.ts';
import type { PlayRun } from '@shared/domain/role-play/run.ts';

const id = (end: string) => `0191c0de-0000-7000-8000-0000000000${end}`;
export const rolePlayId = id('01');

export const aRolePlay = (change: Partial<RolePlay> = {}): RolePlay => ({
  id: rolePlayId,
  version: 1,
  updatedAt: '2026-11-05T08:00:00.000Z',
  brandId: 'kerdoual',
  title: 'Livraison en retard',
  level: 'easy',
  direction: 'inbound',
  character: { name: 'Mme Lenoir', about: 'Cliente depuis 2021.' },
  mood: 'calm',
  goal: 'Savoir quand sa commande arrive.',
  brandNumber: '+33199004110',
  customerNumber: '+33639984150',
  ringPatienceSeconds: 40,
  holdPatienceSeconds: 60,
  steps: [
    { kind: 'listen', atMostSeconds: 10 },
    { kind: 'say', text: 'Bonjour, où est ma commande ?', sound: null },
    { kind: 'hang-up', manner: 'polite' },
  ],
  expectedDispositions: ['renseigne'],
  ...change,
});

/** Answered after 4 s, talked 60 s, nothing wrong. */
export const aRun = (change: Partial<PlayRun> = {}): PlayRun => ({
  id: id('11'),
  takingId: id('21'),
  seriesId: id('31'),
  rolePlayId,
  title: 'Livraison en retard',
  level: 'easy',
  brandId: 'kerdoual',
  startedAt: '2026-11-05T09:00:00.000Z',
  answeredAt: '2026-11-05T09:00:04.000Z',
  endedAt: '2026-11-05T09:01:04.000Z',
  heldMs: 0,
  ending: 'finished',
  transferExpected: false,
  speech: { name: 'Accueil', stepsReached: 4, stepsTotal: 4, fieldsFilled: 1, fieldsTotal: 1 },
  disposition: { given: 'renseigne', expected: ['renseigne'] },
  ...change,
});
