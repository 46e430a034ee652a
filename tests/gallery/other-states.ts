/** Everything but the plain way of a call: who it is, the other screens, long texts. */
import type { OutboxItem } from '@shared/contracts/engine/outbox.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { at, heleneBundle } from '../component/support/helene.ts';
import { id } from '../component/support/organisation.ts';
import {
  callWith,
  emptyDraft,
  quiet,
  talkingCall,
  talkingWork,
  workWith,
} from '../component/support/slices.ts';
import { type GalleryState, item, onSolution, saved, talkingDraft } from './parts.ts';

const conflict: OutboxItem['conflict'] = {
  base: { phones: [{ e164: '+33639985502', label: 'mobile' }], emails: [] },
  mine: { phones: [{ e164: '+33639985521', label: 'mobile' }], emails: [] },
  hub: {
    ...heleneBundle.customer,
    phones: [{ e164: '+33639985512', label: 'mobile' }],
    emails: ['o.marchand@exemple.fr'],
    updatedAt: at('2026-11-05T12:14:00'),
  },
  others: [
    { field: 'phones', by: 'source', name: 'Agence de Rennes', at: at('2026-11-05T12:14:00') },
  ],
};

const unknown = {
  match: { status: 'none' as const, lookup: 'not-found' as const },
  customerId: null,
  customerName: '06 39 98 62 04',
  numberDisplay: '06 39 98 62 04',
  number: '+33639986204',
};

const household = (number: number, lastName: string, exchanges: [string, string, string][]) => ({
  ...heleneBundle,
  customer: { ...heleneBundle.customer, id: id(number), lastName },
  cases: [],
  callbacks: [],
  interactions: exchanges.map(([day, channel, summary], index) => ({
    ...(heleneBundle.interactions[0] as CustomerBundle['interactions'][number]),
    id: id(number * 10 + index),
    customerId: id(number),
    startedAt: at(`2026-${day}T10:00:00`),
    endedAt: at(`2026-${day}T10:03:10`),
    channel: channel as 'web',
    direction: 'inbound' as const,
    outcome: 'done' as const,
    customerWords: null,
    call: null,
    title: summary,
    summary,
  })),
});

const longName = 'Marie-Charlotte de la Rochefoucauld-Montmorency-Dubreuil';
const longBundle: CustomerBundle = {
  ...heleneBundle,
  customer: {
    ...heleneBundle.customer,
    firstName: 'Marie-Charlotte',
    lastName: 'de la Rochefoucauld-Montmorency-Dubreuil',
  },
  cases: Array.from({ length: 5 }, (_, index) => ({
    ...(heleneBundle.cases[0] as CustomerBundle['cases'][number]),
    id: id(860 + index),
    title:
      'Un titre de dossier qui raconte toute l’histoire de la livraison manquée, du début à la fin, sans respirer',
    detail: 'Très long. '.repeat(60),
  })),
};

