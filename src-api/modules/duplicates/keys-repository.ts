/** Whom the hub has yet to look at, and by which keys customers meet. */

import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

/** A key that more cards share says nothing: a switchboard, an invented number. */
const mostCards = 40;

/** Takes some entries off the queue; other workers take others. They are back if the transaction fails. */
export const takeQueued = async (db: Db, limit: number): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    delete from identity_queue where id in (
      select id from identity_queue order by id limit ${limit} for update skip locked)
    returning customer_id as id`.execute(db);
  return [...new Set(rows.map(({ id }) => id))];
};

export const isAnyQueued = async (db: Db): Promise<boolean> => {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from identity_queue) as found`.execute(db);
  return rows[0]?.found ?? false;
};

export const putKeys = async (
  db: Db,
  customerIds: readonly string[],
  keys: readonly { readonly customerId: string; readonly key: string }[],
): Promise<void> => {
  await db.deleteFrom('identity_keys').where(isOneOf('customer_id', customerIds)).execute();
  if (keys.length === 0) return;
  await sql`
    insert into identity_keys (customer_id, key)
    select * from unnest(
      ${keys.map(({ customerId }) => customerId)}::uuid[],
      ${keys.map(({ key }) => key)}::text[])
    on conflict do nothing`.execute(db);
};

export type Meeting = { readonly oneId: string; readonly otherId: string };

/** Pairs of one of these customers with any other that shares a key of few. */
export const meetings = async (db: Db, customerIds: readonly string[]): Promise<Meeting[]> => {
  const { rows } = await sql<Meeting>`
    with shared as (
      select key from identity_keys where key in
        (select key from identity_keys where customer_id = any(${[...customerIds]}::uuid[]))
      group by key having count(*) between 2 and ${mostCards})
    select distinct least(mine.customer_id, other.customer_id) as "oneId",
      greatest(mine.customer_id, other.customer_id) as "otherId"
    from identity_keys mine join shared using (key) join identity_keys other using (key)
    where mine.customer_id = any(${[...customerIds]}::uuid[]) and other.customer_id <> mine.customer_id
  `.execute(db);
  return rows;
};

/** Everybody: after a seeding or a restore, which do not go through the triggers. */
export const queueForLikeness = async (db: Db): Promise<void> => {
  await sql`insert into identity_queue (customer_id) select id from customers order by id`.execute(
    db,
  );
};
