/** The floor of the mock-up at 11:48: forty advisors, four queues, and four who need the lead. */

import type { Distribution } from '@shared/contracts/http/distribution.ts';
import type { SeatContext } from '@shared/contracts/http/seat-context.ts';
import type { Help } from '@shared/contracts/http/team-help.ts';
import type { BoardQueue } from '@shared/contracts/live/board.ts';
import type { BoardState } from '@shared/contracts/live/board-state.ts';
import type { DeskNow } from '@shared/domain/lead-board/desk-now.ts';
import type { Seat } from '@shared/domain/lead-board/seat.ts';
import { usualThresholds } from '@shared/domain/lead-board/thresholds.ts';
import { at } from './helene.ts';
import { id } from './organisation.ts';
import { managing } from './planning.ts';

export const floorAt = Date.parse(at('2026-11-05T11:48:07'));
const ago = (time: string): string => {
  const [minutes = 0, seconds = 0] = time.split(':').map(Number);
  return new Date(floorAt - (minutes * 60 + seconds) * 1000).toISOString();
};
const team = id(9);

type Kind = 'talking' | 'held' | 'ringing' | 'wrap-up' | 'ready' | 'pause' | 'offline';
const brandOf: { readonly [letters: string]: string } = {
  MK: 'kerdoual',
  SE: 'solvenne',
  LV: 'lorvane',
  '': 'kerdoual',
};

const nowOf = (kind: Kind, brandId: string, time: string): DeskNow | null => {
  if (kind === 'offline') return null;
  const since = ago(time);
  const rest = { since, reason: kind === 'pause' ? 'lunch' : null, next: null, otherCalls: 0 };
  if (kind === 'ready' || kind === 'pause' || kind === 'wrap-up')
    return { ...rest, state: kind, call: null, hand: null };
  return {
    ...rest,
    state: kind === 'ringing' ? 'ready' : 'busy',
    hand: null,
    call: {
      callUid: `call ${time}`,
      direction: 'inbound',
      phase: kind === 'ringing' ? 'ringing' : 'talking',
      since: kind === 'held' ? ago('9:00') : since,
      heldSince: kind === 'held' ? since : null,
      brandId,
      queue: `${brandId}-service`,
      campaign: null,
      customerId: null,
      mos: 4,
      speech: null,
    },
  };
};

let number = 600;
const seat = (name: string, kind: Kind, letters: string, time: string, more = {}): Seat => {
  number += 1;
  const brandId = brandOf[letters] ?? 'kerdoual';
  return {
    userId: id(number),
    name,
    teamId: team,
    brandIds: ['kerdoual', 'solvenne', 'lorvane'],
    skills: [],
    extension: String(6000 + number - 600),
    now: nowOf(kind, brandId, time),
    unheardSince: null,
    value: null,
    line: kind === 'offline' ? 'away' : kind === 'talking' || kind === 'held' ? 'in-use' : 'free',
    stuck: null,
    ...more,
  };
};

const samir = (() => {
  const plain = seat('Samir Ouali', 'talking', 'SE', '11:42');
  const hand = { since: ago('1:50'), words: 'Le client veut parler à un responsable.' };
  const speech = {
    scriptId: 'objection-prix',
    version: 5,
    stepId: 'garder',
    since: ago('3:10'),
  };
  const call = plain.now?.call == null ? null : { ...plain.now.call, speech };
  return { ...plain, now: plain.now && { ...plain.now, hand, call } };
})();

