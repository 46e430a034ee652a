/** The search: beside a talk with what belongs to it, with somebody read beside, empty, hub away. */
import { at, helene, heleneBundle } from '../component/support/helene.ts';
import { id } from '../component/support/organisation.ts';
import { quiet, talkingCall, talkingWork } from '../component/support/slices.ts';
import { type GalleryState, talkingDraft } from './parts.ts';

const longName = 'Marie-Charlotte de la Rochefoucauld-Montmorency-Dubreuil';
const hit = (number: number, name: string, place: string, brandIds: readonly string[]) => ({
  customerId: number === 0 ? helene : id(7300 + number),
  name,
  place,
  phone: `+3363998${4100 + number}`,
  vip: number === 0,
  brandIds: [...brandIds],
  because: null,
});
const hits = [
  hit(0, 'Hélène Vasseur', 'Brest', ['kerdoual', 'solvenne']),
  hit(1, 'Karim Belkacem', 'Nantes', ['lorvane']),
  hit(2, 'Sophie Belleville', 'Lorient', ['kerdoual']),
  hit(3, `${longName} Bellanger`, 'Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson', ['solvenne']),
];
const order = (number: number, kind: 'order' | 'cart', reference: string, words: string) => ({
  id: id(7400 + number),
  kind,
  customerId: helene,
  brandId: 'kerdoual',
  reference,
  at: at('2026-11-03T10:00:00'),
  until: null,
  amountCents: 129_000,
  words,
  bought: false,
});
const bundle = {
  ...heleneBundle,
  purchases: [
    order(1, 'order', '4471 2086', 'Canapé Belle-Île lin'),
    order(2, 'cart', 'P-5120', 'Table Groix et quatre chaises Belle-Île'),
  ],
};
const answers = {
  'customer.search': () => ({ ok: true, value: hits }),
  'customer.search-hub': () => ({
    ok: true,
    value: { asked: true, hits: [hit(9, 'Bélinda Roche', 'Toulouse', ['kerdoual'])] },
  }),
  'customer.open': () => ({
    ok: true,
    value: { bundle, freshAt: at('2026-11-05T11:43:00') },
  }),
};
const inCall: GalleryState = {
  now: '11:48:31',
  slices: { calls: [talkingCall()], work: [talkingWork({ draft: talkingDraft })] },
  bundles: [bundle],
  overlay: 'finder',
  search: { typed: 'bel' },
  answers,
};

export const finderStates: { readonly [name: string]: GalleryState } = {
  'finder-in-call': inCall,
  'finder-in-call-read': {
    ...inCall,
    search: { typed: 'bel', keys: ['ArrowDown', 'ArrowDown', 'Alt+Enter'] },
  },
  'finder-read': {
    now: '11:48:31',
    slices: {},
    search: { typed: 'bel', keys: ['Alt+Enter'] },
    answers,
  },
  'finder-offline': {
    now: '11:48:31',
    slices: { sync: { ...quiet.sync, hub: 'offline' } },
    search: { typed: 'bel', keys: ['Tab', 'Tab'] },
    answers: {
      ...answers,
      'customer.search-hub': () => ({ ok: true, value: { asked: false, hits: [] } }),
    },
  },
  'finder-nobody': {
    now: '11:48:31',
    slices: {},
    search: { typed: 'zzz' },
    answers: {
      'customer.search': () => ({ ok: true, value: [] }),
      'customer.search-hub': () => ({ ok: true, value: { asked: true, hits: [] } }),
    },
  },
};
