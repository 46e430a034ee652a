/** What becomes of an appointment: moved, cancelled, kept or not kept; its diary is held meanwhile. */
import type { HubDependencies } from '@api/hub-app.ts';
import type { MoveAppointment, Representative } from '@shared/contracts/http/diaries.ts';
import type { Appointment } from '@shared/domain/diary/appointment.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { changeAppointment, findAppointment } from './appointments-repository.ts';
import { about, type Booked, type DiaryHub, refusedHour } from './hours.ts';
import { lockRepresentative } from './representatives-repository.ts';
import { tellAppointment } from './tell-appointment.ts';

type Db = HubDependencies['database']['db'];

const minuteMs = 60_000;

type Change = {
  readonly happening: 'moved' | 'cancelled' | 'kept' | 'not-kept';
  readonly change: Omit<Parameters<typeof changeAppointment>[2], 'at'>;
  readonly note: string;
};

const write = async (
  hub: DiaryHub,
  tx: Db,
  user: User,
  {
    appointment: before,
    representative,
  }: { readonly appointment: Appointment; readonly representative: Representative },
  { happening, change, note }: Change,
): Promise<Booked> => {
  const at = toInstant(hub.clock.now());
  await changeAppointment(tx, before.id, { ...change, at });
  const after = await findAppointment(tx, before.id, user.brandIds);
  if (after === null) return fail('internal');
  const told = { id: hub.newId(), appointment: after, advisorId: user.id, at, note, before };
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

/** The same with the diary it goes to; both in the order of their ids, so that two never wait for each other. */
const heldToMove = async (tx: Db, user: User, id: string, toId: string | undefined) => {
  const seen = await findAppointment(tx, id, user.brandIds);
  if (seen === null) return null;
  const withWhom = toId ?? seen.representativeId;
  const diaries = new Map<string, Representative | null>();
  for (const one of [...new Set([seen.representativeId, withWhom])].sort())
    diaries.set(one, await lockRepresentative(tx, one, [seen.brandId]));
  const appointment = await findAppointment(tx, id, user.brandIds);
  return appointment === null
    ? null
    : { representative: diaries.get(withWhom) ?? null, appointment };
};

/** DIARY-30: told again it is where it was moved to. */
const isThere = (
  { startsAt, representativeId }: Appointment,
  to: { readonly startsAt: string; readonly representativeId: string },
): boolean =>
  representativeId === to.representativeId && Date.parse(startsAt) === Date.parse(to.startsAt);

const ended = (status: string): Result<never> =>
  fail('appointment-not-in-state', `it is ${status}`);

/** What is left to say of it then is whether it was kept. */
const over = (hub: DiaryHub, { endsAt }: Appointment): Result<never> | null =>
  Date.parse(endsAt) <= hub.clock.now() ? fail('appointment-not-in-state', 'it is over') : null;

export const move = async (
  hub: DiaryHub,
  tx: Db,
  user: User,
  id: string,
  to: MoveAppointment,
): Promise<Booked> => {
  const found = await heldToMove(tx, user, id, to.representativeId);
  if (found === null) return fail('not-found');
  const { appointment, representative } = found;
  if (appointment.status !== 'booked') return ended(appointment.status);
  const withWhom = to.representativeId ?? appointment.representativeId;
  if (representative === null) return fail('not-found', 'representativeId: none of this brand');
  if (isThere(appointment, { ...to, representativeId: withWhom })) return succeed(appointment);
  const tooLate = over(hub, appointment);
  if (tooLate !== null) return tooLate;
  const lasts = Date.parse(appointment.endsAt) - Date.parse(appointment.startsAt);
  const wanted = { ...to, minutes: lasts / minuteMs, place: appointment.place, but: id };
  const refused = await refusedHour(hub, tx, representative, wanted);
  if (refused !== null) return { ok: false, error: refused };
  const startsAt = toInstant(Date.parse(to.startsAt));
  const endsAt = toInstant(Date.parse(to.startsAt) + lasts);
  const change = { startsAt, endsAt, representativeId: withWhom };
  const moving = { happening: 'moved', change, note: to.note ?? '' } as const;
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
  const tooLate = over(hub, found.appointment);
  if (tooLate !== null) return tooLate;
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
