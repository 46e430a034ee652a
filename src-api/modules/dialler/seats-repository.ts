/** Who has signed in to a campaign, and what is known of each: enough to say who is free. */
import type { HubTables } from '@api/db/tables.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

export type SeatRow = {
  readonly userId: string;
  readonly name: string;
  readonly extension: string;
  readonly since: string;
  readonly sparedUntil: string | null;
  readonly toldState: string | null;
  readonly toldSince: string | null;
  readonly takenAt: string | null;
  readonly isTalking: boolean;
};

/** Whoever went home has signed out with it. */
const stillSignedIn = sql`
  not exists (select from advisor_states gone
    where gone.user_id = one.user_id and gone.state = 'offline' and gone.since > one.since)`;

export const findSeats = async (db: Db, campaignId: string): Promise<SeatRow[]> => {
  const { rows } = await sql<SeatRow>`
    select one.user_id as "userId", users.first_name || ' ' || users.last_name as name,
      lines.extension, one.since, one.spared_until as "sparedUntil",
      newest.state as "toldState", newest.since as "toldSince",
      given.taken_at as "takenAt", coalesce(given.is_talking, false) as "isTalking"
    from campaign_sign_ins one
    join users on users.id = one.user_id and users.active
    join lines on lines.user_id = one.user_id
    left join lateral (select state, since from advisor_states told
      where told.user_id = one.user_id order by since desc, received_at desc limit 1) newest on true
    left join lateral (select max(taken_at) as taken_at, bool_or(ended_at is null) as is_talking
      from dialled_calls call
      where call.given_to = one.user_id and call.placed_at > one.since - interval '1 hour') given on true
    where one.campaign_id = ${campaignId} and ${stillSignedIn}
    order by one.user_id`.execute(db);
  return rows;
};

export const findSignIn = async (
  db: Db,
  userId: string,
): Promise<{ campaignId: string; since: string } | null> => {
  const { rows } = await sql<{ campaignId: string; since: string }>`
    select one.campaign_id as "campaignId", one.since from campaign_sign_ins one
    where one.user_id = ${userId} and ${stillSignedIn}`.execute(db);
  return rows[0] ?? null;
};

/** Without a telephone of the switch nobody can be given a call. */
export const hasLine = async (db: Db, userId: string): Promise<boolean> => {
  const line = db.selectFrom('lines').select('extension').where('user_id', '=', userId);
  return (await line.executeTakeFirst()) !== undefined;
};

export const writeSignIn = async (
  db: Db,
  row: { readonly userId: string; readonly campaignId: string; readonly since: string },
): Promise<void> => {
  const values = { campaign_id: row.campaignId, since: row.since, spared_until: null };
  await db
    .insertInto('campaign_sign_ins')
    .values({ user_id: row.userId, ...values })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(values))
    .execute();
};

export const deleteSignIn = async (db: Db, userId: string): Promise<void> => {
  await db.deleteFrom('campaign_sign_ins').where('user_id', '=', userId).execute();
};

/** Her telephone did not take a call: the next ones go to others for a while. */
export const spare = async (db: Db, userId: string, until: string): Promise<void> => {
  await db
    .updateTable('campaign_sign_ins')
    .set({ spared_until: until })
    .where('user_id', '=', userId)
    .execute();
};
