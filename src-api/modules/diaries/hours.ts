/** Whether an hour is free in a diary that is held, and what is free next where it is not. */
import type { HubDependencies } from '@api/hub-app.ts';
import type { OfferedSlot, Representative } from '@shared/contracts/http/diaries.ts';
import type { Appointment } from '@shared/domain/diary/appointment.ts';
import { type SlotFault, slotFault } from '@shared/domain/diary/free-slots.ts';
import type { Place } from '@shared/domain/diary/representative.ts';
import type { Failure, Result } from '@shared/kernel/result.ts';
import { findBusy } from './appointments-repository.ts';
import { bestOf, slotsOf } from './slots-service.ts';

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
export const refusedHour = async (
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

export const about = ({ settings }: Representative) => ({
  name: settings.name,
  zone: settings.hours.zone,
});