const people: readonly Seat[] = [
  seat('Adèle Morin', 'talking', 'MK', '4:02'),
  seat('Amadou Sy', 'talking', 'SE', '1:15'),
  seat('Anne Quéré', 'talking', 'MK', '2:51'),
  seat('Bastien Roy', 'talking', 'LV', '7:20'),
  seat('Camille Roussel', 'talking', 'MK', '4:17', { value: 'vip' }),
  seat('Chloé Vidal', 'wrap-up', '', '0:35'),
  seat('Claire Nédélec', 'talking', 'SE', '0:51'),
  seat('David Lopes', 'pause', '', '6:10'),
  seat('Elsa Garnier', 'talking', 'MK', '3:33'),
  seat('Émile Tran', 'ready', '', '1:05'),
  seat('Farida Ziani', 'talking', 'MK', '5:48'),
  seat('Gaël Prigent', 'held', 'SE', '0:28'),
  seat('Hugo Blin', 'talking', 'MK', '2:09'),
  seat('Inès Ferreira', 'wrap-up', 'LV', '3:52'),
  seat('Jade Colin', 'talking', 'MK', '6:12'),
  seat('Jules Marty', 'ringing', 'LV', '0:04'),
  seat('Karine Poul', 'talking', 'SE', '1:58'),
  seat('Kévin Dauphin', 'offline', '', '0:00'),
  seat('Laure Simon', 'talking', 'MK', '0:22'),
  seat('Léo Barbier', 'talking', 'LV', '3:07'),
  seat('Lina Haddou', 'pause', '', '12:31'),
  seat('Louis Picard', 'talking', 'SE', '2:44'),
  seat('Maëlle Le Bris', 'talking', 'MK', '5:21', { unheardSince: ago('0:40') }),
  seat('Malik Benali', 'talking', 'LV', '8:01'),
  seat('Manon Dubost', 'wrap-up', '', '0:12'),
  seat('Marc Oger', 'talking', 'MK', '1:39'),
  seat('Marie Thil', 'held', 'SE', '1:46'),
  seat('Mathis Leroux', 'talking', 'LV', '4:55'),
  seat('Maud Renard', 'ready', '', '0:09', {
    line: 'away',
    stuck: { kind: 'line-not-registered', since: ago('0:20') },
  }),
  seat('Nina Costa', 'talking', 'MK', '0:37'),
  seat('Noé Fabre', 'talking', 'MK', '3:20'),
  seat('Oscar Pham', 'pause', '', '3:02'),
  seat('Paula Reis', 'talking', 'MK', '5:05'),
  seat('Rémi Jégou', 'wrap-up', 'LV', '1:02'),
  seat('Rose Allain', 'talking', 'MK', '2:31'),
  samir,
  seat('Sarah Klein', 'ready', '', '0:55'),
  seat('Théo Lamy', 'talking', 'LV', '1:27'),
  seat('Yasmine Attia', 'ringing', 'MK', '0:02'),
  seat('Zoé Menard', 'talking', 'MK', '6:40'),
];

const queue = (label: string, brandId: string, more: Partial<BoardQueue>): BoardQueue => ({
  name: `${brandId}-service`,
  label,
  brandId,
  waiting: 0,
  longestSince: null,
  offered: 100,
  answered: 97,
  answeredInTime: 88,
  abandoned: 3,
  staffed: 6,
  paused: 0,
  preferred: [],
  goal: { answeredShare: null, waitS: null },
  ...more,
});

export const floor = (more: Partial<BoardState> = {}): BoardState => ({
  status: 'live',
  trueAt: floorAt,
  seats: new Map(people.map((one) => [one.userId, one])),
  teams: [{ id: team, name: 'Rennes', site: null }],
  thresholds: { [team]: usualThresholds },
  queues: [
    queue('Service clients', 'kerdoual', {
      waiting: 4,
      longestSince: ago('2:14'),
      answeredInTime: 79,
      staffed: 9,
      preferred: [
        {
          position: 1,
          priority: 12,
          why: [{ by: 'vip' }, { by: 'deadline', dueAt: ago('-18:00') }],
        },
        { position: 3, priority: 0, why: [{ by: 'last-advisor', until: ago('-1:00') }] },
      ],
    }),
    queue('Contrats et factures', 'solvenne', {
      waiting: 3,
      longestSince: ago('0:48'),
      answeredInTime: 86,
      staffed: 8,
      paused: 1,
    }),
    queue('Modifications de vol', 'lorvane', { answeredInTime: 94 }),
  ],
  campaigns: [
    {
      id: id(701),
      name: 'Bilan isolation',
      brandId: 'solvenne',
      left: 26,
      won: 74,
      target: 120,
      callers: 7,
    },
  ],
  sources: { switch: 'ready', switchSince: ago('200:00') },
  ...more,
});

