/** Finds people for a list, and puts those who stay on it. */
import type { HubTables } from '@api/db/tables.ts';
import type { ListQuery } from '@shared/contracts/http/campaign-lists.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

const allOrIn = (column: ReturnType<typeof sql>, values: readonly string[] | undefined) =>
  values === undefined ? sql`true` : sql`${column} = any(${[...values]}::text[])`;

export type FoundPerson = {
  readonly id: string;
  readonly valueCents: number;
  /** Null: no study knows her. */
  readonly score: number | null;
};
/** `last`: where the next page begins after; null when there is none. */
export type FoundPeople = { readonly found: FoundPerson[]; readonly last: string | null };
type Page = { readonly brandId: string; readonly after: string | null; readonly limit: number };

const person = sql`card.id, relation.value_12_months_cents as "valueCents", relation.score`;
const shown = sql`card.restricted_at is null
  and not exists (select from merged_customers where customer_id = card.id)`;

/** The next people of a brand after an id. */
export const findPeople = async (
  db: Db,
  query: ListQuery,
  { brandId, after, limit }: Page,
): Promise<FoundPeople> => {
  const { segments, vip, departments, communes, minValueCents, minScore, bought } = query;
  const { rows } = await sql<FoundPerson>`
    select ${person}
    from customers card
    join customer_relations relation
      on relation.customer_id = card.id and relation.brand_id = ${brandId}
    where ${shown} and (${after}::uuid is null or card.id > ${after}::uuid)
      and ${allOrIn(sql`relation.segment`, segments)}
      and (${vip ?? null}::boolean is null or relation.vip = ${vip ?? null})
      and (${departments === undefined} or left(card.postcode, 2) = any(${departments ?? []}::text[])
        or left(card.postcode, 3) = any(${departments ?? []}::text[]))
      and ${allOrIn(sql`card.insee_code`, communes)}
      and (${minValueCents ?? null}::int is null
        or relation.value_12_months_cents >= ${minValueCents ?? null})
      and (${minScore ?? null}::real is null or relation.score >= ${minScore ?? null}::real)
      and (${bought === 'any'} or not exists (select from orders
        where orders.customer_id = card.id and orders.brand_id = ${brandId}))
    order by card.id limit ${limit}`.execute(db);
  return { found: rows, last: rows.length < limit ? null : (rows.at(-1)?.id ?? null) };
};

/** The next people whom an imported file names: those whom it made, changed, or found as they were. */
export const findNamed = async (
  db: Db,
  importId: string,
  { brandId, after, limit }: Page,
): Promise<FoundPeople> => {
  const from = after ?? '00000000-0000-0000-0000-000000000000';
  const named = await sql<{ id: string }>`
    select id from (
      (select distinct customer_id as id from import_changes
        where import_id = ${importId} and undone is null and customer_id > ${from}::uuid
        order by customer_id limit ${limit})
      union
      (select customer_id from import_people
        where import_id = ${importId} and customer_id > ${from}::uuid
        order by customer_id limit ${limit})
    ) named order by id limit ${limit}`.execute(db);
  const ids = named.rows.map(({ id }) => id);
  const { rows } = await sql<FoundPerson>`
    select ${person}
    from customers card
    join customer_relations relation
      on relation.customer_id = card.id and relation.brand_id = ${brandId}
    where ${shown} and card.id = any(${ids}::uuid[])
    order by card.id`.execute(db);
  return { found: rows, last: ids.length < limit ? null : (ids.at(-1) ?? null) };
};

/** Who of them waits already: in this campaign, or in another one of the brand that is not stopped. */
export const findListed = async (
  db: Db,
  campaignId: string,
  brandId: string,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, 'already-listed' | 'other-campaign'>> => {
  const { rows } = await sql<{ customerId: string; here: boolean }>`
    select one.customer_id as "customerId", bool_or(one.campaign_id = ${campaignId}) as here
    from campaign_contacts one join campaigns on campaigns.id = one.campaign_id
    where one.customer_id = any(${[...customerIds]}::uuid[])
      and (one.campaign_id = ${campaignId} or (campaigns.brand_id = ${brandId}
        and one.state = 'waiting' and campaigns.status <> 'stopped'))
    group by 1`.execute(db);
  return new Map(
    rows.map(({ customerId, here }) => [customerId, here ? 'already-listed' : 'other-campaign']),
  );
};

export type NewContact = {
  readonly id: string;
  readonly customerId: string;
  readonly state: 'waiting' | 'control';
  readonly zone: string;
  readonly score: number;
  readonly valueCents: number;
  /** What happened that makes her one. */
  readonly origin?: string;
  readonly expiresAt?: string | null;
  readonly promisedAt?: string | null;
};

export const insertContacts = async (
  db: Db,
  campaignId: string,
  contacts: readonly NewContact[],
  at: string,
): Promise<void> => {
  if (contacts.length === 0) return;
  await sql`
    insert into campaign_contacts
      (id, campaign_id, customer_id, state, zone, score, value_cents, origin,
       expires_at, promised_at, waiting_since, added_at)
    select (one->>'id')::uuid, ${campaignId}, (one->>'customerId')::uuid, one->>'state',
      one->>'zone', (one->>'score')::real, (one->>'valueCents')::int,
      one->>'origin', (one->>'expiresAt')::timestamptz, (one->>'promisedAt')::timestamptz, ${at}, ${at}
    from jsonb_array_elements(${JSON.stringify(contacts)}::jsonb) one`.execute(db);
};

/** Whose calls of this campaign are over. */
export const over = async (
  db: Db,
  campaignId: string,
  customerIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ id: string }>`
    select customer_id as id from campaign_contacts
    where campaign_id = ${campaignId} and customer_id = any(${[...customerIds]}::uuid[])
    group by 1 having bool_and(state = 'over')`.execute(db);
  return new Set(rows.map(({ id }) => id));
};

/** Something else happened to somebody whose calls were over: she waits again, with her attempts. */
export const openAgain = async (
  db: Db,
  campaignId: string,
  contacts: readonly NewContact[],
  at: string,
): Promise<void> => {
  if (contacts.length === 0) return;
  await sql`
    update campaign_contacts one set state = said.state, over_because = null, origin = said.origin,
      expires_at = said."expiresAt", promised_at = said."promisedAt", promised_to = null,
      not_before = null, waiting_since = ${at}, value_cents = said."valueCents"
    from jsonb_to_recordset(${JSON.stringify(contacts)}::jsonb) as said
      ("customerId" uuid, state text, origin text, "expiresAt" timestamptz,
       "promisedAt" timestamptz, "valueCents" int)
    where one.campaign_id = ${campaignId} and one.customer_id = said."customerId"
      and one.id = (select min(id::text)::uuid from campaign_contacts first
        where first.campaign_id = one.campaign_id and first.customer_id = one.customer_id)`.execute(
    db,
  );
};
