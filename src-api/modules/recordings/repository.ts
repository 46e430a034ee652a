/** Recordings and the exchanges that they are of. */

import type { PausedSpan, Peaks } from '@api/db/tables/recordings.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { RecordingPurpose } from '@shared/domain/recording/purpose.ts';
import type { PauseCause, Recording } from '@shared/domain/recording/recording-machine.ts';
import { type Kysely, sql } from 'kysely';

export type Db = Kysely<HubTables>;

const liveStates = ['announcing', 'recording', 'paused'] as const;

export type KeptRecording = Recording & {
  readonly id: string;
  readonly brandId: string;
  readonly advisorId: string;
  readonly purpose: RecordingPurpose;
  readonly leg: string;
  readonly announcedAt: string | null;
  readonly begunAt: string | null;
  readonly endedAt: string | null;
  readonly pauses: readonly PausedSpan[];
};

const columns = [
  'recordings.id',
  'brand_id as brandId',
  'advisor_id as advisorId',
  'purpose',
  'state',
  'causes',
  'begun',
  'leg',
  'announced_at as announcedAt',
  'begun_at as begunAt',
  'ended_at as endedAt',
  'pauses',
] as const;

/** Two desktops that ask for one call decide one after the other. */
export const lockLeg = async (tx: Db, leg: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`recording ${leg}`}, 0))`.execute(tx);
};

/** The sample of an advisor is counted and drawn from by one call at a time. */
export const lockSample = async (tx: Db, advisorId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sample ${advisorId}`}, 0))`.execute(
    tx,
  );
};

export const insertRecording = async (
  tx: Db,
  one: {
    readonly id: string;
    readonly brandId: string;
    readonly advisorId: string;
    readonly customerId: string | null;
    readonly purpose: RecordingPurpose;
    readonly leg: string;
    readonly causes: readonly PauseCause[];
    readonly at: string;
  },
): Promise<void> => {
  await tx
    .insertInto('recordings')
    .values({
      id: one.id,
      brand_id: one.brandId,
      advisor_id: one.advisorId,
      customer_id: one.customerId,
      purpose: one.purpose,
      state: 'announcing',
      causes: [...one.causes],
      leg: one.leg,
      decided_at: one.at,
      pauses: '[]',
    })
    .execute();
};

export const addPart = async (
  tx: Db,
  recordingId: string,
  interactionId: string,
  since: string,
): Promise<void> => {
  await tx
    .insertInto('recording_parts')
    .values({ recording_id: recordingId, interaction_id: interactionId, since })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

export const lockRecording = async (tx: Db, id: string): Promise<KeptRecording | null> =>
  (await tx
    .selectFrom('recordings')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()) ?? null;

export const ofInteraction = (db: Db, interactionId: string): Promise<KeptRecording[]> =>
  db
    .selectFrom('recordings')
    .innerJoin('recording_parts', 'recording_id', 'recordings.id')
    .select(columns)
    .where('interaction_id', '=', interactionId)
    .orderBy('decided_at')
    .execute();

export const liveOnLeg = (db: Db, leg: string): Promise<KeptRecording[]> =>
  db
    .selectFrom('recordings')
    .select(columns)
    .where('leg', '=', leg)
    .where('state', 'in', [...liveStates])
    .execute();

export const allLive = (db: Db): Promise<KeptRecording[]> =>
  db
    .selectFrom('recordings')
    .select(columns)
    .where('state', 'in', [...liveStates])
    .execute();

export const allEnded = (db: Db): Promise<KeptRecording[]> =>
  db.selectFrom('recordings').select(columns).where('state', '=', 'ended').limit(20).execute();

export const saveState = async (
  tx: Db,
  id: string,
  { state, causes, begun }: Recording,
  times: {
    readonly announcedAt?: string;
    readonly begunAt?: string;
    readonly endedAt?: string;
    readonly pauses?: readonly PausedSpan[];
  },
): Promise<void> => {
  await tx
    .updateTable('recordings')
    .set({
      state,
      causes: [...causes],
      begun,
      ...(times.announcedAt === undefined ? {} : { announced_at: times.announcedAt }),
      ...(times.begunAt === undefined ? {} : { begun_at: times.begunAt }),
      ...(times.endedAt === undefined ? {} : { ended_at: times.endedAt }),
      ...(times.pauses === undefined ? {} : { pauses: JSON.stringify(times.pauses) }),
    })
    .where('id', '=', id)
    .execute();
};

/** Whom it is of, once an exchange says so. */
export const saveStored = async (
  tx: Db,
  id: string,
  stored: {
    readonly key: Buffer;
    readonly bytes: number;
    readonly durationMs: number;
    readonly peaks: Peaks;
    readonly soundUntil: string;
    readonly analysisUntil: string;
  },
): Promise<void> => {
  await tx
    .updateTable('recordings')
    .set({
      key: stored.key,
      bytes: stored.bytes,
      duration_ms: stored.durationMs,
      peaks: JSON.stringify(stored.peaks),
      sound_until: stored.soundUntil,
      analysis_until: stored.analysisUntil,
      customer_id: sql<string | null>`coalesce(customer_id, (
        select one.customer_id from recording_parts part
        join interactions one on one.id = part.interaction_id
        where part.recording_id = recordings.id and one.customer_id is not null
        order by part.since limit 1))`,
    })
    .where('id', '=', id)
    .execute();
};

export const insertObjection = async (
  tx: Db,
  one: {
    readonly id: string;
    readonly customerId: string;
    readonly saidTo: string;
    readonly at: string;
  },
): Promise<void> => {
  await tx
    .insertInto('recording_objections')
    .values({ id: one.id, customer_id: one.customerId, said_to: one.saidTo, at: one.at })
    .execute();
};
