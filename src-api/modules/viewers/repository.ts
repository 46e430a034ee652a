/** Who has which customer on screen. */
import type { HubTables } from '@api/db/tables.ts';
import type { Viewers } from '@shared/contracts/http/viewers.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

export type Viewing = {
  readonly customerId: string;
  readonly userId: string;
  readonly at: string;
  readonly until: string;
};

/** @returns whether it began now: neither seen before nor after a silence. */
export const noteViewing = async (tx: Db, one: Viewing): Promise<boolean> => {
  const { rows } = await sql<{ since: string }>`
    insert into customer_viewers (customer_id, user_id, since, until)
    values (${one.customerId}, ${one.userId}, ${one.at}, ${one.until})
    on conflict (customer_id, user_id) do update set until = excluded.until,
      since = case when customer_viewers.until < ${one.at}::timestamptz
        then excluded.since else customer_viewers.since end
    returning since`.execute(tx);
  return rows[0]?.since === one.at;
};

export const endViewing = async (
  db: Db,
  { customerId, userId }: Pick<Viewing, 'customerId' | 'userId'>,
): Promise<void> => {
  await db
    .deleteFrom('customer_viewers')
    .where('customer_id', '=', customerId)
    .where('user_id', '=', userId)
    .execute();
};

/** Those who are there at this instant, whoever came first first. */
export const othersViewing = async (
  db: Db,
  { customerId, userId, at }: Omit<Viewing, 'until'>,
): Promise<Viewers['others']> => {
  const { rows } = await sql<Viewers['others'][number]>`
    select viewer.user_id as "userId", viewer.since,
      trim(person.first_name || ' ' || person.last_name) as name
    from customer_viewers viewer join users person on person.id = viewer.user_id
    where viewer.customer_id = ${customerId} and viewer.user_id <> ${userId}
      and viewer.until >= ${at}
    order by viewer.since, viewer.user_id`.execute(db);
  return rows;
};
