/** Links between companies and the people who speak for them, as each of the two cards tells them. */

import type { HubTables } from '@api/db/tables.ts';
import type { CustomerLink } from '@shared/domain/customer/customer.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

/**
 * By customer, those who are there now first. A card of other brands is not named, nor is one that
 * was merged away. `scope` null: every brand.
 */
export const findLinks = async (
  db: Db,
  customerIds: readonly string[],
  scope: readonly string[] | null,
): Promise<Map<string, CustomerLink[]>> => {
  const { rows } = await sql<CustomerLink & { readonly of: string }>`
    select mine.id as of, link.id, other.id as "customerId",
      case when other.id = link.company_id then 'company' else 'contact' end as "as",
      coalesce(other.company_name, trim(other.first_name || ' ' || other.last_name)) as name,
      link.function, link.direct_line as "directLine", link.since, link.until
    from unnest(${[...customerIds]}::uuid[]) mine(id)
    join customer_contacts link on mine.id in (link.company_id, link.person_id)
    join customers other on other.id in (link.company_id, link.person_id) and other.id <> mine.id
    where other.brand_ids && ${scope === null ? null : [...scope]}::text[]
      or ${scope === null}::boolean
    order by mine.id, link.until nulls first, name, link.id
  `.execute(db);
  const links = new Map<string, CustomerLink[]>();
  for (const { of, ...link } of rows) links.set(of, [...(links.get(of) ?? []), link]);
  return links;
};

export type Contact = {
  readonly id: string;
  readonly companyId: string;
  readonly personId: string;
  readonly function: string;
  readonly directLine: string | null;
  readonly since: string | null;
  readonly until: string | null;
};

export const findContact = async (
  db: Db,
  id: string,
): Promise<{ readonly companyId: string; readonly personId: string } | null> =>
  (await db
    .selectFrom('customer_contacts')
    .select(['company_id as companyId', 'person_id as personId'])
    .where('id', '=', id)
    .executeTakeFirst()) ?? null;

export const putContact = async (db: Db, contact: Contact): Promise<void> => {
  const row = {
    company_id: contact.companyId,
    person_id: contact.personId,
    function: contact.function,
    direct_line: contact.directLine,
    since: contact.since,
    until: contact.until,
  };
  await db
    .insertInto('customer_contacts')
    .values({ id: contact.id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
};

export const deleteContact = async (db: Db, id: string): Promise<void> => {
  await db.deleteFrom('customer_contacts').where('id', '=', id).execute();
};
