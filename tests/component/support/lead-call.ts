/** Samir's call of the mock-up at 11:49: Yves Delmas, a rise in price, and what Nadia writes. */
import type { Slices } from '@shared/contracts/engine/views.ts';
import type { HelpMessage } from '@shared/contracts/http/help-messages.ts';
import type { SeatCall } from '@shared/contracts/http/seat-call.ts';
import type { BoardState } from '@shared/contracts/live/board-state.ts';
import { type CustomerBundle, customerBundleSchema } from '@shared/contracts/sync/pull.ts';
import { scriptSchema } from '@shared/domain/script/script.ts';
import { at, heleneBundle } from './helene.ts';
import { floor, samirsHelp } from './lead-board.ts';
import { id, reference } from './organisation.ts';
import { managing } from './planning.ts';

const yves = id(702);
const step = (stepId: string, title: string, next?: string) => ({
  id: stepId,
  title,
  text: { default: `${title}.` },
  ...(next === undefined ? {} : { next }),
});

const priceSpeech = scriptSchema.parse({
  id: 'objection-prix',
  version: 5,
  brandId: 'solvenne',
  name: 'Objection prix',
  locale: 'fr',
  direction: 'inbound',
  reasonCodes: [],
  publishedAt: '2026-10-19T08:00:00.000Z',
  opening: { default: 'Bonjour.' },
  openingUnknown: { default: 'Bonjour.' },
  objections: [],
  firstStep: 'accueil',
  steps: [
    step('accueil', 'Accueil', 'ecoute'),
    step('ecoute', 'Écoute', 'motif'),
    step('motif', 'Motif', 'garder'),
    {
      id: 'garder',
      title: 'Garder',
      text: {
        default:
          'Je comprends, {{customer.formalName|cher client}}. Votre prix est revu au 1ᵉʳ décembre, et [[vous restez libre de partir sans frais.]] Je peux vous proposer deux choses.',
      },
      choices: [
        {
          id: 'bloque',
          label: 'Le prix bloqué un an',
          consequence: 'ouvrir l’avenant',
          next: 'accord',
        },
        {
          id: 'geste',
          label: 'Le geste de 40 €',
          consequence: 'dans sa délégation',
          next: 'accord',
        },
        { id: 'part', label: 'Il veut partir', consequence: 'date et confirmation', next: 'adieu' },
      ],
    },
    step('accord', 'Accord', 'recap'),
    step('recap', 'Récapitulatif', 'adieu'),
    step('adieu', 'Congé'),
  ],
});

const { customer } = heleneBundle;
export const yvesBundle: CustomerBundle = customerBundleSchema.parse({
  ...heleneBundle,
  customer: {
    ...customer,
    id: yves,
    civility: 'm',
    firstName: 'Yves',
    lastName: 'Delmas',
    phones: [{ e164: '+33639984200', label: 'mobile' }],
    emails: ['y.delmas@exemple.fr'],
    address: { ...customer.address, postcode: '56000', commune: 'Vannes', inseeCode: '56260' },
    relations: [
      {
        brandId: 'solvenne',
        since: '2014-03-02',
        value12MonthsCents: 146_000,
        segment: 'loyal',
        vip: false,
        relationMode: 'brand-led',
      },
    ],
  },
  cases: [
    {
      ...heleneBundle.cases[0],
      customerId: yves,
      brandId: 'solvenne',
      reference: 'R-20931',
      title: 'Hausse de 14 % sur son contrat Horizon',
      detail: 'Facture du 2 novembre. A comparé, une offre concurrente à 96 € par mois.',
    },
  ],
  consents: heleneBundle.consents.map((one) => ({ ...one, customerId: yves, brandId: 'solvenne' })),
  interactions: heleneBundle.interactions.map((one) => ({ ...one, customerId: yves })),
});

export const seenReference = {
  ...(managing.reference as object),
  ...reference,
  scripts: [...reference.scripts, priceSpeech],
} as Slices['reference'];

/** The same floor, with who is in Samir's call. */
export const seenFloor = (more: Partial<BoardState> = {}): BoardState => {
  const board = floor(more);
  const samir = board.seats.get(samirsHelp.advisorId);
  const call = samir?.now?.call;
  if (samir?.now == null || call == null) return board;
  const now = { ...samir.now, hand: null, call: { ...call, customerId: yves } };
  return { ...board, seats: new Map(board.seats).set(samir.userId, { ...samir, now }) };
};

export const seenSamir: SeatCall = {
  customer: { id: yves, name: 'Yves Delmas' },
  telling: 'told',
  told: {
    callUid: 'call 11:42',
    brandId: 'solvenne',
    direction: 'inbound',
    startedAt: at('2026-11-05T11:36:10'),
    answeredAt: at('2026-11-05T11:36:25'),
    calledNumber: null,
    queue: 'solvenne-service',
    reasonCode: null,
    notes: [
      { at: at('2026-11-05T11:41:00'), text: 'Hausse mal vécue, compare avec une offre à 96 €.' },
    ],
    ivr: {
      steps: [{ kind: 'menu', prompt: null, value: '3', label: 'résilier mon contrat' }],
    } as never,
    speech: {
      scriptId: 'objection-prix',
      version: 5,
      stepId: 'garder',
      path: ['accueil', 'ecoute', 'motif'],
      choices: {},
    },
  },
  line: { at: at('2026-11-05T11:48:05'), talk: true, lead: 'none' },
};

const message = (number: number, time: string, change: Partial<HelpMessage>): HelpMessage => ({
  id: id(number),
  fromId: managing.session.user.id,
  fromName: 'Nadia Ferrand',
  advisorId: samirsHelp.advisorId,
  teamId: null,
  words: '',
  urgency: 'information',
  callId: 'call 11:42',
  at: at(`2026-11-05T${time}`),
  readAt: null,
  isToMe: false,
  readers: [{ userId: samirsHelp.advisorId, name: 'Samir Ouali', at: at(`2026-11-05T${time}`) }],
  ...change,
});

export const leadTalk = {
  hub: 'there' as const,
  messages: [
    message(711, '11:46:40', {
      fromId: samirsHelp.advisorId,
      fromName: 'Samir Ouali',
      words: 'Il demande un responsable, deux fois.',
      readAt: at('2026-11-05T11:46:50'),
      isToMe: true,
      readers: [],
    }),
    message(712, '11:47:10', { words: 'Je suis là. Laisse-le finir.' }),
    message(713, '11:47:50', { words: 'Propose le prix bloqué, j’ai l’accord.' }),
  ],
  waiting: [],
};
