/** What is long or many: names of sixty letters, a company's whole style, twelve brands. */
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { pair } from '../component/support/duplicates.ts';
import { at, helene, heleneBundle } from '../component/support/helene.ts';
import { camille, id, reference } from '../component/support/organisation.ts';
import {
  callWith,
  quiet,
  talkingCall,
  talkingWork,
  workWith,
} from '../component/support/slices.ts';
import { sampleMap } from './map-states.ts';
import { type GalleryState, item, talkingDraft } from './parts.ts';

const firstName = 'Marie-Charlotte Bérengère';
const lastName = 'de la Rochefoucauld-Montmorency-Dubreuil';
const name = `${firstName} ${lastName}`;
const company =
  'Société coopérative d’intérêt collectif des Faïenceries et Arts de la Table réunis';
const commune = 'Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson';

const twelve = Array.from({ length: 12 }, (_, at) => {
  const [first] = reference.brands;
  const known = reference.brands[at];
  if (known !== undefined || first === undefined) return known ?? [];
  const letters = String.fromCharCode(65 + at);
  const words = `Maison de la Faïencerie ${letters}`;
  return { ...first, id: `brand-${at}`, name: words, monogram: `F${letters}`, hue: at * 29 };
}).flat();
const many = { ...reference, brands: twelve };
const brandIds = twelve.map((one) => one.id);
const session = {
  ...quiet.session,
  user: { ...camille, firstName, lastName, role: 'team-lead' as const, brandIds },
};
const slices = { reference: many, session };

const [relation] = heleneBundle.customer.relations;
const bundle: CustomerBundle = {
  ...heleneBundle,
  customer: {
    ...heleneBundle.customer,
    firstName,
    lastName,
    companyName: company,
    address: {
      lines: ['Résidence des Grands Maréchaux, bâtiment C, escalier 14, appartement 1207'],
      postcode: '51290',
      commune,
      inseeCode: '51513',
      country: 'FR',
    },
    emails: ['marie-charlotte-berengere.de-la-rochefoucauld@faienceries-reunies.exemple.fr'],
    relations: brandIds.flatMap((brandId) => (relation ? [{ ...relation, brandId }] : [])),
  },
  purchases: Array.from({ length: 7 }, (_, index) => ({
    id: id(7600 + index),
    kind: index % 2 === 0 ? ('order' as const) : ('cart' as const),
    customerId: helene,
    brandId: 'kerdoual',
    reference: `4471 20${index}6`,
    at: at('2026-11-03T10:00:00'),
    until: null,
    amountCents: 123_456_789,
    words:
      'Canapé d’angle convertible Belle-Île en lin lavé, coloris bleu de Groix, avec méridienne',
    bought: false,
  })),
};
const candidate = (number: number, who: string) => ({
  customerId: id(number),
  name: who,
  place: commune,
  evidence: 'numéro cité dans un e-mail de 2022 que le service clients a reçu de quelqu’un d’autre',
  verdict: 'possible' as const,
  standing: { is: 'company' as const },
  lastCallAt: null,
});

export const longStates: { readonly [name: string]: GalleryState } = {
  'long-customer': { now: '11:44:06', screen: 'customers', slices, bundles: [bundle] },
  'long-talking': {
    now: '11:48:31',
    slices: {
      ...slices,
      calls: [talkingCall({ title: name })],
      work: [talkingWork({ customerName: name, draft: talkingDraft })],
    },
    bundles: [bundle],
  },
  'long-chooser': {
    now: '11:44:04',
    slices: {
      ...slices,
      calls: [callWith({ title: '3 fiches possibles' })],
      work: [
        workWith({
          customerId: null,
          customerName: '3 fiches possibles',
          match: {
            status: 'several',
            candidates: [
              candidate(61, name),
              candidate(62, company),
              ...Array.from({ length: 5 }, (_, index) => candidate(70 + index, name)),
            ],
          },
        }),
      ],
    },
    bundles: [bundle],
  },
  'long-map': { now: '11:44:06', screen: 'channel-map', slices, map: sampleMap },
  'long-duplicates': {
    now: '11:44:06',
    screen: 'duplicates',
    slices,
    answers: {
      'duplicates.list': () =>
        succeed({
          duplicates: Array.from({ length: 9 }, () => ({
            ...pair,
            one: bundle.customer,
            other: { ...bundle.customer, id: id(81), firstName: 'M.-C.', emails: [] },
          })),
          total: 341,
          merges: [
            {
              id: id(82),
              survivor: { id: id(83), name },
              absorbed: { id: id(84), name: company },
              mergedAt: '2026-11-04T09:00:00.000Z',
              mergedBy: { id: id(85), name },
              undoneAt: null,
            },
          ],
        }),
    },
  },
  'duplicates-empty': {
    now: '11:44:06',
    screen: 'duplicates',
    slices,
    answers: { 'duplicates.list': () => succeed({ duplicates: [], total: 0, merges: [] }) },
  },
  'duplicates-offline': {
    now: '11:44:06',
    screen: 'duplicates',
    slices: { ...slices, sync: { ...quiet.sync, hub: 'offline' } },
    answers: { 'duplicates.list': () => fail('hub-unreachable') },
  },
  'long-outbox': {
    now: '12:22:00',
    screen: 'outbox',
    slices: { ...slices, sync: { ...quiet.sync, since: at('2026-11-05T12:19:00'), parked: 1 } },
    outbox: [
      item(1, 'callback.create', '12:04:00', 'parked', {
        code: 'callback-taken',
        customerName: name,
      }),
      ...Array.from({ length: 14 }, (_, index) =>
        item(10 + index, 'interaction.wrap-up', '12:04:10', 'waiting', { customerName: name }),
      ),
    ],
  },
  'outbox-empty': { now: '12:22:00', screen: 'outbox', slices: {}, outbox: [] },
  'outbox-offline': {
    now: '12:22:00',
    screen: 'outbox',
    slices: { sync: { ...quiet.sync, hub: 'offline', waiting: 1 } },
    outbox: [item(3, 'interaction.wrap-up', '12:04:10', 'waiting')],
  },
  'customer-unknown': {
    now: '11:44:06',
    screen: 'customers',
    slices: { sync: { ...quiet.sync, hub: 'offline' } },
    bundles: [],
  },
  'long-locked': {
    now: '12:20:00',
    slices: { session: { ...session, status: 'locked' }, reference: many },
  },
};
