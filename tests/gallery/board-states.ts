/** The live board: a busy morning, one looked at, stale, without the switch, nobody, away. */

import type { BoardState } from '@shared/contracts/live/board-state.ts';
import { usualThresholds } from '@shared/domain/lead-board/thresholds.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { alert, alertRules, alerts, pastAlerts } from '../component/support/lead-alerts.ts';
import {
  floor,
  forecasts,
  leading,
  queueTargets,
  samirsCall,
  samirsHelp,
  samirsQueues,
} from '../component/support/lead-board.ts';
import { quiet, talkingCall, talkingWork } from '../component/support/slices.ts';
import { type GalleryState, saved, talkingDraft } from './parts.ts';

const noHelp = { hand: null, ordered: null, asked: null, given: null, inMyCall: [] };
const talking = {
  calls: [talkingCall()],
  work: [talkingWork({ draft: talkingDraft, ...saved })],
  line: { ...quiet.line, training: false },
};
const aMessage = (change: object) => ({
  id: samirsHelp.helpId,
  fromId: samirsHelp.leadId,
  fromName: 'Nadia Ferrand',
  advisorId: null,
  teamId: null,
  urgency: 'information' as const,
  callId: null,
  at: samirsHelp.since,
  readAt: null,
  isToMe: true,
  readers: [],
  words: '',
  ...change,
});
const received = (urgency: 'urgent' | 'information') => ({
  hub: 'there' as const,
  messages: [
    aMessage(
      urgency === 'urgent'
        ? {
            urgency,
            teamId: samirsHelp.leadId,
            words:
              'Le site de suivi est en panne depuis 11 h 40 : ne promettez aucune date de livraison, proposez un rappel demain matin.',
          }
        : { advisorId: quiet.session.user.id, words: 'Propose le prix bloqué, j’ai l’accord.' },
    ),
  ],
  waiting: [],
});
const [someone, another, third] = [...floor().seats.values()];
const reader = (seat: typeof someone, at: string | null) => ({
  userId: seat?.userId ?? '',
  name: seat?.name ?? '',
  at,
});
const teamTalk = {
  hub: 'there' as const,
  messages: [
    aMessage({
      isToMe: false,
      urgency: 'urgent',
      teamId: floor().teams[0]?.id ?? '',
      words: 'Le site de suivi est en panne : ne promettez aucune date.',
      readers: [
        reader(someone, samirsHelp.since),
        reader(another, samirsHelp.since),
        reader(third, null),
      ],
    }),
  ],
  waiting: [
    {
      id: samirsHelp.leadId,
      to: { kind: 'team' as const, teamId: floor().teams[0]?.id ?? '' },
      words: 'Point d’équipe à 14 h.',
      urgency: 'information' as const,
      at: samirsHelp.since,
      state: 'waits' as const,
    },
  ],
};
const state = (board: BoardState, more: Partial<GalleryState> = {}): GalleryState => ({
  now: '11:48:07',
  slices: leading,
  screen: 'board',
  answers: {
    'lead.watch': () => succeed(board),
    'lead.seat': () => succeed(samirsCall),
    'lead.queue-forecasts': () => succeed({ at: '2026-11-05T10:48:00.000Z', forecasts }),
    'lead.distribution': () => succeed(samirsQueues()),
    'lead.queue-targets': () => succeed(queueTargets),
    'lead.thresholds': () =>
      succeed({ teamId: board.teams[0]?.id, version: 1, thresholds: usualThresholds }),
  } as never,
  ...more,
});

const deciding = {
  'lead.watch': () => succeed(floor()),
  'lead.thresholds': () =>
    succeed({ teamId: floor().teams[0]?.id, version: 1, thresholds: usualThresholds }),
  'lead.alert-rules': () => succeed(alertRules),
  'lead.alert-log': () => succeed({ alerts: pastAlerts }),
} as never;