export const otherStates: { readonly [name: string]: GalleryState } = {
  'due-line': { now: '11:53:05', slices: {}, screen: 'knowledge' },
  'due-line-talking': {
    now: '11:53:05',
    slices: { calls: [talkingCall()], work: [talkingWork({ draft: talkingDraft })] },
  },
  chooser: {
    now: '11:44:04',
    slices: {
      calls: [callWith({ title: '3 fiches possibles', numberDisplay: '01 99 00 73 15' })],
      work: [
        workWith({
          customerId: null,
          customerName: '3 fiches possibles',
          numberDisplay: '01 99 00 73 15',
          match: {
            status: 'several',
            candidates: [
              {
                customerId: id(61),
                name: 'Mireille Guéguen',
                place: 'Quimper',
                evidence: 'commande 4471 3320 en préparation, 6 appels d’ici',
                verdict: 'likely',
                standing: { is: 'since', year: '2015', civility: 'mme' },
                lastCallAt: at('2026-10-28T10:12:00'),
              },
              {
                customerId: id(62),
                name: 'Loïc Guéguen',
                place: 'Quimper',
                evidence: 'une commande en 2023, a appelé une fois',
                verdict: 'possible',
                standing: { is: 'same-address' },
                lastCallAt: null,
              },
              {
                customerId: id(63),
                name: 'Cabinet Guéguen et Riou',
                place: 'Quimper',
                evidence: 'numéro cité dans un e-mail de 2022',
                verdict: 'unlikely',
                standing: { is: 'company' },
                lastCallAt: null,
              },
            ],
          },
        }),
      ],
    },
    bundles: [
      household(61, 'Guéguen', [
        ['11-04', 'web', 'Commande 4471 3320 en préparation'],
        ['11-02', 'web', 'Table Groix, 640 €'],
        ['10-28', 'phone', 'Dimensions de la table'],
        ['10-03', 'store', 'Devis gardé par Aziliz, vendeuse'],
      ]),
      household(62, 'Guéguen', [['05-12', 'phone', 'Une question sur une facture']]),
    ],
  },
  hidden: {
    now: '11:44:22',
    slices: {
      calls: [
        talkingCall({
          numberHidden: true,
          number: null,
          numberDisplay: '',
          title: 'Numéro masqué',
        }),
      ],
      work: [
        talkingWork({
          match: { status: 'hidden' },
          customerId: null,
          customerName: 'Numéro masqué',
          number: null,
          numberDisplay: '',
        }),
      ],
    },
  },
  unknown: {
    now: '11:44:34',
    slices: {
      calls: [talkingCall({ title: '06 39 98 62 04', numberDisplay: '06 39 98 62 04' })],
      work: [
        talkingWork({
          ...unknown,
          draft: { ...emptyDraft, speech: { ...onSolution, choices: {} } },
        }),
      ],
    },
  },
  'unknown-ringing': {
    now: '11:44:04',
    slices: {
      calls: [callWith({ title: '06 39 98 62 04' })],
      work: [workWith({ ...unknown, likelyReasons: [] })],
    },
  },
  outbox: {
    now: '12:22:00',
    screen: 'outbox',
    slices: { sync: { ...quiet.sync, since: at('2026-11-05T12:19:00'), parked: 2, waiting: 2 } },
    outbox: [
      item(1, 'customer.change', '12:11:00', 'parked', {
        code: 'version-superseded',
        conflict,
        customerName: 'Odile Marchand',
        brandId: 'solvenne',
      }),
      item(2, 'callback.create', '12:04:00', 'parked', {
        code: 'callback-taken',
        brandId: 'solvenne',
        customerName: 'M. Armand',
      }),
      item(3, 'interaction.wrap-up', '12:04:10', 'waiting'),
      item(4, 'callback.create', '12:09:00', 'waiting', { after: id(3003) }),
      item(5, 'interaction.record', '12:12:00', 'sent'),
      item(6, 'consent.record', '12:06:00', 'sent', { brandId: 'lorvane' }),
    ],
  },
  'outbox-refused': {
    now: '12:22:00',
    screen: 'outbox',
    slices: { sync: { ...quiet.sync, since: at('2026-11-05T12:19:00'), parked: 2, waiting: 0 } },
    outbox: [
      item(1, 'case.advance', '12:11:00', 'parked', {
        code: 'version-superseded',
        remedies: ['mine', 'drop'],
        standing: {
          kind: 'complaint',
          mine: 'resolved',
          hub: 'waiting',
          at: at('2026-11-05T12:14:00'),
        },
      }),
      item(2, 'interaction.record', '12:12:00', 'parked', {
        code: 'case-unknown',
        remedies: ['without-case', 'again', 'drop'],
      }),
    ],
  },
  customer: { now: '11:44:06', screen: 'customers', slices: {}, bundles: [heleneBundle] },
  'sign-in': {
    now: '08:52:00',
    slices: {
      session: {
        ...quiet.session,
        status: 'signed-out',
        user: null,
        error: null,
        sealedOfOthers: 1,
      },
    },
  },
  'sign-in-refused': {
    now: '08:52:00',
    slices: {
      session: { ...quiet.session, status: 'signed-out', user: null, error: 'sign-in-refused' },
    },
  },
  check: {
    now: '08:56:00',
    screen: 'check',
    slices: {
      checks: quiet.checks.map((check) =>
        check.id === 'ringer'
          ? {
              ...check,
              status: 'failed' as const,
              measure: null,
              detail: 'Enceinte Lumo',
              error: 'device-unplugged' as const,
            }
          : check,
      ),
    },
  },
  'check-passed': {
    now: '08:56:00',
    screen: 'check',
    slices: { soundTest: { state: 'idle', levelDb: null, verdict: 'good', voiceDb: -21 } },
  },
  'sign-in-lost': {
    now: '08:52:00',
    slices: {
      session: { ...quiet.session, status: 'signed-out', user: null, error: 'vault-key-lost' },
    },
  },
  settings: { now: '08:56:00', screen: 'settings', slices: {} },
  keys: { now: '11:44:06', overlay: 'keys', slices: {} },
  keypad: {
    now: '11:48:23',
    overlay: 'keypad',
    slices: { calls: [talkingCall()], work: [talkingWork({ draft: talkingDraft, ...saved })] },
  },
  long: {
    now: '11:48:23',
    slices: {
      calls: [talkingCall({ title: longName })],
      work: [
        talkingWork({
          customerName: longName,
          draft: {
            ...talkingDraft,
            notes: Array.from({ length: 9 }, (_, index) => ({
              at: at(`2026-11-05T11:4${index}:00`),
              text: 'Une note assez longue pour passer à la ligne suivante. '.repeat(3),
            })),
          },
        }),
      ],
    },
    bundles: [longBundle],
  },
  card: {
    now: '11:44:06',
    page: 'card',
    slices: {
      card: {
        callId: id(7001),
        brand: quiet.reference.brands[0] ?? null,
        title: 'Hélène Vasseur',
        numberDisplay: '06 39 98 41 17',
        place: 'Brest',
        vip: true,
        reasons: [
          {
            kind: 'unanswered',
            title: 'E-mail',
            at: at('2026-11-04T18:42:00'),
            channel: 'email',
            verdict: 'almost-sure',
          },
          {
            kind: 'open-case',
            title: 'Pied avant gauche cassé à la livraison',
            at: at('2026-11-04T18:42:00'),
            channel: null,
            verdict: 'almost-sure',
          },
        ],
        candidates: 1,
        ringingSince: at('2026-11-05T11:44:00'),
        training: false,
      },
    },
  },
};
