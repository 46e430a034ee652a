/** What a customer allowed or refused, with the proof that the brand keeps. */
import type { Consent, Customer } from '@shared/domain/customer/customer.ts';
import { dayMs, dayOf } from './calendar.ts';
import { type Random, timedId } from './random.ts';

const asked = [
  ['phone', 0.42, 0.14],
  ['email', 0.68, 0.08],
  ['sms', 0.35, 0.1],
  ['post', 0.5, 0.12],
] as const;
const yearMs = 365 * dayMs;

const proofs = (day: string): readonly string[] => [
  `Case cochée sur le site le ${day}, adresse vérifiée par e-mail`,
  `Enregistrement de l’appel du ${day}, 0 min 48`,
  `Formulaire signé en boutique le ${day}`,
];

const french = (day: string): string => day.split('-').reverse().join('/');

/** Given consents last a year at most (C. conso. L223-1); an opposition lasts. */
export const consentsOf = (random: Random, customer: Customer, nowMs: number): readonly Consent[] =>
  customer.relations.flatMap(({ brandId }) =>
    asked.flatMap(([channel, given, opposed]): Consent[] => {
      const drawn = random.next();
      if (drawn > given + opposed) return [];
      const isGiven = drawn < given;
      const givenMs = nowMs - random.next() * (isGiven ? 1 : 3) * yearMs * 0.95;
      const day = french(dayOf(givenMs));
      const limited = isGiven && channel === 'sms' && random.chance(0.5);
      return [
        {
          id: timedId(random, givenMs),
          customerId: customer.id,
          brandId,
          channel,
          status: limited ? 'limited' : isGiven ? 'given' : 'opposed',
          purpose: limited ? 'suivi de commande seulement' : 'offres et conseils de la marque',
          givenAt: new Date(givenMs).toISOString(),
          until: isGiven ? new Date(givenMs + yearMs).toISOString() : null,
          proof: isGiven ? random.pick(proofs(day)) : `Opposition reçue le ${day}`,
        },
      ];
    }),
  );
