/** Sounds and what was made of them, deleted in time; each deletion is a link of a chain. */
import { createHash } from 'node:crypto';
import type { RecordingPurgesTable, RecordingRemovalsTable } from '@api/db/tables/recordings.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { RecordingPurpose } from '@shared/domain/recording/purpose.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;
export type Removal = {
  readonly recordingId: string;
  readonly purpose: RecordingPurpose;
  readonly why: RecordingRemovalsTable['why'];
};

/** Without its key the file is noise from this moment on. */
export const orderRemoval = async (tx: Db, removal: Removal, at: string): Promise<void> => {
  await tx
    .updateTable('recordings')
    .set({ key: null, bytes: null })
    .where('id', '=', removal.recordingId)
    .execute();
  await tx
    .insertInto('recording_removals')
    .values({
      recording_id: removal.recordingId,
      purpose: removal.purpose,
      why: removal.why,
      at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** One that no other hub is at, locked until its file is gone. */
export const lockRemoval = async (tx: Db): Promise<Removal | null> => {
  const { rows } = await sql<Removal>`
    select recording_id as "recordingId", purpose, why from recording_removals
    order by at limit 1 for update skip locked`.execute(tx);
  return rows[0] ?? null;
};

export const endRemoval = async (tx: Db, recordingId: string): Promise<void> => {
  await tx.deleteFrom('recording_removals').where('recording_id', '=', recordingId).execute();
};

export const soundsOver = (db: Db, now: string) =>
  db
    .selectFrom('recordings')
    .select(['id', 'purpose'])
    .where('state', '=', 'stored')
    .where('sound_until', '<=', now)
    .limit(200)
    .execute();

export type GoneAnalysis = {
  readonly id: string;
  readonly purpose: RecordingPurpose;
  /** What its assessments said, to be told by its fingerprint alone; null: there were none. */
  readonly assessed: string | null;
};

/**
 * What was made of it goes: its waveform, its draw, who listened, and every assessment with its marks,
 * comments, answer and plan; also one that was written after the rest had gone.
 */
export const purgeAnalyses = async (tx: Db, now: string): Promise<readonly GoneAnalysis[]> => {
  const { rows } = await sql<GoneAnalysis>`
    with over as (
      select id, purpose from recordings
      where analysis_until <= ${now} or (analysis_until is null
        and exists (select from recording_purges
          where recording_id = recordings.id and what = 'analysis')
        and exists (select from assessments where recording_id = recordings.id))
      for update skip locked
    ), draws as (
      delete from recording_draws where interaction_id in (
        select interaction_id from recording_parts where recording_id in (select id from over))
    ), heard as (
      delete from recording_listenings where recording_id in (select id from over)
    ), assessed as (
      delete from assessments one where recording_id in (select id from over)
      returning one.id, recording_id, marks, comments, reply, score, plan
    ), emptied as (
      update recordings set peaks = null, pauses = '[]', analysis_until = null
      where id in (select id from over)
    )
    select id, purpose,
      (select string_agg(to_jsonb(assessed)::text, chr(10) order by assessed.id)
        from assessed where recording_id = over.id) as assessed
    from over`.execute(tx);
  return rows;
};

type Link = Pick<
  RecordingPurgesTable,
  'recording_id' | 'purpose' | 'what' | 'why' | 'at' | 'fingerprint'
>;
const begin = 'parlance recordings';

/** SHA-256 over the deletion and the link before it. */
const digestOf = (former: string, link: Link): string =>
  createHash('sha256')
    .update(
      [
        former,
        link.recording_id,
        link.purpose,
        link.what,
        link.why,
        link.at,
        link.fingerprint ?? '',
      ].join('\n'),
    )
    .digest('hex');

export const addPurge = async (tx: Db, link: Link): Promise<void> => {
  await sql`lock table recording_purges in exclusive mode`.execute(tx);
  const last = await tx
    .selectFrom('recording_purges')
    .select('digest')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const former = last?.digest ?? begin;
  await tx
    .insertInto('recording_purges')
    .values({ ...link, former_digest: former, digest: digestOf(former, link) })
    .execute();
};

export const findPurges = (db: Db) =>
  db.selectFrom('recording_purges').selectAll().orderBy('seq').execute();

export const brokenLink = (purges: Awaited<ReturnType<typeof findPurges>>): number | null => {
  let former = begin;
  for (const purge of purges) {
    const isWhole = purge.former_digest === former && digestOf(former, purge) === purge.digest;
    if (!isWhole) return purge.seq;
    former = purge.digest;
  }
  return null;
};
