/** The people of an advisor's day: callbacks promised for the next hours, and one long history. */
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { atClock, dayMs, hourMs, minuteMs } from '../calendar.ts';
import { historyOf } from '../episodes/history.ts';
import { randomOf } from '../random.ts';
import { armandAgain } from './second-card.ts';
import {
  bundle,
  camille,
  consent,
  exchange,
  file,
  person,
  place,
  promise,
  relation,
} from './telling.ts';

const karim = person('karim-belkacem', {
  civility: 'm',
  firstName: 'Karim',
  lastName: 'Belkacem',
  phones: [{ e164: '+33639987731', label: 'mobile' }],
  emails: ['karim.belkacem@exemple.fr'],
  address: place('27 quai de la Fosse', '44000', 'Nantes', '44109'),
  relations: [
    relation('lorvane', '2021-05-03', 1180, { segment: 'loyal', relationMode: 'expert' }),
  ],
});

const odile = person('odile-marchand', {
  civility: 'mme',
  firstName: 'Odile',
  lastName: 'Marchand',
  phones: [{ e164: '+33639985502', label: 'mobile' }],
  emails: ['o.marchand@exemple.fr'],
  address: place('8 rue de Saint-Malo', '35000', 'Rennes', '35238'),
  relations: [
    relation('solvenne', '2014-09-15', 1460, { segment: 'loyal', relationMode: 'brand-led' }),
  ],
});

const petitjean = person('garage-petitjean', {
  kind: 'company',
  civility: 'm',
  firstName: 'Denis',
  lastName: 'Petitjean',
  companyName: 'Garage Petitjean',
  phones: [{ e164: '+33261917720', label: 'work' }],
  emails: ['garage.petitjean@boite.example'],
  address: place('2 route de Vannes', '56400', 'Auray', '56007'),
  relations: [relation('solvenne', '2018-02-01', 8900, { segment: 'premium' })],
});

const armand = person('gilles-armand', {
  civility: 'm',
  firstName: 'Gilles',
  lastName: 'Armand',
  phones: [{ e164: '+33639982760', label: 'mobile' }],
  emails: ['gilles.armand@exemple.fr'],
  address: place('19 rue de Châtillon', '35000', 'Rennes', '35238'),
  relations: [relation('solvenne', '2019-08-26', 1320, { relationMode: 'brand-led' })],
});

const residence = person('residence-des-abers', {
  kind: 'company',
  civility: 'none',
  firstName: 'Gwenaëlle',
  lastName: 'Abgrall',
  companyName: 'Résidence des Abers',
  phones: [{ e164: '+33261910042', label: 'work' }],
  emails: ['accueil@residence-abers.example'],
  address: place('1 quai du Léon', '29870', 'Lannilis', '29117'),
  relations: [
    relation('kerdoual', '2016-04-04', 21_000, { segment: 'premium' }),
    relation('solvenne', '2016-04-04', 48_000, { segment: 'premium' }),
    relation('lorvane', '2019-10-10', 3200, { segment: 'loyal' }),
  ],
});

const karimsDay = (nowMs: number): CustomerBundle => {
  const flight = file(karim, 'LV-88213', atClock(nowMs, 1, '17:20'), {
    brandId: 'lorvane',
    kind: 'request',
    title: 'Vol décalé : Nantes – Lisbonne',
    detail: 'Départ décalé de 3 h 10, correspondance manquée. Vol du matin proposé.',
    status: 'waiting',
  });
  const about = { brandId: 'lorvane', caseId: flight.id, reasonCode: 'vol-modifie' } as const;
  return bundle(karim, {
    cases: [flight],
    consents: [
      consent(karim, 'lorvane', 'phone', nowMs - 120 * dayMs),
      consent(karim, 'lorvane', 'sms', nowMs - 120 * dayMs),
    ],
    interactions: [
      exchange(karim, 'alert', atClock(nowMs, 1, '17:20'), {
        ...about,
        channel: 'sms',
        direction: 'outbound',
        title: 'Alerte horaire',
        summary: 'Vol Nantes – Lisbonne décalé de 3 h 10',
      }),
      exchange(karim, 'answer', atClock(nowMs, 1, '18:04'), {
        ...about,
        channel: 'sms',
        direction: 'inbound',
        title: 'SMS reçu',
        customerWords: 'Je ne peux pas attendre 3 h à Lisbonne. Rappelez-moi demain svp.',
      }),
    ],
    callbacks: [
      promise(
        karim,
        'lorvane',
        nowMs + 2 * minuteMs,
        atClock(nowMs, 1, '18:10'),
        'Confirmer le vol décalé, il part de Nantes',
        {
          advisorId: null,
        },
      ),
    ],
  });
};

