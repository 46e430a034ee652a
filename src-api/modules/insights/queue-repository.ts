/** Customers whose history changed since what follows from it was worked out. */
import type { HubTables } from '@api/db/tables.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

/**
 * Takes some out of the queue, for as long as the transaction lives: when it fails they are back.
 * What another instance has taken is passed over. Each customer is then this transaction's alone, so
 * that the last one to write has read what the others wrote.
 */
export const takeQueued = async (tx: Db, limit: number): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    with taken as (
      delete from insight_queue where id in (
        select id from insight_queue order by id limit ${limit} for update skip locked
      ) returning customer_id
    ) select distinct customer_id as id from taken order by 1
  `.execute(tx);
  const ids = rows.map(({ id }) => id);
  await sql`
    select pg_advisory_xact_lock(hashtextextended('insight ' || id, 0))
    from (select unnest(${ids}::uuid[]) as id order by 1) one
  `.execute(tx);
  return ids;
};

/** Those of a brand who may have a promise running. */
export const queueBrand = async (db: Db, brandId: string): Promise<void> => {
  await sql`
    insert into insight_queue (customer_id)
    select distinct customer_id from interactions
    where brand_id = ${brandId} and customer_id is not null and direction = 'inbound'
      and started_at > now() - interval '31 days'
  `.execute(db);
};

/** Everybody: after a seeding or a restore, which do not go through the triggers. */
export const queueEverybody = async (db: Db): Promise<void> => {
  await sql`insert into insight_queue (customer_id) select id from customers order by id`.execute(
    db,
  );
};
