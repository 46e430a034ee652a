/** Which appointments a CalDAV calendar has not taken yet. */
import type { HubTables } from '@api/db/tables.ts';
import type { Appointment } from '@shared/domain/diary/appointment.ts';
import { type Kysely, sql } from 'kysely';
import { findAppointmentsOf } from './appointments-repository.ts';

type Db = Kysely<HubTables>;

/** What he knows is told when it has changed, or goes to somebody else; what was off before he heard of it is not. */
const waiting = (endsAfter: string) => sql`
  select one.id, one.starts_at from appointments one
  left join diary_pushed known on known.source_id = source.id and known.appointment_id = one.id
  where (one.representative_id = source.representative_id or known.status is not null)
    and one.ends_at > ${endsAfter}
    and case when one.representative_id <> source.representative_id then known.status <> 'cancelled'
      when known.status is null then one.status <> 'cancelled'
      else known.sequence <> one.sequence or known.status <> one.status end`;

export type CalDavSource = {
  readonly id: string;
  readonly representativeId: string;
  readonly address: string;
  readonly userName: string;
  readonly secret: Buffer;
};

/** One that something waits for, held so that no other instance tells it the same. */
export const takeCalDav = async (
  db: Db,
  { endsAfter, retryBefore }: { readonly endsAfter: string; readonly retryBefore: string },
): Promise<CalDavSource | null> => {
  const { rows } = await sql<CalDavSource>`
    select source.id, source.representative_id as "representativeId", source.address,
      source.user_name as "userName", source.secret
    from diary_sources source
    where source.kind = 'caldav' and source.secret is not null and source.leaving_since is null
      and (source.push_tried_at is null or source.push_tried_at < ${retryBefore})
      and exists (${waiting(endsAfter)})
    order by source.push_tried_at nulls first limit 1 for update of source skip locked`.execute(db);
  return rows[0] ?? null;
};

export type Unpushed = { readonly appointment: Appointment; readonly zone: string };

export const findUnpushed = async (
  db: Db,
  { id, representativeId }: CalDavSource,
  { endsAfter, limit }: { readonly endsAfter: string; readonly limit: number },
): Promise<Unpushed[]> => {
  const { rows } = await sql<{ id: string }>`
    select due.id from diary_sources source, lateral (${waiting(endsAfter)}) due
    where source.id = ${id} order by due.starts_at, due.id limit ${limit}`.execute(db);
  const his = await db
    .selectFrom('representatives')
    .select('settings')
    .where('id', '=', representativeId)
    .executeTakeFirstOrThrow();
  const found = await findAppointmentsOf(
    db,
    rows.map((row) => row.id),
  );
  return found.map((one) => ({
    // What goes to somebody else is off in his calendar (DIARY-36).
    appointment: one.representativeId === representativeId ? one : { ...one, status: 'cancelled' },
    zone: his.settings.hours.zone,
  }));
};

export const keepPushed = async (
  db: Db,
  sourceId: string,
  { id, sequence, status }: Appointment,
): Promise<void> => {
  await db
    .insertInto('diary_pushed')
    .values({ source_id: sourceId, appointment_id: id, sequence, status })
    .onConflict((conflict) =>
      conflict.columns(['source_id', 'appointment_id']).doUpdateSet({ sequence, status }),
    )
    .execute();
};

/** A problem stays until the next reading or telling goes well. */
export const sayPushProblem = async (
  db: Db,
  sourceId: string,
  problem: string | null,
  at: string,
): Promise<void> => {
  await db
    .updateTable('diary_sources')
    .set({ push_tried_at: at, problem })
    .where('id', '=', sourceId)
    .execute();
};

export type Leaving = CalDavSource & { readonly leavingSince: string };

/** One from which ours are still to be taken away, held so that no other instance does. */
export const takeLeaving = async (db: Db, retryBefore: string): Promise<Leaving | null> => {
  const { rows } = await sql<Leaving>`
    select id, representative_id as "representativeId", address, user_name as "userName", secret,
      leaving_since as "leavingSince"
    from diary_sources
    where leaving_since is not null and (push_tried_at is null or push_tried_at < ${retryBefore})
    order by push_tried_at nulls first limit 1 for update skip locked`.execute(db);
  return rows[0] ?? null;
};

/** What of ours stands there. */
export const findPushedOf = async (db: Db, sourceId: string, limit: number): Promise<string[]> => {
  const rows = await db
    .selectFrom('diary_pushed')
    .select('appointment_id')
    .where('source_id', '=', sourceId)
    .where('status', '<>', 'cancelled')
    .orderBy('appointment_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.appointment_id);
};

export const forgetPushed = async (db: Db, sourceId: string, id: string): Promise<void> => {
  await db
    .deleteFrom('diary_pushed')
    .where('source_id', '=', sourceId)
    .where('appointment_id', '=', id)
    .execute();
};

export const forgetSource = async (db: Db, id: string): Promise<void> => {
  await db.deleteFrom('diary_sources').where('id', '=', id).execute();
};
