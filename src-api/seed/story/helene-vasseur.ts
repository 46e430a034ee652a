/**
 * Hélène Vasseur, VIP of Maison Kerdoual: a sofa came with a broken foot, her e-mail of yesterday
 * stays unanswered and she has just left the chat. She is about to call.
 */
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { atClock, dayMs, dayOf, hourMs, minuteMs } from '../calendar.ts';
import { historyOf } from '../episodes/history.ts';
import { nameId } from '../name-id.ts';
import { demoUser } from '../organisation-data.ts';
import { randomOf } from '../random.ts';
import { bundle, consent, exchange, file, person, place, promise, relation } from './telling.ts';

const brandId = 'kerdoual';
const earlierExchanges = 23;

const helene = person('helene-vasseur', {
  civility: 'mme',
  firstName: 'Hélène',
  lastName: 'Vasseur',
  phones: [{ e164: '+33639984117', label: 'mobile' }],
  emails: ['helene.vasseur@exemple.fr'],
  address: place('3 rue du Moulin Blanc', '29200', 'Brest', '29019'),
  relations: [
    relation(brandId, '2017-03-14', 3940, {
      segment: 'premium',
      vip: true,
      relationMode: 'expert',
    }),
  ],
});

const numeric = (atMs: number): string => {
  const [, month, day] = dayOf(atMs).split('-');
  return `${day}/${month}`;
};

const casesOf = (nowMs: number) => {
  const deliveredMs = atClock(nowMs, 2, '15:20');
  const orderedMs = atClock(nowMs, 24, '21:12');
  return {
    complaint: file(helene, 'R-20817', atClock(nowMs, 1, '18:42'), {
      brandId,
      kind: 'complaint',
      title: 'Pied avant gauche cassé à la livraison',
      detail: `Canapé Belle-Île, 1 290 €, livré le ${numeric(deliveredMs)}. Deux photos reçues hier à 18:42, restées sans réponse.`,
      status: 'open',
    }),
    sofa: file(helene, '4471 2086', orderedMs, {
      brandId,
      kind: 'order',
      title: 'Canapé Belle-Île',
      detail: `1 290 €, livré le ${numeric(deliveredMs)}`,
      status: 'closed',
      updatedAt: new Date(deliveredMs).toISOString(),
    }),
    basket: file(helene, 'P-7719', atClock(nowMs, 3, '22:05'), {
      brandId,
      kind: 'order',
      title: 'Table Groix',
      detail: '640 €, au panier',
      status: 'waiting',
    }),
    lamps: file(helene, '4468 1173', atClock(nowMs, 190, '20:31'), {
      brandId,
      kind: 'order',
      title: 'Deux lampes Ouessant',
      detail: '178 €, livrées',
      status: 'closed',
    }),
  };
};

const delivery = (nowMs: number, cases: ReturnType<typeof casesOf>) => [
  exchange(helene, 'catalogue', atClock(nowMs, 64, '08:00'), {
    brandId,
    channel: 'catalogue',
    direction: 'outbound',
    title: 'Catalogue d’automne',
  }),
  exchange(helene, 'store', atClock(nowMs, 32, '16:10'), {
    brandId,
    channel: 'store',
    direction: 'inbound',
    title: 'Boutique de Brest',
    summary: 'Essai du canapé avec Yann, vendeur',
  }),
  exchange(helene, 'order', atClock(nowMs, 24, '21:12'), {
    brandId,
    channel: 'web',
    direction: 'inbound',
    title: 'Commande sur le site',
    summary: 'Canapé Belle-Île lin, 1 290 €',
    reasonCode: 'commande',
    caseId: cases.sofa.id,
  }),
  exchange(helene, 'sms', atClock(nowMs, 2, '13:05'), {
    brandId,
    channel: 'sms',
    direction: 'outbound',
    title: 'SMS envoyé',
    summary: 'Votre canapé arrive entre 14 h et 16 h',
    caseId: cases.sofa.id,
  }),
  exchange(helene, 'delivery', atClock(nowMs, 2, '15:20'), {
    brandId,
    channel: 'representative',
    direction: 'outbound',
    title: 'Livraison à domicile',
    summary: 'Signée « sous réserve » par Mme Vasseur',
    caseId: cases.sofa.id,
  }),
];

const complaint = (nowMs: number, caseId: string) => {
  const threadId = nameId('story:helene:thread:R-20817');
  const shared = {
    brandId,
    direction: 'inbound',
    reasonCode: 'reclamation-livraison',
    caseId,
    threadId,
  } as const;
  return [
    exchange(helene, 'email', atClock(nowMs, 1, '18:42'), {
      ...shared,
      channel: 'email',
      outcome: 'unanswered',
      title: 'E-mail',
      customerWords:
        'Le pied avant gauche est cassé net. Photos jointes, merci de me dire ce que vous proposez.',
    }),
    exchange(helene, 'chat', nowMs - 10 * minuteMs, {
      ...shared,
      channel: 'chat',
      outcome: 'abandoned',
      endedAt: new Date(nowMs - 4 * minuteMs).toISOString(),
      title: 'Chat',
      customerWords: 'Bonjour, il y a quelqu’un ?',
      summary: 'Abandonné après 6 min d’attente',
    }),
  ];
};

const order = (name: string, reference: string, atMs: number, euros: number) => ({
  id: nameId(`story:helene:order:${reference}`),
  kind: 'order' as const,
  customerId: helene.id,
  brandId,
  reference,
  at: new Date(atMs).toISOString(),
  until: null,
  amountCents: euros * 100,
  words: name,
  bought: true,
});

export const heleneVasseur = (nowMs: number, seed: number): CustomerBundle => {
  const cases = casesOf(nowMs);
  let count = 0;
  const nextReference = () => `R-18${String(200 + ++count)}`;
  const random = randomOf(`${seed}:helene`);
  const earlier = historyOf(random, helene, earlierExchanges, nowMs - 70 * dayMs, {
    nextReference,
  });
  const accord = nowMs - 276 * dayMs;
  const yanis = demoUser('yanis.morel');
  return bundle(helene, {
    purchases: [
      order('Canapé Belle-Île, lin', '4471 2086', atClock(nowMs, 24, '21:12'), 1290),
      order('Deux lampes Ouessant', '4468 1173', atClock(nowMs, 190, '20:31'), 178),
    ],
    cases: [...Object.values(cases), ...earlier.cases],
    interactions: [
      ...earlier.interactions,
      ...delivery(nowMs, cases),
      ...complaint(nowMs, cases.complaint.id),
    ],
    consents: [
      consent(helene, brandId, 'email', accord),
      consent(helene, brandId, 'phone', accord, { proof: 'Enregistrement de l’appel, 0 min 41' }),
      consent(helene, brandId, 'sms', accord, {
        status: 'limited',
        purpose: 'suivi de commande seulement',
      }),
      consent(helene, brandId, 'post', accord, {
        status: 'opposed',
        until: null,
        proof: 'Opposition dite au téléphone, appel de Yanis Morel',
      }),
    ],
    callbacks: [
      promise(
        helene,
        brandId,
        nowMs + 89 * minuteMs,
        nowMs - 17 * hourMs,
        'Canapé livré abîmé, réclamation sans réponse',
        {
          createdBy: yanis.id,
        },
      ),
    ],
  });
};
