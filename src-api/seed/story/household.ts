/** Three cards behind one home number in Quimper: she, her husband, and the office next door. */
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import { atClock } from '../calendar.ts';
import { nameId } from '../name-id.ts';
import { bundle, exchange, file, person, place, relation } from './telling.ts';

const phones = [{ e164: '+33199007315', label: 'home' as const }];
const address = place('14 rue de Kergariou', '29000', 'Quimper', '29232');
const brandId = 'kerdoual';

const mireille = person('mireille-gueguen', {
  civility: 'mme',
  firstName: 'Mireille',
  lastName: 'Guéguen',
  phones,
  address,
  emails: ['mireille.gueguen@exemple.fr'],
  relations: [
    relation(brandId, '2015-06-20', 820, { segment: 'loyal', relationMode: 'brand-led' }),
  ],
});

const loic = person('loic-gueguen', {
  civility: 'm',
  firstName: 'Loïc',
  lastName: 'Guéguen',
  phones,
  address,
  relations: [relation(brandId, '2023-02-11', 0)],
});

const office = person('cabinet-gueguen-riou', {
  kind: 'company',
  civility: 'none',
  firstName: 'Ronan',
  lastName: 'Riou',
  companyName: 'Cabinet Guéguen et Riou',
  phones: [{ e164: '+33199007315', label: 'work' }],
  address: place('16 rue de Kergariou', '29000', 'Quimper', '29232'),
  emails: ['contact@gueguen-riou.example'],
  relations: [relation(brandId, '2022-09-01', 0), relation('solvenne', '2020-01-15', 5400)],
});

type About = Pick<Interaction, 'brandId' | 'threadId' | 'caseId'>;

const aboutTheSize = (nowMs: number, about: About): Interaction => {
  const calledMs = atClock(nowMs, 8, '14:31');
  return exchange(mireille, 'call', calledMs, {
    ...about,
    channel: 'phone',
    direction: 'inbound',
    outcome: 'answered',
    endedAt: new Date(calledMs + 190_000).toISOString(),
    title: 'Appel entrant',
    summary: 'Dimensions de la table',
    reasonCode: 'conseil',
    dispositionCode: 'renseigne',
    call: {
      callUid: null,
      customerNumber: '+33199007315',
      numberHidden: false,
      calledNumber: '+33199004110',
      answeredAt: new Date(calledMs + 9_000).toISOString(),
      endedBy: 'customer',
      failure: null,
      sipStatus: 200,
      heldMs: 0,
      transferredTo: null,
      training: false,
    },
  });
};

const told = (nowMs: number): CustomerBundle => {
  const order = file(mireille, '4471 3320', atClock(nowMs, 3, '20:47'), {
    brandId,
    kind: 'order',
    title: 'Table Groix',
    detail: '640 €, en préparation',
    status: 'open',
  });
  const threadId = nameId('story:mireille:groix');
  const about = { brandId, threadId, caseId: null } as const;
  return bundle(mireille, {
    cases: [order],
    interactions: [
      exchange(mireille, 'store', atClock(nowMs, 33, '11:20'), {
        ...about,
        channel: 'store',
        direction: 'inbound',
        title: 'Boutique de Quimper',
        summary: 'Devis gardé par Aziliz, vendeuse',
      }),
      exchange(mireille, 'email', atClock(nowMs, 22, '09:12'), {
        ...about,
        channel: 'email',
        direction: 'inbound',
        title: 'E-mail',
        customerWords: 'Le plateau existe-t-il en chêne clair ?',
        summary: 'Répondu en 3 h',
      }),
      aboutTheSize(nowMs, about),
      exchange(mireille, 'order', atClock(nowMs, 3, '20:47'), {
        ...about,
        channel: 'web',
        direction: 'inbound',
        title: 'Commande sur le site',
        summary: 'Table Groix, 640 €',
        reasonCode: 'commande',
        caseId: order.id,
      }),
      exchange(mireille, 'preparation', atClock(nowMs, 1, '10:05'), {
        ...about,
        channel: 'email',
        direction: 'outbound',
        title: 'Commande 4471 3320',
        summary: 'En préparation, départ dans deux jours',
        caseId: order.id,
      }),
    ],
  });
};

export const household = (nowMs: number): readonly CustomerBundle[] => [
  told(nowMs),
  bundle(loic, {
    interactions: [
      exchange(loic, 'order', atClock(nowMs, 980, '19:02'), {
        brandId,
        channel: 'web',
        direction: 'inbound',
        title: 'Commande sur le site',
        summary: 'Chaise Houat, 119 €',
      }),
    ],
  }),
  bundle(office, {
    interactions: [
      exchange(office, 'email', atClock(nowMs, 1380, '10:40'), {
        brandId,
        channel: 'email',
        direction: 'inbound',
        title: 'E-mail',
        customerWords: 'Vous pouvez nous joindre au 01 99 00 73 15, même ligne que la maison.',
      }),
    ],
  }),
];
