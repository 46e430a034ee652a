/**
 * Books an hour. Whoever writes into a diary holds its representative's row, so that two who want one
 * hour come one after the other, on whatever instances (DIARY-8).
 */
import type { HubDependencies } from '@api/hub-app.ts';
import { findCustomers } from '@api/modules/customers/repository.ts';
import type { Representative } from '@shared/contracts/http/diaries.ts';
import type { Appointment, Booking } from '@shared/domain/diary/appointment.ts';
import { covers, type Place } from '@shared/domain/diary/representative.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { findAppointment, holdBooking, insertAppointment } from './appointments-repository.ts';
import { about, type Booked, type DiaryHub, refusedHour, type SlotFailure } from './hours.ts';
import { findRepresentatives, lockRepresentative } from './representatives-repository.ts';
import { placeOf } from './slots-service.ts';
import { tellAppointment } from './tell-appointment.ts';

type Db = HubDependencies['database']['db'];

const saysNobody = 'customerId: no representative goes to her address';
const minuteMs = 60_000;

const insert = async (
  hub: DiaryHub,
  tx: Db,
  user: User,
  given: {
    readonly booking: Booking & { readonly representativeId: string };
    readonly representative: Representative;
    readonly place: Place;
    readonly minutes: number;
  },
): Promise<Booked> => {
  const { booking, representative, place, minutes } = given;
  const { minutes: _asked, ...asked } = booking;
  const at = toInstant(hub.clock.now());
  const fromMs = Date.parse(booking.startsAt);
  const appointment: Appointment = {
    ...asked,
    customerName: '',
    startsAt: toInstant(fromMs),
    endsAt: toInstant(fromMs + minutes * minuteMs),
    place,
    status: 'booked',
    sequence: 0,
    moves: 0,
    bookedBy: user.id,
    bookedAt: at,
    changedAt: at,
  };
  await insertAppointment(tx, appointment);
  const told = { id: hub.newId(), appointment, advisorId: user.id, at, note: booking.note };
  await tellAppointment(tx, 'booked', { ...told, representative: about(representative) });
  const made = await findAppointment(tx, booking.id, user.brandIds);
  return made === null ? fail('internal') : succeed(made);
};

/** Whose diaries may hold it, each held until the transaction ends; always in the same order. */
const heldDiaries = async (
  tx: Db,
  { representativeId, brandId }: Booking,
  place: Place,
): Promise<Representative[]> => {
  const named = representativeId === null ? null : [representativeId];
  const ids = named ?? (await findRepresentatives(tx, [brandId])).map(({ id }) => id).sort();
  const found: Representative[] = [];
  for (const id of ids) {
    const one = await lockRepresentative(tx, id, [brandId]);
    const takes = one?.settings.active === true && covers(one.settings, place);
    if (one !== null && (takes || named !== null)) found.push(one);
  }
  return found;
};

/** Told again it is the same appointment, whatever became of it meanwhile (DIARY-9). */
export const book = async (
  hub: DiaryHub,
  tx: Db,
  user: User,
  booking: Booking,
): Promise<Booked> => {
  const { customerId, brandId, startsAt } = booking;
  if (!user.brandIds.includes(brandId)) return fail('not-found');
  await holdBooking(tx, booking.id);
  const known = await findAppointment(tx, booking.id, user.brandIds);
  if (known !== null) return succeed(known);
  const customer = (await findCustomers(tx, [customerId], [brandId])).get(customerId);
  if (customer === undefined) return fail('customer-unknown');
  const place = placeOf(customer);
  if (place === null)
    return fail('address-unknown', 'customerId: no address of hers to go to is known');
  const diaries = await heldDiaries(tx, booking, place);
  let refusal: SlotFailure = { code: 'slot-not-free', detail: saysNobody };
  for (const representative of diaries) {
    const { settings } = representative;
    if (!settings.active) return fail('slot-not-free', 'representativeId: takes no appointments');
    const minutes = booking.minutes ?? settings.appointmentMinutes;
    const refused = await refusedHour(hub, tx, representative, { startsAt, minutes, place });
    const own = { ...booking, representativeId: representative.id, customerId: customer.id };
    if (refused === null)
      return insert(hub, tx, user, { booking: own, representative, place, minutes });
    refusal = refused;
  }
  if (diaries.length === 0 && booking.representativeId !== null)
    return fail('not-found', 'representativeId: none of this brand');
  return { ok: false, error: refusal };
};
