/** Facts of calls in queues, and the calls that are folded from them. */
import type { HubTables } from '@api/db/tables.ts';
import {
  newFacts,
  type QueueCall,
  type QueueFact,
  queueCalls,
} from '@shared/domain/queue-call/queue-call.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

const atOnce = 5000;

const factsOf = async (tx: Db, legIds: readonly string[]): Promise<QueueFact[]> => {
  const rows = await tx
    .selectFrom('queue_facts')
    .select('fact')
    .where('leg_id', 'in', sql<string>`(select unnest(${legIds}::text[]))`)
    .execute();
  return rows.map(({ fact }) => fact);
};

const insertFacts = async (tx: Db, facts: readonly QueueFact[]): Promise<void> => {
  await sql`
    insert into queue_facts (queue, leg_id, kind, at, fact)
    select one->>'queue', one->>'legId', one->>'kind',
      to_timestamp((one->>'at')::bigint / 1000), one
    from jsonb_array_elements(${JSON.stringify(facts)}::jsonb) one
    on conflict do nothing`.execute(tx);
};

const writeCalls = async (tx: Db, legIds: readonly string[], calls: readonly QueueCall[]) => {
  await tx
    .deleteFrom('queue_calls')
    .where('leg_id', 'in', sql<string>`(select unnest(${legIds}::text[]))`)
    .execute();
  await sql`
    insert into queue_calls (queue, leg_id, joined_at, outcome, waited_s, talked_s)
    select queue, "legId", to_timestamp("joinedAt" / 1000), outcome, "waitedS", "talkedS"
    from jsonb_to_recordset(${JSON.stringify(calls)}::jsonb) as one(queue text, "legId" text,
      "joinedAt" bigint, outcome text, "waitedS" integer, "talkedS" integer)
    on conflict do nothing`.execute(tx);
};

const takeSome = (db: Db, told: readonly QueueFact[]): Promise<void> =>
  db.transaction().execute(async (tx) => {
    // Another hub hears the same at the same moment.
    await sql`select pg_advisory_xact_lock(hashtext('queue_facts'))`.execute(tx);
    const legIds = [...new Set(told.map(({ legId }) => legId))];
    const known = await factsOf(tx, legIds);
    const added = newFacts(known, told);
    if (added.length === 0) return;
    await insertFacts(tx, added);
    await writeCalls(tx, legIds, queueCalls([...known, ...added]));
  });

/** Takes what was told, however often and in whichever order. */
export const takeFacts = async (db: Db, told: readonly QueueFact[]): Promise<void> => {
  for (let at = 0; at < told.length; at += atOnce) await takeSome(db, told.slice(at, at + atOnce));
};

/** The calls stay; nothing late is told of those any more. */
export const forgetFacts = async (db: Db, beforeMs: number): Promise<void> => {
  await db.deleteFrom('queue_facts').where('at', '<', toInstant(beforeMs)).execute();
};
