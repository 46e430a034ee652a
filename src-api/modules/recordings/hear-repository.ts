/** Recordings as they are listened to: with the exchange, its speech and its notes. */

import type { PausedSpan, Peaks } from '@api/db/tables/recordings.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { Draw } from '@shared/domain/recording/draw.ts';
import type { RecordingPurpose } from '@shared/domain/recording/purpose.ts';
import type { RecordingState } from '@shared/domain/recording/recording-machine.ts';
import type { User } from '@shared/domain/user/user.ts';
import { type Kysely, type RawBuilder, sql } from 'kysely';

type Db = Kysely<HubTables>;

export type ListedRecording = {
  readonly id: string;
  readonly interactionIds: string[];
  readonly brandId: string;
  readonly advisorId: string;
  readonly advisorName: string;
  readonly customerName: string | null;
  readonly title: string;
  readonly purpose: RecordingPurpose;
  readonly state: RecordingState;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly durationMs: number | null;
  readonly soundUntil: string | null;
  readonly analysisUntil: string | null;
  readonly draw: Draw | null;
};

/** Her own, and to a lead those of her team; of brands that she works for. */
const mayHear = ({ id, role, teamId, brandIds }: User): RawBuilder<boolean> => sql<boolean>`
  (one.brand_id = any(${[...brandIds]}::text[]) and (one.advisor_id = ${id}
    or (${role === 'team-lead'} and advisor.team_id is not null and advisor.team_id = ${teamId})))`;

const instant = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const listed = (user: User, where: RawBuilder<unknown>) => sql<ListedRecording>`
  select one.id, one.brand_id as "brandId", one.advisor_id as "advisorId", one.purpose, one.state,
    trim(advisor.first_name || ' ' || advisor.last_name) as "advisorName",
    coalesce(nullif(trim(customer.first_name || ' ' || customer.last_name), ''),
      customer.company_name) as "customerName",
    coalesce(exchange.title, '') as title,
    ${instant('one.decided_at')} as "startedAt", ${instant('one.ended_at')} as "endedAt",
    one.duration_ms as "durationMs", ${instant('one.sound_until')} as "soundUntil",
    ${instant('one.analysis_until')} as "analysisUntil",
    (select array_agg(interaction_id order by since) from recording_parts
      where recording_id = one.id) as "interactionIds",
    (select jsonb_build_object('month', month, 'unit', unit, 'chance', chance,
        'perMonth', per_month, 'drawn', drawn, 'expectedRest', expected_rest)
      from recording_draws draw where one.purpose = 'evaluation'
        and draw.interaction_id = exchange.interaction_id) as draw
  from recordings one
  join users advisor on advisor.id = one.advisor_id
  left join customers customer on customer.id = one.customer_id and customer.restricted_at is null
  left join lateral (
    select part.interaction_id, known.title from recording_parts part
    left join interactions known on known.id = part.interaction_id
    where part.recording_id = one.id order by part.since limit 1) exchange on true
  where ${mayHear(user)} and ${where}
  order by one.decided_at desc`;

export const findRecordings = async (
  db: Db,
  user: User,
  query: {
    readonly interactionId?: string | undefined;
    readonly advisorId?: string | undefined;
    readonly limit: number;
  },
): Promise<ListedRecording[]> => {
  const { interactionId = null, advisorId = null, limit } = query;
  const where = sql`one.state in ('recording', 'paused', 'ended', 'stored', 'purged')
    and (${interactionId}::uuid is null or one.id in (
      select recording_id from recording_parts where interaction_id = ${interactionId}))
    and (${advisorId}::uuid is null or one.advisor_id = ${advisorId})`;
  const { rows } = await sql<ListedRecording>`${listed(user, where)} limit ${limit}`.execute(db);
  return rows;
};

export const findHeard = async (
  db: Db,
  user: User,
  id: string,
): Promise<ListedRecording | null> => {
  const { rows } = await listed(user, sql`one.id = ${id}`).execute(db);
  return rows[0] ?? null;
};

export const findSound = async (db: Db, id: string) =>
  (await db
    .selectFrom('recordings')
    .select(['key', 'bytes', 'begun_at as begunAt', 'pauses', 'peaks'])
    .where('id', '=', id)
    .executeTakeFirst()) as
    | {
        readonly key: Buffer | null;
        readonly bytes: number | null;
        readonly begunAt: string | null;
        readonly pauses: PausedSpan[];
        readonly peaks: Peaks | null;
      }
    | undefined;

type Placed = { readonly at: string; readonly text: string };

/** When she came to which step of her speech, and what she noted. */
export const findTold = async (
  db: Db,
  interactionIds: readonly string[],
): Promise<{ readonly steps: Placed[]; readonly notes: Placed[] }> => {
  const ids = [...interactionIds];
  const steps = await sql<Placed>`
    select stay->>'at' as at, coalesce(step->>'title', stay->>'stepId') as text
    from interactions one
    cross join jsonb_array_elements(case jsonb_typeof(one.speech->'trace') when 'array'
      then one.speech->'trace' else '[]' end) stay
    left join script_versions version on version.script_id = one.speech->>'scriptId'
      and version.version = (one.speech->>'version')::int
    left join lateral jsonb_array_elements(version.content->'steps') step
      on step->>'id' = stay->>'stepId'
    where one.id = any(${ids}::uuid[]) order by 1`.execute(db);
  const notes = await sql<Placed>`
    select note->>'at' as at, note->>'text' as text from interactions one
    cross join jsonb_array_elements(one.notes) note
    where one.id = any(${ids}::uuid[]) order by 1`.execute(db);
  return { steps: steps.rows, notes: notes.rows };
};

export const insertListening = async (
  tx: Db,
  one: {
    readonly id: string;
    readonly recordingId: string;
    readonly userId: string;
    readonly reason: string;
    readonly at: string;
    readonly until: string;
  },
): Promise<void> => {
  await tx
    .insertInto('recording_listenings')
    .values({
      id: one.id,
      recording_id: one.recordingId,
      user_id: one.userId,
      reason: one.reason,
      at: one.at,
      until: one.until,
    })
    .execute();
};

export const isListening = async (
  db: Db,
  of: { readonly id: string; readonly recordingId: string; readonly userId: string },
  now: string,
): Promise<boolean> =>
  (await db
    .selectFrom('recording_listenings')
    .select('id')
    .where('id', '=', of.id)
    .where('recording_id', '=', of.recordingId)
    .where('user_id', '=', of.userId)
    .where('until', '>', now)
    .executeTakeFirst()) !== undefined;

export const findListeners = (db: Db, recordingId: string) =>
  db
    .selectFrom('recording_listenings')
    .innerJoin('users', 'users.id', 'user_id')
    .select([
      sql<string>`trim(users.first_name || ' ' || users.last_name)`.as('name'),
      'at',
      'reason',
    ])
    .where('recording_id', '=', recordingId)
    .orderBy('at', 'desc')
    .limit(50)
    .execute();
