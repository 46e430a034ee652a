/** When whoever covers a customer's address is free for her. */
import type { HubDependencies } from '@api/hub-app.ts';
import { findCustomers } from '@api/modules/customers/repository.ts';
import type {
  OfferedSlot,
  Representative,
  Slots,
  SlotsQuery,
} from '@shared/contracts/http/diaries.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import { freeSlots } from '@shared/domain/diary/free-slots.ts';
import { proposeSlots } from '@shared/domain/diary/propose-slots.ts';
import { covers, type Place } from '@shared/domain/diary/representative.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { findAppointment, findBusy } from './appointments-repository.ts';
import { findRepresentatives } from './representatives-repository.ts';

type Db = HubDependencies['database']['db'];

const dayMs = 86_400_000;
const minuteMs = 60_000;
const PROPOSED = 3;
const LISTED_AT_MOST = 500;

/** Where she is visited; null: no address is known of her. */
export const placeOf = ({ address }: Pick<Customer, 'address'>): Place | null =>
  address === null || address.postcode === '' ? null : address;

export type Wish = {
  readonly place: Place;
  readonly fromMs: number;
  readonly toMs: number;
  /** Undefined: as long as each one's appointments are. */
  readonly minutes?: number | undefined;
  readonly nowMs: number;
  /** An appointment that is to be moved. */
  readonly but?: string;
};

export const slotsOf = async (
  db: Db,
  representatives: readonly Representative[],
  { place, fromMs, toMs, minutes, nowMs, but }: Wish,
): Promise<OfferedSlot[]> => {
  const ids = representatives.map(({ id }) => id);
  const moving = but === undefined ? {} : { but };
  const busy = await findBusy(db, ids, { fromMs, toMs, ...moving });
  return representatives
    .flatMap(({ id, settings }) =>
      freeSlots(settings, busy.get(id) ?? [], {
        fromMs,
        toMs,
        place,
        minutes: minutes ?? settings.appointmentMinutes,
        nowMs,
      }).map((slot) => ({
        representativeId: id,
        representativeName: settings.name,
        startsAt: toInstant(slot.fromMs),
        endsAt: toInstant(slot.toMs),
        travelMinutes: slot.travelMinutes,
        zone: settings.hours.zone,
      })),
    )
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt) || a.travelMinutes - b.travelMinutes);
};

export const bestOf = (slots: readonly OfferedSlot[]): OfferedSlot[] =>
  proposeSlots(
    slots.map((slot) => ({
      slot,
      zone: slot.zone,
      fromMs: Date.parse(slot.startsAt),
      toMs: Date.parse(slot.endsAt),
      travelMinutes: slot.travelMinutes,
    })),
    PROPOSED,
  ).map(({ slot }) => slot);

const none = (because: Slots['because']): Slots => ({ proposed: [], slots: [], because });

type Visit = { readonly place: Place | null; readonly minutes?: number; readonly but?: string };

/** Where to, and how long; an appointment that is moved keeps both (DIARY-30). */
const visitOf = async (
  db: Db,
  { customerId, brandId, appointmentId, minutes }: SlotsQuery,
): Promise<Result<Visit>> => {
  if (appointmentId !== undefined) {
    const moved = await findAppointment(db, appointmentId, [brandId]);
    if (moved === null || moved.customerId !== customerId)
      return fail('not-found', 'appointmentId: none of hers with this brand');
    const lastsMs = Date.parse(moved.endsAt) - Date.parse(moved.startsAt);
    return succeed({ place: moved.place, minutes: lastsMs / minuteMs, but: moved.id });
  }
  const customer = (await findCustomers(db, [customerId], [brandId])).get(customerId);
  if (customer === undefined) return fail('customer-unknown');
  return succeed({ place: placeOf(customer), ...(minutes === undefined ? {} : { minutes }) });
};

export const offeredSlots = async (
  hub: Pick<HubDependencies, 'database' | 'clock'>,
  user: User,
  query: SlotsQuery,
): Promise<Result<Slots>> => {
  const { db } = hub.database;
  const { brandId, representativeId, from, days } = query;
  if (!user.brandIds.includes(brandId)) return fail('not-found');
  const visit = await visitOf(db, query);
  if (!visit.ok) return visit;
  const { place, ...wanted } = visit.value;
  if (place === null) return succeed(none('no-address'));
  const goes = (await findRepresentatives(db, [brandId])).filter(
    ({ id, settings }) =>
      settings.active &&
      (representativeId === undefined || id === representativeId) &&
      covers(settings, place),
  );
  if (goes.length === 0) return succeed(none('nobody-covers'));
  const nowMs = hub.clock.now();
  const fromMs = from === undefined ? nowMs : Math.max(nowMs, Date.parse(from));
  const wish = { ...wanted, place, fromMs, toMs: fromMs + days * dayMs, nowMs };
  const slots = await slotsOf(db, goes, wish);
  if (slots.length === 0) return succeed(none('nothing-free'));
  return succeed({ proposed: bestOf(slots), slots: slots.slice(0, LISTED_AT_MOST), because: null });
};