export const boardStates: { readonly [name: string]: GalleryState } = {
  board: state(floor()),
  'board-advisor': state(floor(), { presses: [/^Samir Ouali/] }),
  'board-whisper': state(floor(), {
    presses: [/^Samir Ouali/],
    slices: { ...leading, help: { ...noHelp, given: samirsHelp } },
  }),
  'board-order': state(floor(), { presses: [/^Samir Ouali/, /^(Changer d’état|Change state)/] }),
  'hand-raised': {
    now: '11:48:23',
    slices: {
      ...talking,
      help: {
        ...noHelp,
        hand: {
          since: new Date((floor().trueAt ?? 0) - 240_000).toISOString(),
          words: 'Le client veut un responsable',
        },
        inMyCall: [
          {
            helpId: samirsHelp.helpId,
            leadName: 'Nadia Ferrand',
            way: 'whisper',
            since: samirsHelp.since,
          },
        ],
      },
    },
  },
  'board-team-message': state(floor(), {
    presses: [/^(Écrire à l’équipe|Write to the team)/],
    slices: { ...leading, helpMessages: teamTalk },
  }),
  'message-urgent': {
    now: '11:48:23',
    slices: { ...talking, helpMessages: received('urgent') },
  },
  'message-answered': {
    now: '11:48:23',
    slices: { ...talking, helpMessages: received('information') },
    presses: [/^(Répondre|Answer)/],
  },
  'board-move': state(floor(), { presses: [/^Samir Ouali/, /^(Déplacer de file|Move queue)/] }),
  'board-targets': state(floor(), { presses: [/^(Seuils|Thresholds)/] }),
  'board-stuck': state(floor(), { presses: [/^Maud Renard/] }),
  'board-need': state(floor(), { presses: [/^(Par nom|By name)/] }),
  'board-stale': state(floor({ status: 'lost', trueAt: (floor().trueAt ?? 0) - 34_000 }), {
    slices: { ...leading, sync: { ...quiet.sync, hub: 'offline' as const } },
  }),
  'board-no-switch': state(
    floor({
      sources: {
        switch: 'away',
        switchSince: new Date((floor().trueAt ?? 0) - 20_000).toISOString(),
      },
    }),
  ),
  'board-nobody': state(floor({ seats: new Map(), queues: [], campaigns: [] })),
  'board-keys': state(floor(), { overlay: 'keys' }),
  'board-thresholds': state(floor(), { presses: [/^(Seuils|Thresholds)/], answers: deciding }),
  'board-alert-rules': state(floor(), {
    presses: [/^(Seuils|Thresholds)/, /^(Alertes|Alerts)$/],
    answers: deciding,
  }),
  'board-alert-log': state(floor(), {
    presses: [/^(Seuils|Thresholds)/, /^(Sept jours|Seven days)$/],
    answers: deciding,
  }),
  'alert-strip': state(floor(), {
    screen: 'customers',
    slices: { ...leading, alerts: { open: alerts } },
  }),
  'alert-further': state(floor(), {
    screen: 'customers',
    slices: {
      ...leading,
      alerts: {
        open: [
          alert('stuck', 'Anne-Laure de la Villemarqué-Kersauson du Plessis', 12, {
            escalatedAt: new Date(floor().trueAt ?? 0).toISOString(),
          }),
        ],
      },
    },
  }),
  'alert-offline': state(floor(), {
    screen: 'customers',
    slices: {
      ...leading,
      alerts: { open: alerts },
      sync: { ...quiet.sync, hub: 'offline' as const },
    },
  }),
  wallboard: state(floor(), { page: 'wall' }),
  'wallboard-stale': state(floor({ status: 'lost', trueAt: (floor().trueAt ?? 0) - 34_000 }), {
    page: 'wall',
  }),
  'board-loading': state(floor(), {
    answers: { 'lead.watch': () => fail('hub-unreachable') } as never,
  }),
};