export const samirsCall: SeatContext = {
  customer: {
    id: id(702),
    name: 'Yves Delmas',
    openCase: 'Hausse de 14 % sur son contrat Horizon',
  },
  speech: { name: 'Objection prix', version: 5, step: 'Objection prix', place: 4, steps: 7 },
  today: { calls: 19, averageHandlingMs: 380_000 },
  hour: [
    { state: 'busy', from: ago('62:00') },
    { state: 'wrap-up', from: ago('49:00') },
    { state: 'ready', from: ago('46:00') },
    { state: 'busy', from: ago('45:00') },
    { state: 'wrap-up', from: ago('32:00') },
    { state: 'busy', from: ago('29:00') },
    { state: 'wrap-up', from: ago('17:00') },
    { state: 'ready', from: ago('14:00') },
    { state: 'busy', from: ago('11:42') },
  ],
};

export const samirsHelp: Help = {
  helpId: id(703),
  leadId: id(704),
  leadName: 'Nadia Ferrand',
  advisorId: samir.userId,
  advisorName: samir.name,
  way: 'whisper',
  reason: 'aide demandée',
  callId: 'call 11:42',
  brandId: 'solvenne',
  since: ago('1:24'),
  takenOverAt: null,
};

/** The morning so far and what is told of the next two hours: one queue is short by noon. */
export const forecasts = floor().queues.map(({ name }, place) => ({
  queue: name,
  quarters: Array.from({ length: 16 }, (_, quarter) => ({
    from: new Date(Date.parse(at('2026-11-05T09:45:00')) + quarter * 15 * 60_000).toISOString(),
    calls: (place === 2 ? 3 : 14) + ((quarter * 7 + place * 3) % 6),
    isOver: quarter < 8,
    needed: quarter < 8 ? null : ([8 + (quarter % 3) * 2, 8, 5][place] ?? 4),
  })),
}));
/** A lead who is signed in. */
export const leading = {
  ...managing,
  session: {
    ...managing.session,
    user: {
      ...managing.session.user,
      firstName: 'Nadia',
      lastName: 'Ferrand',
      role: 'team-lead' as const,
    },
  },
};

const rule = { isDriven: true, principles: ['brand'] as const, required: [], version: 1 };
const byPrinciples = {
  ...rule,
  principles: [...rule.principles],
  byValue: null,
  lastAdvisor: null,
};
const servedBy = (userId: string) => ({
  userId,
  penalty: 0,
  why: [{ by: 'brand' as const }],
  isThere: true,
  isPaused: false,
  pauseReason: '',
});

/** Who serves which queue: Samir one, and for an hour another. */
export const samirsQueues = (more: Partial<Distribution> = {}): Distribution => ({
  switch: 'ready',
  queues: floor().queues.map(({ name, label, brandId }) => ({
    queue: name,
    label,
    brandId,
    rule: byPrinciples,
    members: brandId === 'lorvane' ? [] : [servedBy(samir.userId)],
  })),
  people: [],
  moves: [
    {
      id: id(705),
      userId: samir.userId,
      queue: 'kerdoual-service',
      direction: 'in',
      penalty: 0,
      reason: 'Pic du matin après l’envoi du catalogue',
      by: id(704),
      since: ago('10:00'),
      until: ago('-50:00'),
    },
  ],
  pauses: [],
  ...more,
});

export const queueTargets = {
  targets: floor().queues.map(({ name, label, brandId }) => ({
    queue: name,
    label,
    brandId,
    target: { targetS: 20, shortS: 5, answeredShare: null, waitS: null },
    version: 0,
  })),
};