const odilesDay = (nowMs: number): CustomerBundle => {
  const calledMs = atClock(nowMs, 1, '11:40');
  const contract = file(odile, 'SE-40412', calledMs, {
    brandId: 'solvenne',
    kind: 'contract',
    title: 'Devis de résiliation',
    detail: 'Déménage en fin de mois. Devis promis par téléphone, à elle seule.',
    status: 'open',
  });
  return bundle(odile, {
    cases: [contract],
    consents: [consent(odile, 'solvenne', 'phone', nowMs - 40 * dayMs)],
    interactions: [
      exchange(odile, 'call', calledMs, {
        brandId: 'solvenne',
        channel: 'phone',
        direction: 'inbound',
        outcome: 'answered',
        endedAt: new Date(calledMs + 272_000).toISOString(),
        title: 'Appel entrant',
        summary: 'Demande ce que coûterait une résiliation avant son déménagement.',
        advisorId: camille.id,
        reasonCode: 'resiliation',
        dispositionCode: 'devis-resiliation',
        caseId: contract.id,
      }),
    ],
    callbacks: [
      promise(
        odile,
        'solvenne',
        nowMs + 27 * minuteMs,
        calledMs,
        'Devis de résiliation promis hier, à elle seule',
      ),
    ],
  });
};

const garage = (nowMs: number, seed: number): CustomerBundle => {
  let count = 0;
  const nextReference = () => `SE-39${String(100 + ++count)}`;
  const told = historyOf(randomOf(`${seed}:petitjean`), petitjean, 12, nowMs - 5 * dayMs, {
    nextReference,
  });
  return bundle(petitjean, {
    ...told,
    callbacks: [
      promise(
        petitjean,
        'solvenne',
        nowMs + 137 * minuteMs,
        nowMs - 26 * hourMs,
        'Professionnel : questions sur le contrat groupe',
      ),
    ],
  });
};

const armandsDay = (nowMs: number): CustomerBundle =>
  bundle(armand, {
    consents: [
      consent(armand, 'solvenne', 'phone', nowMs - 275 * dayMs, {
        proof: 'Enregistrement de l’appel, 1 min 12',
      }),
    ],
    interactions: [
      exchange(armand, 'letter', atClock(nowMs, 6, '09:00'), {
        brandId: 'solvenne',
        channel: 'post',
        direction: 'outbound',
        title: 'Lettre « Bilan isolation »',
        summary: 'Distribuée, code ISO-4471',
      }),
      exchange(armand, 'simulator', atClock(nowMs, 1, '21:04'), {
        brandId: 'solvenne',
        channel: 'web',
        direction: 'inbound',
        outcome: 'unanswered',
        title: 'Simulateur d’isolation',
        summary: 'Combles, 92 m², s’arrête au devis',
        reasonCode: 'isolation',
      }),
    ],
    callbacks: [
      promise(
        armand,
        'solvenne',
        nowMs + 195 * minuteMs,
        nowMs - 20 * hourMs,
        'Bilan isolation : rendez-vous à fixer',
        {
          kind: 'appointment',
        },
      ),
    ],
  });

/** More entries than any screen shows: the time line stays smooth with it. */
const longHistory = 3_200;

const residenceOf = (nowMs: number, seed: number): CustomerBundle => {
  let count = 0;
  const nextReference = () => `RA-${String(1000 + ++count)}`;
  const random = randomOf(`${seed}:residence`);
  return bundle(residence, historyOf(random, residence, longHistory, nowMs, { nextReference }));
};

export const peopleOfTheDay = (nowMs: number, seed: number): readonly CustomerBundle[] => [
  karimsDay(nowMs),
  odilesDay(nowMs),
  garage(nowMs, seed),
  armandsDay(nowMs),
  armandAgain,
  residenceOf(nowMs, seed),
];
