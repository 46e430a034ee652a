/** Free hours of one representative, and an appointment of Hélène with him. */
import type { FreeHours } from '@shared/contracts/engine/diaries.ts';
import type { OfferedSlot } from '@shared/contracts/http/diaries.ts';
import type { Appointment } from '@shared/domain/diary/appointment.ts';
import { at } from './helene.ts';
import { id } from './organisation.ts';

export const paul = id(7001);
export const slot = (local: string): OfferedSlot => ({
  representativeId: paul,
  representativeName: 'Paul Kerven',
  startsAt: at(local),
  endsAt: new Date(Date.parse(at(local)) + 3_600_000).toISOString(),
  travelMinutes: 15,
  zone: 'Europe/Paris',
});
export const monday = [slot('2026-11-09T09:00:00'), slot('2026-11-09T09:15:00')];
export const afternoon = slot('2026-11-09T14:00:00');
export const tuesday = slot('2026-11-10T10:00:00');
export const free: FreeHours = {
  proposed: [monday[0] as OfferedSlot, afternoon, tuesday],
  slots: [...monday, afternoon, tuesday],
  because: null,
  appointments: [],
  known: true,
};
export const appointment = (startsAt: string): Appointment => ({
  id: id(7100),
  representativeId: paul,
  customerId: id(1),
  customerName: 'Hélène Vasseur',
  brandId: 'kerdoual',
  campaignId: null,
  startsAt,
  endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(),
  place: { lines: [], postcode: '29200', commune: 'Brest', inseeCode: '29019', country: 'FR' },
  note: '',
  status: 'booked',
  sequence: 0,
  bookedBy: null,
  moves: 0,
  bookedAt: at('2026-11-05T11:44:00'),
  changedAt: at('2026-11-05T11:44:00'),
});
