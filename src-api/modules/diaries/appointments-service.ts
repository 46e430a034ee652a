/** Appointments for whoever asks: listed, counted, and each change as one transaction. */
import type { HubDependencies } from '@api/hub-app.ts';
import { Refusal } from '@api/plugins/problems.ts';
import type { AppointmentFigures, AppointmentsQuery } from '@shared/contracts/http/diaries.ts';
import type { Appointment, AppointmentStatus } from '@shared/domain/diary/appointment.ts';
import type { User } from '@shared/domain/user/user.ts';
import { countAppointments, findAppointments } from './appointments-repository.ts';
import type { Booked } from './hours.ts';
import { namesOf } from './representatives-repository.ts';

type Db = HubDependencies['database']['db'];

export const listAppointments = (
  hub: HubDependencies,
  user: User,
  query: AppointmentsQuery,
): Promise<Appointment[]> => findAppointments(hub.database.db, user.brandIds, query);

/** @throws Refusal, with what is free next where the hour was the fault. */
export const inDiary = async (
  hub: HubDependencies,
  work: (tx: Db) => Promise<Booked>,
): Promise<Appointment> => {
  const done = await hub.database.db.transaction().execute(work);
  if (done.ok) return done.value;
  const { code, detail, next } = done.error;
  throw new Refusal(code, detail, undefined, next === undefined ? {} : { next });
};

type Figures = AppointmentFigures['all'];
const counted: Readonly<Record<AppointmentStatus, keyof Figures>> = {
  booked: 'booked',
  kept: 'kept',
  'not-kept': 'notKept',
  cancelled: 'cancelled',
};
const nothing: Figures = { booked: 0, kept: 0, notKept: 0, cancelled: 0, moved: 0 };

export const appointmentFigures = async (
  hub: HubDependencies,
  user: User,
  query: AppointmentsQuery,
): Promise<AppointmentFigures> => {
  const { db } = hub.database;
  const rows = await countAppointments(db, user.brandIds, query);
  const all = { ...nothing };
  const each = new Map<string, Figures>();
  for (const { id, status, count, moved } of rows) {
    const own = each.get(id) ?? { ...nothing };
    own[counted[status]] += count;
    all[counted[status]] += count;
    own.moved += moved;
    all.moved += moved;
    each.set(id, own);
  }
  const names = await namesOf(db, [...each.keys()]);
  const byRepresentative = [...each].map(([representativeId, figures]) => ({
    representativeId,
    name: names.get(representativeId) ?? '',
    ...figures,
  }));
  return { all, byRepresentative: byRepresentative.sort((a, b) => a.name.localeCompare(b.name)) };
};
