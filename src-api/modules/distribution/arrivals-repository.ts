/** Who calls and whom she spoke with last, where it is certain; and how callers were put into queues. */
import type { HubTables } from '@api/db/tables.ts';
import type { ArrivalWhy, KnownCaller } from '@shared/domain/distribution/arrival.ts';
import { failedOutcomes } from '@shared/domain/thread/break-point.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

export type CertainCaller = KnownCaller & { readonly customerId: string };

/** Null: nobody has this number, several have it, or she may not be worked with. */
export const certainCaller = async (
  db: Db,
  e164: string,
  brandId: string,
): Promise<CertainCaller | null> => {
  const { rows } = await sql<{ customerId: string; isVip: boolean; dueAt: string | null }>`
    select customer.id as "customerId", coalesce(relation.vip, false) as "isVip",
      (select min(due_at) from deadlines
        where customer_id = customer.id and brand_id = ${brandId}) as "dueAt"
    from (select distinct customer_id from customer_phones where e164 = ${e164}) phone
    join customers customer on customer.id = phone.customer_id
    left join customer_relations relation
      on relation.customer_id = customer.id and relation.brand_id = ${brandId}
    where customer.restricted_at is null
      and (select count(distinct customer_id) from customer_phones where e164 = ${e164}) = 1
  `.execute(db);
  const [found] = rows;
  if (found === undefined) return null;
  return { ...found, dueAt: found.dueAt === null ? null : Date.parse(found.dueAt) };
};

/** With whom she talked last about this brand, not before `since`. */
export const lastAdvisorOf = async (
  db: Db,
  { customerId, brandId, since }: { customerId: string; brandId: string; since: string },
): Promise<string | null> => {
  const row = await db
    .selectFrom('interactions')
    .select('advisor_id')
    .where('customer_id', '=', customerId)
    .where('brand_id', '=', brandId)
    .where('channel', '=', 'phone')
    .where('advisor_id', 'is not', null)
    .where('outcome', 'not in', [...failedOutcomes])
    .where('started_at', '>=', since)
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.advisor_id ?? null;
};

export type KeptArrival = {
  readonly queue: string;
  readonly legId: string;
  readonly at: string;
  readonly priority: number;
  readonly why: readonly ArrivalWhy[];
  readonly first: {
    readonly userId: string;
    readonly penalty: number;
    readonly until: string;
  } | null;
};

type Row = HubTables['queue_arrivals'];
type Read = Omit<Row, 'why'> & { readonly why: readonly ArrivalWhy[] };

const arrivalIn = ({ queue, leg_id, at, priority, why, ...row }: Read): KeptArrival => {
  const { first_user: userId, first_penalty: penalty, first_until: until } = row;
  const first = userId === null || penalty === null || until === null;
  return {
    queue,
    legId: leg_id,
    at,
    priority,
    why,
    first: first ? null : { userId, penalty, until },
  };
};

/** What is told of one arrival by several hubs is told within this time. */
const sameWithinMs = 5_000;

/** Another hub may have decided: what was kept first holds for all. `isNew`: it was this one. */
export const keepArrival = async (
  tx: Db,
  { first, ...arrival }: KeptArrival,
): Promise<{ readonly kept: KeptArrival; readonly isNew: boolean }> => {
  const values = {
    queue: arrival.queue,
    leg_id: arrival.legId,
    at: arrival.at,
    priority: arrival.priority,
    why: JSON.stringify(arrival.why),
    first_user: first?.userId ?? null,
    first_penalty: first?.penalty ?? null,
    first_until: first?.until ?? null,
  };
  const { queue: _queue, leg_id: _leg, ...again } = values;
  const before = new Date(Date.parse(arrival.at) - sameWithinMs).toISOString();
  const written = await tx
    .insertInto('queue_arrivals')
    .values(values)
    .onConflict((conflict) =>
      conflict
        .columns(['queue', 'leg_id'])
        .doUpdateSet(again)
        .where('queue_arrivals.at', '<', before),
    )
    .returningAll()
    .executeTakeFirst();
  if (written !== undefined) return { kept: arrivalIn(written), isNew: true };
  const kept = await tx
    .selectFrom('queue_arrivals')
    .selectAll()
    .where('queue', '=', arrival.queue)
    .where('leg_id', '=', arrival.legId)
    .executeTakeFirstOrThrow();
  return { kept: arrivalIn(kept), isNew: false };
};

export const arrivalsSince = async (db: Db, since: string): Promise<KeptArrival[]> => {
  const rows = await db
    .selectFrom('queue_arrivals')
    .selectAll()
    .where('at', '>=', since)
    .orderBy('at')
    .execute();
  return rows.map(arrivalIn);
};

/** Whom calls are offered to alone at this moment. */
export const firstsAt = async (db: Db, at: string): Promise<KeptArrival[]> => {
  const rows = await db
    .selectFrom('queue_arrivals')
    .selectAll()
    .where('first_until', '>', at)
    .orderBy('at')
    .execute();
  return rows.map(arrivalIn);
};

/** She was taken, or left: nobody is kept for her any more. */
export const endFirst = async (
  db: Db,
  { queue, legId, at }: { readonly queue: string; readonly legId: string; readonly at: string },
): Promise<void> => {
  await db
    .updateTable('queue_arrivals')
    .set({ first_until: at })
    .where('queue', '=', queue)
    .where('leg_id', '=', legId)
    .where('first_until', '>', at)
    .execute();
};

export const raiseArrival = async (
  db: Db,
  { queue, legId, priority, why }: Pick<KeptArrival, 'queue' | 'legId' | 'priority' | 'why'>,
): Promise<void> => {
  await db
    .updateTable('queue_arrivals')
    .set({ priority, why: JSON.stringify(why) })
    .where('queue', '=', queue)
    .where('leg_id', '=', legId)
    .execute();
};

export const forgetArrivals = async (db: Db, before: string): Promise<void> => {
  await db.deleteFrom('queue_arrivals').where('at', '<', before).execute();
};
