/** A call from the first ring to its wrap-up, as pictured. */
import type { Slices } from '@shared/contracts/engine/views.ts';
import { at } from '../component/support/helene.ts';
import { id } from '../component/support/organisation.ts';
import {
  callWith,
  quiet,
  talkingCall,
  talkingWork,
  workWith,
  wrapUpWork,
} from '../component/support/slices.ts';
import { type GalleryState, item, saved, talkingDraft } from './parts.ts';

const offline: Slices['sync'] = {
  ...quiet.sync,
  hub: 'offline',
  since: at('2026-11-05T11:50:00'),
  waiting: 5,
};

const wrapDraft = {
  ...talkingDraft,
  notes: [
    {
      at: at('2026-11-05T11:47:00'),
      text: 'Reçoit du monde samedi : préfère une solution avant le 7.',
    },
    {
      at: at('2026-11-05T11:51:00'),
      text: 'Choisit l’échange. Code d’entrée 41B, 2ᵉ étage sans ascenseur.',
    },
  ],
  callback: {
    dueAt: at('2026-11-06T14:30:00'),
    assignee: 'me' as const,
    reason: 'vérifier que le canapé est bien arrivé',
  },
};

export const callStates: { readonly [name: string]: GalleryState } = {
  idle: { now: '11:44:06', slices: {} },
  ringing: { now: '11:44:06', slices: { calls: [callWith()], work: [workWith()] } },
  'in-call': {
    now: '11:48:23',
    slices: {
      calls: [talkingCall()],
      work: [talkingWork({ draft: talkingDraft, ...saved })],
      line: { ...quiet.line, training: false },
    },
  },
  'one-way': {
    now: '11:48:23',
    slices: {
      calls: [
        talkingCall({
          mos: 1,
          quality: { reason: 'loss-in', alarm: 'nothing-received', network: 'wifi' },
        }),
      ],
      work: [talkingWork({ draft: talkingDraft, ...saved })],
    },
  },
  'poor-line': {
    now: '11:48:23',
    slices: {
      calls: [
        talkingCall({ mos: 2.9, quality: { reason: 'loss-in', alarm: null, network: 'wifi' } }),
      ],
      work: [talkingWork({ draft: talkingDraft, ...saved })],
    },
  },
  practice: {
    now: '11:45:32',
    slices: {
      calls: [talkingCall({ training: true })],
      work: [talkingWork({ training: true, draft: talkingDraft, ...saved })],
    },
  },
  'held-and-ringing': {
    now: '11:48:23',
    slices: {
      calls: [
        talkingCall({ hold: 'held', muted: true, heldSince: at('2026-11-05T11:47:55') }),
        callWith({
          id: id(7002),
          brandId: 'lorvane',
          title: 'Karim Belkacem',
          startedAt: at('2026-11-05T11:48:14'),
        }),
      ],
      work: [
        talkingWork({ draft: talkingDraft, ...saved }),
        workWith({
          id: id(7002),
          brandId: 'lorvane',
          customerName: 'Karim Belkacem',
          startedAt: at('2026-11-05T11:48:14'),
        }),
      ],
    },
  },
  'wrap-up': {
    now: '11:52:42',
    slices: {
      work: [wrapUpWork({ draft: wrapDraft, ...saved, savedAt: at('2026-11-05T11:52:41') })],
    },
    outbox: [
      item(1, 'interaction.record', '11:52:00', 'sent'),
      item(2, 'case.advance', '11:52:10', 'sent'),
      item(3, 'interaction.wrap-up', '11:52:41', 'sending'),
    ],
  },
  'wrap-up-offline': {
    now: '11:52:42',
    slices: {
      sync: offline,
      work: [
        wrapUpWork({
          draft: { ...wrapDraft, dispositionCode: 'ECH-OK', reasonCode: 'reclamation' },
          ...saved,
        }),
      ],
    },
    outbox: [
      item(1, 'interaction.record', '11:52:00', 'waiting'),
      item(3, 'case.advance', '11:52:41', 'waiting'),
    ],
  },
  'wrap-up-missed': {
    now: '11:45:42',
    slices: {
      work: [
        wrapUpWork({
          answeredAt: null,
          outcome: 'failed',
          endedBy: 'network',
          direction: 'outbound',
        }),
      ],
    },
  },
  'wrap-up-and-ringing': {
    now: '11:52:42',
    slices: {
      calls: [
        callWith({
          id: id(7002),
          brandId: 'lorvane',
          title: 'Karim Belkacem',
          startedAt: at('2026-11-05T11:52:36'),
        }),
      ],
      work: [
        wrapUpWork({ draft: wrapDraft, ...saved }),
        workWith({
          id: id(7002),
          brandId: 'lorvane',
          customerName: 'Karim Belkacem',
          startedAt: at('2026-11-05T11:52:36'),
        }),
      ],
    },
  },
};
