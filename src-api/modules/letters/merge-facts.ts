/** What may be said of one person in a letter, an e-mail or a short message. */

import type { Customer } from '@shared/domain/customer/customer.ts';
import type { Appointment } from '@shared/domain/diary/appointment.ts';
import type { MergeFacts } from '@shared/domain/letter/template.ts';
import { formalName } from '@shared/domain/script/gather-facts.ts';

export type About = {
  readonly customer: Customer;
  readonly brandName: string;
  readonly campaignName: string;
  readonly nowMs: number;
  readonly zone: string;
  readonly appointment?: {
    readonly appointment: Pick<Appointment, 'startsAt' | 'place'>;
    readonly representative: { readonly name: string; readonly zone: string };
  };
};

const day = (at: string | number, zone: string, how: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('fr-FR', { ...how, timeZone: zone }).format(new Date(at));

export const letterDate = (nowMs: number, zone: string): string =>
  `Le ${day(nowMs, zone, { day: 'numeric', month: 'long', year: 'numeric' })}`;

export const factsFor = (about: About): MergeFacts => {
  const { customer, brandName, campaignName, nowMs, zone, appointment: visit } = about;
  const facts = {
    'customer.formalName': formalName(customer, 'fr'),
    'customer.firstName': customer.firstName,
    'customer.lastName': customer.lastName,
    'customer.commune': customer.address?.commune ?? '',
    'brand.name': brandName,
    'campaign.name': campaignName,
    today: day(nowMs, zone, { day: 'numeric', month: 'long', year: 'numeric' }),
  };
  if (visit === undefined) return facts;
  const { startsAt, place } = visit.appointment;
  const { name, zone: own } = visit.representative;
  return {
    ...facts,
    'appointment.day': day(startsAt, own, { weekday: 'long', day: 'numeric', month: 'long' }),
    'appointment.time': day(startsAt, own, { hour: '2-digit', minute: '2-digit' }),
    'appointment.representative': name,
    'appointment.address': [...place.lines, `${place.postcode} ${place.commune}`].join(', '),
  };
};
