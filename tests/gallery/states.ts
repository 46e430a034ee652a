/** Each state of the program that a picture is taken of, as the engine would deliver it. */
import type { OutboxItem } from '@shared/contracts/engine/commands.ts';
import { outboxItemSchema } from '@shared/contracts/engine/commands.ts';
import type { Slices } from '@shared/contracts/engine/views.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { FakeEngine } from '../component/support/fake-engine.ts';
import { at, callbacks, helene, heleneBundle } from '../component/support/helene.ts';
import { id } from '../component/support/organisation.ts';
import {
  callWith,
  emptyDraft,
  quiet,
  slicesWith,
  talkingCall,
  talkingWork,
  workWith,
  wrapUpWork,
} from '../component/support/slices.ts';

export type GalleryState = {
  readonly now: string;
  readonly slices: Partial<Slices>;
  readonly bundles?: readonly CustomerBundle[];
  readonly screen?: 'customers' | 'outbox' | 'check' | 'settings';
  readonly overlay?: 'keys' | 'keypad';
  readonly page?: 'card';
  readonly outbox?: readonly OutboxItem[];
};

const onSolution = {
  scriptId: 'reclamation-livraison',
  version: 7,
  stepId: 'solution',
  path: ['welcome', 'facts'],
  choices: { solution: 'foot' },
  fields: {},
  objections: [],
};

const talkingDraft = {
  ...emptyDraft,
  speech: onSolution,
  notes: [
    {
      at: at('2026-11-05T11:45:00'),
      text: 'Pied avant gauche cassé net, cliente calme mais lasse d’attendre.',
    },
    {
      at: at('2026-11-05T11:47:00'),
      text: 'Reçoit du monde samedi : préfère une solution avant le 7.',
    },
  ],
};
const saved = { savedAt: at('2026-11-05T11:48:09'), saved: 'disk' as const, revision: 90 };

const offline: Slices['sync'] = {
  ...quiet.sync,
  hub: 'offline',
  since: at('2026-11-05T11:50:00'),
  waiting: 5,
};

const item = (
  number: number,
  kind: string,
  time: string,
  status: OutboxItem['status'],
  more: Partial<OutboxItem> = {},
): OutboxItem =>
  outboxItemSchema.parse({
    id: id(3000 + number),
    kind,
    madeAt: at(`2026-11-05T${time}`),
    customerId: helene,
    customerName: 'Hélène Vasseur',
    brandId: 'kerdoual',
    status,
    sentAt: status === 'sent' ? at(`2026-11-05T${time}`) : null,
    code: null,
    detail: null,
    after: null,
    conflict: null,
    ...more,
  });

const conflict: OutboxItem['conflict'] = {
  base: { phones: [{ e164: '+33639985502', label: 'mobile' }], emails: [] },
  mine: { phones: [{ e164: '+33639985521', label: 'mobile' }], emails: [] },
  hub: {
    ...heleneBundle.customer,
    phones: [{ e164: '+33639985512', label: 'mobile' }],
    emails: ['o.marchand@exemple.fr'],
    updatedAt: at('2026-11-05T12:14:00'),
  },
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

const unknown = {
  match: { status: 'none' as const, lookup: 'not-found' as const },
  customerId: null,
  customerName: '06 39 98 62 04',
  numberDisplay: '06 39 98 62 04',
  number: '+33639986204',
};

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

export const states: { readonly [name: string]: GalleryState } = {
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
              },
              {
                customerId: id(62),
                name: 'Loïc Guéguen',
                place: 'Quimper',
                evidence: 'une commande en 2023, a appelé une fois',
                verdict: 'possible',
              },
              {
                customerId: id(63),
                name: 'Cabinet Guéguen et Riou',
                place: 'Quimper',
                evidence: 'numéro cité dans un e-mail de 2022',
                verdict: 'unlikely',
              },
            ],
          },
        }),
      ],
    },
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
              error: 'microphone-missing' as const,
            }
          : check,
      ),
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
        reason: 'Réclamation sans réponse depuis 17 h : canapé livré avec un pied cassé',
        candidates: 1,
        ringingSince: at('2026-11-05T11:44:00'),
        training: false,
      },
    },
  },
};

export const engineOf = (state: GalleryState): FakeEngine =>
  new FakeEngine(slicesWith(state.slices), state.bundles ?? [heleneBundle], {
    'callbacks.list': () => ({ ok: true, value: callbacks }),
    'outbox.list': () => ({ ok: true, value: [...(state.outbox ?? [])] }),
    'customer.search': () => ({
      ok: true,
      value: [
        {
          customerId: helene,
          name: 'Hélène Vasseur',
          place: 'Brest',
          phone: '06 39 98 41 17',
          vip: true,
          brandIds: ['kerdoual'],
        },
      ],
    }),
  });
