/** Finds whom a source may mean, and what it said about people of interactions it told. */
import type { HubTables } from '@api/db/tables.ts';
import type { Mention } from '@shared/contracts/hooks/event.ts';
import { type Kysely, sql } from 'kysely';
import type { Candidate } from './apply/decide-customer.ts';

type Db = Kysely<HubTables>;

/** Customers of a brand with one of the numbers or addresses, also whose data is restricted. */
export const customersByContact = async (
  db: Db,
  brandId: string,
  { phones, emails }: Pick<Mention, 'phones' | 'emails'>,
): Promise<readonly Candidate[]> => {
  if (phones.length === 0 && emails.length === 0) return [];
  const { rows } = await sql<Candidate>`
    select id, search_text as name from customers
    where (brand_ids @> ${[brandId]}::text[] or (restricted_at is not null and exists (
      select from customer_relations where customer_id = customers.id and brand_id = ${brandId})))
      and (
      emails && ${[...emails]}::text[] or
      id in (select customer_id from customer_phones where e164 = any(${[...phones]}::text[])))
    order by id limit 20
  `.execute(db);
  return rows;
};

/** Those of the customers whom the source knows by another name of its own. */
export const otherwiseNamed = async (
  db: Db,
  sourceId: string,
  ref: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('external_references')
    .select('id')
    .where('source_id', '=', sourceId)
    .where('kind', '=', 'customer')
    .where('external_id', '<>', ref)
    .where('id', 'in', ids)
    .execute();
  return new Set(rows.map((row) => row.id));
};

/** @returns whether it is new. */
export const addRelation = async (
  db: Db,
  customerId: string,
  brandId: string,
  since: string,
): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    insert into customer_relations
      (customer_id, brand_id, since, value_12_months_cents, segment, vip, relation_mode)
    values (${customerId}, ${brandId}, ${since.slice(0, 10)}, 0, 'new', false, 'neutral')
    on conflict do nothing`.execute(db);
  if (numAffectedRows !== 1n) return false;
  await sql`update customers set brand_ids = array_append(brand_ids, ${brandId})
    where id = ${customerId} and not brand_ids @> ${[brandId]}::text[]`.execute(db);
  return true;
};

/** What a mention belongs to: it has the same id. */
export type Mentioning = 'interaction' | 'callback';
export type KeptMention = {
  readonly of: Mentioning;
  readonly id: string;
  readonly sourceId: string;
  readonly brandId: string;
  readonly mention: Mention;
  /** What the rule found; null where it found nobody. */
  readonly customerId: string | null;
};

export const keepMention = async (db: Db, kept: KeptMention): Promise<void> => {
  const { of, id, mention } = kept;
  const said = {
    mention: JSON.stringify(mention),
    customer_ref: mention.ref ?? null,
    phones: mention.phones,
    emails: mention.emails,
  };
  await db
    .insertInto('mentions')
    .values({
      id,
      interaction_id: of === 'interaction' ? id : null,
      callback_id: of === 'callback' ? id : null,
      source_id: kept.sourceId,
      brand_id: kept.brandId,
      ...said,
      customer_id: kept.customerId,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(said))
    .execute();
};

const columns = sql`case when callback_id is null then 'interaction' else 'callback' end as of, id,
  source_id as "sourceId", brand_id as "brandId", mention, customer_id as "customerId"`;

/** Whatever may have become somebody else's by what was just learnt. */
export const mentionsOf = async (
  db: Db,
  brandId: string,
  sourceId: string,
  { ref, phones, emails }: Pick<Mention, 'ref' | 'phones' | 'emails'>,
): Promise<readonly KeptMention[]> => {
  const { rows } = await sql<KeptMention>`
    select ${columns} from mentions
    where brand_id = ${brandId} and (
      (source_id = ${sourceId} and customer_ref = ${ref ?? null}::text) or
      phones && ${[...phones]}::text[] or emails && ${[...emails]}::text[])
    order by id for update
  `.execute(db);
  return rows;
};

export const mentionOf = async (db: Db, id: string): Promise<KeptMention | null> => {
  const { rows } = await sql<KeptMention>`
    select ${columns} from mentions where id = ${id} for update`.execute(db);
  return rows[0] ?? null;
};

/** Moves it to its customer, unless a person decided otherwise or has settled it. */
export const attach = async (
  db: Db,
  { of, id, customerId: former }: KeptMention,
  customerId: string | null,
): Promise<void> => {
  if (of === 'interaction') {
    await sql`
      with moved as (
        update interactions set customer_id = ${customerId}::uuid
        where id = ${id} and customer_id is not distinct from ${former}::uuid
          and wrap_up_ended_at is null
        returning id
      ),
      broken_off as (
        update carts set customer_id = ${customerId}::uuid
        from moved where interaction_id = moved.id
      )
      update orders set customer_id = ${customerId}::uuid
      from moved where interaction_id = moved.id`.execute(db);
  } else {
    await sql`
      update callbacks set customer_id = ${customerId}::uuid,
        customer_name = coalesce((select coalesce(company_name, trim(first_name || ' ' || last_name))
          from customers where id = ${customerId}::uuid), '')
      where id = ${id} and customer_id is not distinct from ${former}::uuid
        and status <> 'done'`.execute(db);
  }
  await db.updateTable('mentions').set({ customer_id: customerId }).where('id', '=', id).execute();
};
