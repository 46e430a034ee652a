/** One person over every table: gathered, or erased. */
import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import { type Kysely, sql } from 'kysely';
import { type PersonalTable, personalTables } from './personal-tables.ts';
import type { Subject } from './subject.ts';

type Db = Kysely<HubTables>;
type Row = Record<string, unknown>;

/** The card that is asked for and all that were merged with it: one person. */
const cardsOf = async (db: Db, customerId: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    with root as (
      select coalesce((select root_id from merged_customers where customer_id = ${customerId}),
        ${customerId}::uuid) as id
    )
    select id from root
    union select customer_id from merged_customers where root_id in (select id from root)`.execute(
    db,
  );
  return rows.map(({ id }) => id);
};

const numbersOf = async (db: Db, cards: readonly string[]): Promise<string[]> => {
  const { rows } = await sql<{ e164: string }>`
    select e164 from customer_phones mine where customer_id = any(${[...cards]})
      and not exists (select from customer_phones other
        where other.e164 = mine.e164 and other.customer_id <> all(${[...cards]}))`.execute(db);
  return rows.map(({ e164 }) => e164);
};

export const subjectOf = async (db: Db, customerId: string): Promise<Subject> => {
  const customerIds = await cardsOf(db, customerId);
  return { customerIds, ownNumbers: await numbersOf(db, customerIds) };
};

/** Null when there is nobody of this id at one of these brands, restricted or not. */
export const findSubject = async (
  db: Db,
  customerId: string,
  scope: readonly string[],
): Promise<Subject | null> => {
  const subject = await subjectOf(db, customerId);
  const known = await brandsOfSubject(db, subject.customerIds);
  return known.some((brandId) => scope.includes(brandId)) ? subject : null;
};

export const brandsOfSubject = async (
  db: Db,
  customerIds: readonly string[],
): Promise<string[]> => {
  const rows = await db
    .selectFrom('customer_relations')
    .select('brand_id')
    .distinct()
    .where(isOneOf('customer_id', customerIds))
    .execute();
  return rows.map((row) => row.brand_id);
};

/** What was sent to the hub is kept as bytes; whoever asks for it wants to read it. */
const readable = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      column === 'body' && typeof value === 'string' && /^\\x(?:[0-9a-f]{2})*$/.test(value)
        ? Buffer.from(value.slice(2), 'hex').toString('utf8')
        : value,
    ]),
  );

export const gather = async (
  db: Db,
  subject: Subject,
): Promise<{ name: string; rows: Row[] }[]> => {
  const sections: { name: string; rows: Row[] }[] = [];
  for (const { table, rows, hidden = [] } of [...personalTables].reverse()) {
    const found = await sql<{ row: Row }>`
      select to_jsonb(one) - ${[...hidden]}::text[] as row
      from ${sql.table(table)} one where ${rows(subject)}`.execute(db);
    sections.push({ name: table, rows: found.rows.map(({ row }) => readable(row)) });
  }
  return sections;
};

const eraseRows = async (tx: Db, { table, rows }: PersonalTable, subject: Subject) => {
  // What was sent stays known as sent, so that it is not taken for new; what it said goes.
  const statement =
    table === 'hook_events'
      ? sql`update hook_events one set body = null, issues = '[]', reason = null,
            status = case status when 'quarantined' then 'given-up' else status end,
            settled_at = coalesce(settled_at, now()),
            settled_why = case status when 'quarantined' then 'erased' else settled_why end
          where ${rows(subject)}`
      : sql`delete from ${sql.table(table)} one where ${rows(subject)}`;
  const { numAffectedRows } = await statement.execute(tx);
  return Number(numAffectedRows ?? 0);
};

/** The ids of what is being erased: what still comes for one of them is refused. */
const noteIds = async (tx: Db, erasureId: string, subject: Subject): Promise<void> => {
  for (const { table, rows } of personalTables) {
    if (!['customers', 'interactions', 'cases', 'callbacks'].includes(table)) continue;
    await sql`insert into erased_ids (id, erasure_id)
      select one.id, ${erasureId} from ${sql.table(table)} one where ${rows(subject)}
      on conflict do nothing`.execute(tx);
  }
};

/** Answers to desktops hold the hub's row where one was newer. */
const scrubAnswers = async (tx: Db, { customerIds }: Subject): Promise<void> => {
  const ids = [...customerIds];
  await sql`update applied_mutations set answer = answer - 'current'
    where answer ? 'current' and (answer->'current'->>'id' = any(${ids}::text[])
      or answer->'current'->>'customerId' = any(${ids}::text[]))`.execute(tx);
};

/** @returns how many rows went, by table. */
export const eraseSubject = async (
  tx: Db,
  erasureId: string,
  subject: Subject,
): Promise<Record<string, number>> => {
  await noteIds(tx, erasureId, subject);
  await scrubAnswers(tx, subject);
  const counts: Record<string, number> = {};
  for (const one of personalTables) counts[one.table] = await eraseRows(tx, one, subject);
  return counts;
};
