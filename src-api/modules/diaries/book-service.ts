/**
 * Books, moves, cancels and ends appointments. Whoever writes into a diary holds its representative's
 * row, so that two who want one hour come one after the other, on whatever instances (DIARY-8).
 */
import type { HubDependencies } from '@api/hub-app.ts';
import { findCustomers } from '@api/modules/customers/repository.ts';
import type { OfferedSlot, Representative } from '@shared/contracts/http/diaries.ts';
import type { Appointment, Booking } from '@shared/domain/diary/appointment.ts';
import { type SlotFault, slotFault } from '@shared/domain/diary/free-slots.ts';
import { covers, type Place } from '@shared/domain/diary/representative.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import type { Failure, Result } from '@shared/kernel/result.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import {
  changeAppointment,
  findAppointment,
  findBusy,
  holdBooking,
  insertAppointment,
} from './appointments-repository.ts';
import { findRepresentatives, lockRepresentative } from './representatives-repository.ts';
import { bestOf, placeOf, slotsOf } from './slots-service.ts';
import { tellAppointment } from './tell-appointment.ts';

type Db = HubDependencies['database']['db'];
export type DiaryHub = Pick<HubDependencies, 'clock' | 'newId'>;
/** With what is free next, where the hour was the fault. */
export type SlotFailure = Failure & { readonly next?: readonly OfferedSlot[] };
export type Booked = Result<Appointment, SlotFailure>;

const dayMs = 86_400_000;
const minuteMs = 60_000;
const LOOKED_AHEAD_DAYS = 14;

const saysWhy: Readonly<Record<SlotFault, string>> = {
  past: 'startsAt: this hour is over',
  'outside-zone': 'representativeId: does not cover the postcode of the customer',
  'day-off': 'startsAt: a day off, or a public holiday',
  'outside-hours': 'startsAt: not within the working hours of that day',
  taken: 'startsAt: something else is in the diary then',
  'no-time-to-travel': 'startsAt: no time to travel from the appointment before, or to the next',
};

type Wanted = {
  readonly startsAt: string;
  readonly minutes: number;
  readonly place: Place;
  readonly but?: string;
};

/** Null: the hour is free, and stays so until the transaction ends. */
const refusedHour = async (
  hub: DiaryHub,
  tx: Db,
  representative: Representative,
  { startsAt, minutes, place, but }: Wanted,
): Promise<SlotFailure | null> => {
  const { id, settings } = representative;
  const fromMs = Date.parse(startsAt);
  const toMs = fromMs + minutes * minuteMs;
  const nowMs = hub.clock.now();
  const moving = but === undefined ? {} : { but };
  const busy = (await findBusy(tx, [id], { fromMs, toMs, ...moving })).get(id) ?? [];
  const fault = slotFault(settings, busy, { fromMs, toMs, place }, nowMs);
  if (fault === null) return null;
  const ahead = Math.max(nowMs, fromMs - dayMs);
  const wish = { place, fromMs: ahead, toMs: ahead + LOOKED_AHEAD_DAYS * dayMs, minutes, nowMs };
  const next = bestOf(await slotsOf(tx, [representative], { ...wish, ...moving }));
  return { code: 'slot-not-free', detail: saysWhy[fault], next };
};

const saysNobody = 'customerId: no representative goes to her address';

const about = ({ settings }: Representative) => ({
  name: settings.name,
  zone: settings.hours.zone,
});

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

type Change = {
  readonly happening: 'moved' | 'cancelled' | 'kept' | 'not-kept';
  readonly change: Omit<Parameters<typeof changeAppointment>[2], 'at'>;
  readonly note: string;
};

const write = async (
  hub: DiaryHub,
  tx: Db,
  user: User,
  { appointment, representative }: { appointment: Appointment; representative: Representative },
  { happening, change, note }: Change,
): Promise<Booked> => {
  const at = toInstant(hub.clock.now());
  await changeAppointment(tx, appointment.id, { ...change, at });
  const after = await findAppointment(tx, appointment.id, user.brandIds);
  if (after === null) return fail('internal');
  const told = { id: hub.newId(), appointment: after, advisorId: user.id, at, note };
  await tellAppointment(tx, happening, { ...told, representative: about(representative) });
  return succeed(after);
};

/** The appointment with its diary held, as it is once it is held. */
const held = async (tx: Db, user: User, id: string) => {
  const seen = await findAppointment(tx, id, user.brandIds);
  if (seen === null) return null;
  const representative = await lockRepresentative(tx, seen.representativeId, [seen.brandId]);
  const appointment = await findAppointment(tx, id, user.brandIds);
  return representative === null || appointment === null ? null : { representative, appointment };
};

const ended = (status: string): Result<never> =>
  fail('appointment-not-in-state', `it is ${status}`);

export const move = async (
  hub: DiaryHub,
  tx: Db,
  user: User,
  id: string,
  to: { readonly startsAt: string; readonly representativeId?: string | undefined },
): Promise<Booked> => {
  const found = await held(tx, user, id);
  if (found === null) return fail('not-found');
  const { appointment } = found;
  if (appointment.status !== 'booked') return ended(appointment.status);
  const withWhom = to.representativeId ?? appointment.representativeId;
  const representative = await lockRepresentative(tx, withWhom, [appointment.brandId]);
  if (representative === null) return fail('not-found', 'representativeId: none of this brand');
  const lasts = Date.parse(appointment.endsAt) - Date.parse(appointment.startsAt);
  const wanted = { ...to, minutes: lasts / minuteMs, place: appointment.place, but: id };
  const refused = await refusedHour(hub, tx, representative, wanted);
  if (refused !== null) return { ok: false, error: refused };
  const startsAt = toInstant(Date.parse(to.startsAt));
  const endsAt = toInstant(Date.parse(to.startsAt) + lasts);
  const change = { startsAt, endsAt, representativeId: withWhom };
  const moving = { happening: 'moved', change, note: '' } as const;
  return write(hub, tx, user, { appointment, representative }, moving);
};

/** Cancelled again it stays as it was; one that is kept or not is over. */
export const cancel = async (
  hub: DiaryHub,
  tx: Db,
  user: User,
  id: string,
  reason: string,
): Promise<Booked> => {
  const found = await held(tx, user, id);
  if (found === null) return fail('not-found');
  const { status } = found.appointment;
  if (status === 'cancelled') return succeed(found.appointment);
  if (status !== 'booked') return ended(status);
  const change = { status: 'cancelled' } as const;
  return write(hub, tx, user, found, { happening: 'cancelled', change, note: reason });
};

/** What came of it; it can be said once it began, and corrected. */
export const endAppointment = async (
  hub: DiaryHub,
  tx: Db,
  user: User,
  id: string,
  { result, note }: { readonly result: 'kept' | 'not-kept'; readonly note: string },
): Promise<Booked> => {
  const found = await held(tx, user, id);
  if (found === null) return fail('not-found');
  const { appointment } = found;
  if (appointment.status === result) return succeed(appointment);
  if (appointment.status === 'cancelled') return ended('cancelled');
  if (Date.parse(appointment.startsAt) > hub.clock.now())
    return fail('appointment-not-in-state', 'it has not begun');
  return write(hub, tx, user, found, { happening: result, change: { status: result }, note });
};
