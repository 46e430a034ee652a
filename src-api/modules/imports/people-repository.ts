/** Whom the lines of an import may mean: by their keys, their numbers, the file's own names for them. */
import { findCustomers } from '@api/modules/customers/repository.ts';
import type { Consent, Customer } from '@shared/domain/customer/customer.ts';
import { idSchema } from '@shared/kernel/ids.ts';
import { sql } from 'kysely';
import type { SearchKeys } from './keys-repository.ts';
import type { Db } from './repository.ts';

/** A key that more cards share says nothing: a switchboard, an invented number. */
const mostCards = 40;

/**
 * In one order for everybody, so that two writers wait for each other and never for ever.
 * @returns the version of each as it is now, and stays until the transaction ends
 */
export const lockCustomers = async (
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; version: number }>`
    select id, version from customers where id = any(${[...ids]}::uuid[])
    order by id for update`.execute(db);
  return new Map(rows.map(({ id, version }) => [id, version]));
};

/** Cards of the brand that some lines may mean, by their keys or their mailboxes, and some by id. */
export const cardsMeeting = async (
  db: Db,
  brandId: string,
  by: SearchKeys & { readonly emails: readonly string[]; readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, Customer>> => {
  const numbers = by.alone.filter((key) => key.startsWith('p:')).map((key) => key.slice(2));
  const { rows } = await sql<{ id: string }>`
    select unnest(met.ids) as id from unnest(${[...by.alone]}::text[]) wanted (key)
      cross join lateral (select array_agg(customer_id) as ids from (
        select customer_id from identity_keys where key = wanted.key limit ${mostCards + 1}) few) met
    where cardinality(met.ids) <= ${mostCards}
    union
    select unnest(met.ids) from unnest(${numbers}::text[]) wanted (e164)
      cross join lateral (select array_agg(customer_id) as ids from (
        select customer_id from customer_phones where e164 = wanted.e164
        limit ${mostCards + 1}) few) met
    where cardinality(met.ids) <= ${mostCards}
    union
    select home.customer_id
    from unnest(${[...by.homes]}::text[], ${[...by.names]}::text[]) pair (home, name)
      join identity_keys home on home.key = pair.home
      join identity_keys named on named.customer_id = home.customer_id and named.key = pair.name
    union select id from customers where emails && ${[...by.emails]}::text[]
    union select unnest(${[...by.ids]}::uuid[])`.execute(db);
  return findCustomers(
    db,
    rows.map(({ id }) => id),
    [brandId],
  );
};

export const isId = (text: string): boolean => idSchema.safeParse(text).success;

/** Which consents say the same as one that is there, to the second; they lie at these places. */
export const consentsSaid = async (
  db: Db,
  consents: readonly Consent[],
): Promise<ReadonlySet<number>> => {
  const { rows } = await sql<{ place: number }>`
    select said.place from jsonb_to_recordset(${JSON.stringify(
      consents.map(({ customerId, brandId, channel, status, purpose, givenAt }, place) => ({
        customerId,
        brandId,
        channel,
        status,
        purpose,
        givenAt,
        place,
      })),
    )}::jsonb) as said ("customerId" uuid, "brandId" text, channel text, status text,
      purpose text, "givenAt" timestamptz, place int)
    where exists (select from consents one
      where one.customer_id = said."customerId" and one.brand_id = said."brandId"
        and one.channel = said.channel and one.status = said.status
        and one.purpose = said.purpose
        and date_trunc('second', one.given_at) = date_trunc('second', said."givenAt"))`.execute(db);
  return new Set(rows.map(({ place }) => place));
};

/** Customers by the name that files, or other systems of the brand, have for them. */
export const customersNamed = async (
  db: Db,
  brandId: string,
  references: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (references.length === 0) return new Map();
  const { rows } = await sql<{ reference: string; id: string }>`
    select distinct on (known.reference) known.reference, coalesce(merged.root_id, known.id) as id
    from (
      select reference, customer_id as id, 0 as place from import_references
      where brand_id = ${brandId} and reference = any(${[...references]}::text[])
      union all
      select named.external_id, named.id, 1 from external_references named
      join sources source on source.id = named.source_id and source.brand_ids @> ${[brandId]}::text[]
      where named.kind = 'customer' and named.external_id = any(${[...references]}::text[])
      union all
      -- A file that we made names customers by our own ids.
      select own.id::text, own.id, 2 from customers own
      where own.id = any(${references.filter(isId)}::uuid[]) and own.brand_ids && array[${brandId}]
    ) known
    join customers on customers.id = known.id
    left join merged_customers merged on merged.customer_id = known.id
    order by known.reference, known.place`.execute(db);
  return new Map(rows.map(({ reference, id }) => [reference, id]));
};

export const putReferences = async (
  db: Db,
  brandId: string,
  named: readonly { readonly reference: string; readonly customerId: string }[],
): Promise<void> => {
  if (named.length === 0) return;
  await sql`
    insert into import_references (brand_id, reference, customer_id)
    select ${brandId}, said.reference, said."customerId"
    from jsonb_to_recordset(${JSON.stringify(named)}::jsonb)
      as said (reference text, "customerId" uuid)
    on conflict do nothing`.execute(db);
};

export type ContactOf = { readonly id: string; readonly name: string; readonly key: string };

/** Customers of the brand with one of the numbers or addresses; `key` says by which. */
export const customersReached = async (
  db: Db,
  brandId: string,
  phones: readonly string[],
  emails: readonly string[],
): Promise<readonly ContactOf[]> => {
  const { rows } = await sql<ContactOf>`
    select one.id, one.search_text as name, phone.e164 as key
    from customer_phones phone join customers one on one.id = phone.customer_id
    where phone.e164 = any(${[...phones]}::text[]) and one.brand_ids @> ${[brandId]}::text[]
    union
    select one.id, one.search_text, lower(email)
    from customers one, unnest(one.emails) email
    where one.emails && ${[...emails]}::text[] and one.brand_ids @> ${[brandId]}::text[]`.execute(
    db,
  );
  return rows;
};

/** The last decision of each customer on each channel of the brand. */
export const standingConsents = async (
  db: Db,
  brandId: string,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, Pick<Consent, 'status' | 'givenAt'>>> => {
  if (customerIds.length === 0) return new Map();
  const { rows } = await sql<{
    customer_id: string;
    channel: string;
    status: Consent['status'];
    given_at: string;
  }>`
    select distinct on (customer_id, channel) customer_id, channel, status, given_at from consents
    where brand_id = ${brandId} and customer_id = any(${[...customerIds]}::uuid[])
    order by customer_id, channel, given_at desc`.execute(db);
  return new Map(
    rows.map(({ customer_id, channel, status, given_at }) => [
      `${customer_id} ${channel}`,
      { status, givenAt: given_at },
    ]),
  );
};

export const knownConsentIds = async (
  db: Db,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ id: string }>`
    select id from consents where id = any(${[...ids]}::uuid[])`.execute(db);
  return new Set(rows.map(({ id }) => id));
};

/** Two cards that a person said are two, so that nobody is asked again. */
export const putApart = async (
  db: Db,
  pairs: readonly {
    readonly one: string;
    readonly other: string;
    readonly for: readonly string[];
    readonly against: readonly string[];
  }[],
  said: { readonly userId: string | null; readonly at: string },
): Promise<void> => {
  if (pairs.length === 0) return;
  await sql`
    insert into duplicate_proposals (one_id, other_id, verdict, reasons_for, reasons_against,
      status, found_at, decided_by, decided_at)
    select least(pair.one, pair.other), greatest(pair.one, pair.other), 'probable',
      array(select jsonb_array_elements_text(pair.for)),
      array(select jsonb_array_elements_text(pair.against)),
      'dismissed', ${said.at}, ${said.userId}, ${said.at}
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb)
      as pair (one uuid, other uuid, "for" jsonb, against jsonb)
    where exists (select from customers where id = pair.one)
      and exists (select from customers where id = pair.other)
    on conflict do nothing`.execute(db);
};
