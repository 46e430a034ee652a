/** What desktops say of now, shared by all hubs of a database: the newest word of each advisor. */
import type { HubTables } from '@api/db/tables.ts';
import { type DeskNow, deskNowSchema } from '@shared/domain/lead-board/desk-now.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

export type DeskWord = {
  readonly userId: string;
  readonly connectionId: string;
  readonly now: DeskNow;
  readonly at: string;
};
export type DeskLoss = Pick<DeskWord, 'userId' | 'connectionId' | 'at'>;
export type KnownDesk = {
  readonly userId: string;
  readonly now: DeskNow;
  readonly unheardSince: string | null;
};

/** A notification holds 8,000 bytes; an id takes 37 of them. */
const idsAtOnce = 200;
/** A hub that was not heard for so long is dead, and its desktops are unheard since it was. */
const deadAfterS = 3;

const announce = async (tx: Db, userIds: readonly string[]): Promise<void> => {
  for (let at = 0; at < userIds.length; at += idsAtOnce) {
    const payload = userIds.slice(at, at + idsAtOnce).join(',');
    await sql`select pg_notify('live_desks', ${payload})`.execute(tx);
  }
};

/** All at once, so that a busy second costs a few transactions and not a thousand. */
export const writeDesks = (
  db: Db,
  hubId: string,
  words: readonly DeskWord[],
  losses: readonly DeskLoss[],
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    if (words.length > 0)
      await sql`
        insert into live_desks (user_id, hub_id, connection_id, now, heard_at)
        select one."userId", ${hubId}, one."connectionId", one.now, one.at
        from jsonb_to_recordset(${JSON.stringify(words)}::jsonb)
          as one("userId" uuid, "connectionId" uuid, now jsonb, at timestamptz)
        join users on users.id = one."userId"
        on conflict (user_id) do update set hub_id = excluded.hub_id,
          connection_id = excluded.connection_id, now = excluded.now,
          heard_at = excluded.heard_at, lost_at = null`.execute(tx);
    if (losses.length > 0)
      await sql`
        update live_desks desk set lost_at = one.at
        from jsonb_to_recordset(${JSON.stringify(losses)}::jsonb)
          as one("userId" uuid, "connectionId" uuid, at timestamptz)
        where desk.user_id = one."userId" and desk.connection_id = one."connectionId"`.execute(tx);
    await announce(tx, [...new Set([...words, ...losses].map(({ userId }) => userId))]);
  });

/** @param userIds null: everybody's */
export const readDesks = async (
  db: Db,
  userIds: readonly string[] | null,
): Promise<KnownDesk[]> => {
  const { rows } = await sql<{ userId: string; now: unknown; unheardSince: string | null }>`
    select user_id as "userId", now,
      coalesce(lost_at, case
        when hub.beat_at is null then heard_at
        when hub.beat_at < now() - make_interval(secs => ${deadAfterS}) then hub.beat_at
      end) as "unheardSince"
    from live_desks left join live_hubs hub using (hub_id)
    ${userIds === null ? sql`` : sql`where user_id = any(${[...userIds]}::uuid[])`}`.execute(db);
  return rows.map((row) => ({ ...row, now: deskNowSchema.parse(row.now) }));
};

/** @returns whether another hub has died or come since `known`, a text to compare with the next */
export const beat = async (db: Db, hubId: string): Promise<string> => {
  await sql`
    insert into live_hubs (hub_id, beat_at) values (${hubId}, now())
    on conflict (hub_id) do update set beat_at = excluded.beat_at`.execute(db);
  const { rows } = await sql<{ alive: string }>`
    select coalesce(string_agg(hub_id::text, ',' order by hub_id), '') as alive from live_hubs
    where beat_at >= now() - make_interval(secs => ${deadAfterS})`.execute(db);
  return rows[0]?.alive ?? '';
};

/** What was said of now a day ago says nothing. */
export const forgetDesks = async (db: Db, before: string): Promise<void> => {
  await db.deleteFrom('live_desks').where('heard_at', '<', before).execute();
  await db.deleteFrom('live_hubs').where('beat_at', '<', before).execute();
};

/** In order: this hub's desktops are heard by nobody from now on. */
export const leaveDesks = async (db: Db, hubId: string): Promise<void> => {
  const left = await db
    .updateTable('live_desks')
    .set({ lost_at: sql<string>`now()` })
    .where('hub_id', '=', hubId)
    .where('lost_at', 'is', null)
    .returning('user_id')
    .execute();
  await announce(
    db,
    left.map(({ user_id }) => user_id),
  );
  await db.deleteFrom('live_hubs').where('hub_id', '=', hubId).execute();
};

/** Whatever she was at, she is not there: as if her desktop had said so. */
export const markGone = async (db: Db, userId: string, at: string): Promise<void> => {
  await sql`
    update live_desks set now = now || ${JSON.stringify({
      state: 'offline',
      since: at,
      reason: null,
      next: null,
      call: null,
      otherCalls: 0,
      hand: null,
    })}::jsonb where user_id = ${userId}`.execute(db);
  await announce(db, [userId]);
};
