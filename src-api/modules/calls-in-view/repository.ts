/** Who has whose call in view, and what the advisor's desktop tells of it meanwhile. */
import type { HubTables } from '@api/db/tables.ts';
import { type ToldCall, toldCallSchema } from '@shared/contracts/http/seat-call.ts';
import type { MyHelps } from '@shared/contracts/http/team-help.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;
type Look = {
  readonly userId: string;
  readonly leadId: string;
  readonly at: string;
  readonly until: string;
};

/** Her desktop is to tell, or to tell no more: asked for by ids, as all news are. */
const announceLook = async (tx: Db, { userId, leadId }: Pick<Look, 'userId' | 'leadId'>) => {
  await sql`select pg_notify('calls_in_view', ${userId}), pg_notify('team_help', ${`${leadId},${userId}`})`.execute(
    tx,
  );
};

/** Her desktop was away when it was asked, or is in another call since. */
export const askAgain = async (db: Db, userId: string): Promise<void> => {
  await sql`select pg_notify('calls_in_view', ${userId})`.execute(db);
};

/** @returns whether she begins to look: a look that is going on is written now and then only */
export const look = async (db: Db, { userId, leadId, at, until }: Look): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    const known = await tx
      .selectFrom('call_watchers')
      .select('until')
      .where('user_id', '=', userId)
      .where('lead_id', '=', leadId)
      .executeTakeFirst();
    const isGoingOn = known !== undefined && known.until > at;
    const isFresh = isGoingOn && Date.parse(known.until) * 2 > Date.parse(at) + Date.parse(until);
    if (isFresh) return false;
    await sql`
      insert into call_watchers (user_id, lead_id, since, until)
      values (${userId}, ${leadId}, ${at}, ${until})
      on conflict (user_id, lead_id) do update set until = excluded.until,
        since = case when call_watchers.until > ${at} then call_watchers.since else ${at} end`.execute(
      tx,
    );
    await announceLook(tx, { userId, leadId });
    return !isGoingOn;
  });

export const lookAway = async (
  db: Db,
  of: Pick<Look, 'userId' | 'leadId'> & { readonly at: string },
): Promise<void> => {
  await db.transaction().execute(async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('call_watchers')
      .where('user_id', '=', of.userId)
      .where('lead_id', '=', of.leadId)
      .executeTakeFirst();
    await forgetUnseen(tx, of.at);
    if (numDeletedRows > 0n) await announceLook(tx, of);
  });
};

/** @returns false when nobody looks: nothing of the call is kept */
export const tell = async (
  db: Db,
  userId: string,
  { told: { customerId, ...content }, at }: { readonly told: ToldCall; readonly at: string },
): Promise<boolean> => {
  const { rows } = await sql`
    insert into calls_in_view (user_id, customer_id, content, told_at)
    select ${userId}, (select id from customers where id = ${customerId}),
      ${JSON.stringify(content)}::jsonb, ${at}
    where exists (select from call_watchers where user_id = ${userId} and until > ${at})
    on conflict (user_id) do update set customer_id = excluded.customer_id,
      content = excluded.content, told_at = excluded.told_at
    returning user_id`.execute(db);
  return rows.length > 0;
};

export const findTold = async (db: Db, userId: string): Promise<ToldCall | null> => {
  const row = await db
    .selectFrom('calls_in_view')
    .select(['content', 'customer_id'])
    .where('user_id', '=', userId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return toldCallSchema.parse({ ...row.content, customerId: row.customer_id });
};

/** Those who have her call in view, for her to know. */
export const watchersOf = async (
  db: Db,
  userId: string,
  at: string,
): Promise<NonNullable<MyHelps['seenBy']>> => {
  const { rows } = await sql<NonNullable<MyHelps['seenBy']>[number]>`
    select trim(first_name || ' ' || last_name) as "leadName", since from call_watchers
    join users on users.id = lead_id where call_watchers.user_id = ${userId} and until > ${at}
    order by since`.execute(db);
  return rows;
};

/** What was told goes with the last who looks. @returns the advisors whom nobody looks at any more */
export const forgetUnseen = async (db: Db, at: string): Promise<void> => {
  const gone = await db
    .deleteFrom('call_watchers')
    .where('until', '<=', at)
    .returning(['user_id as userId', 'lead_id as leadId'])
    .execute();
  await sql`delete from calls_in_view where not exists (
    select from call_watchers where user_id = calls_in_view.user_id)`.execute(db);
  for (const one of gone) await announceLook(db, one);
};
