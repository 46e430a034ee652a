/** Calls that wait for the team, and the desk that takes no calls. */
import type { Slices } from '@shared/contracts/engine/views.ts';
import { at, helene } from '../component/support/helene.ts';
import { id } from '../component/support/organisation.ts';
import { quiet, talkingCall, talkingWork } from '../component/support/slices.ts';
import { type GalleryState, saved, talkingDraft } from './parts.ts';

const parked: Slices['teamCalls'][number] = {
  id: id(9101),
  kind: 'parked',
  place: '703',
  brandId: 'kerdoual',
  number: '+33639984117',
  numberDisplay: '06 39 98 41 17',
  numberHidden: false,
  calledNumber: '+33199004110',
  calledLabel: 'Service clients',
  queue: 'kerdoual-service',
  callUid: 'uid-1',
  customerId: helene,
  customerName: 'Hélène Vasseur',
  note: 'attend la réponse du transporteur',
  byId: id(8001),
  byName: 'Yanis Morel',
  since: at('2026-11-05T11:51:22'),
  until: at('2026-11-05T11:52:52'),
  byMe: false,
};
const ringing: Slices['teamCalls'][number] = {
  ...parked,
  id: id(9102),
  kind: 'ringing',
  place: '6003',
  brandId: 'lorvane',
  customerId: null,
  customerName: 'Karim Belkacem',
  note: '',
  byName: 'Léa Fontaine',
  since: at('2026-11-05T11:51:58'),
};
const mine = { ...parked, id: id(9103), byMe: true, byName: 'Camille Roussel', note: '' };

const line: Slices['line'] = { ...quiet.line, training: false, parks: true, picksUp: true };

export const teamStates: { readonly [name: string]: GalleryState } = {
  'team-calls': { now: '11:52:04', slices: { line, teamCalls: [parked, ringing] } },
  'team-calls-in-talk': {
    now: '11:52:04',
    slices: {
      line,
      calls: [talkingCall()],
      work: [talkingWork({ draft: talkingDraft, ...saved })],
      teamCalls: [parked, ringing, mine],
    },
  },
  'own-parked': { now: '11:52:04', slices: { line, teamCalls: [mine] } },
  'transfer-favourites': {
    now: '11:52:04',
    overlay: 'transfer',
    slices: {
      calls: [talkingCall()],
      work: [talkingWork({ draft: talkingDraft, ...saved })],
      favourites: [
        { kind: 'person', ref: id(8003), number: '6013', name: 'Claire Nédélec' },
        {
          kind: 'outside',
          ref: '+33199006122',
          number: '+33199006122',
          name: 'Boutique de Brest',
        },
      ],
    },
  },
  parking: {
    now: '11:52:04',
    slices: {
      line,
      calls: [
        talkingCall({ transfer: { to: '703', stage: 'trying', failure: null, parking: true } }),
      ],
      work: [talkingWork({ draft: talkingDraft, ...saved })],
    },
  },
  'do-not-disturb': {
    now: '11:52:04',
    slices: {
      advisor: {
        ...quiet.advisor,
        state: 'do-not-disturb',
        cause: 'chosen',
        about: null,
        notPutThrough: 2,
      },
    },
  },
};
