/** Customers as one object: row, phones and relations; relations of other brands stay unread. */

import { brandsOverlap, isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import { findLinks } from '@api/modules/contacts/repository.ts';
import { findCalling } from '@api/modules/contracts/repository.ts';
import type { Calling } from '@shared/domain/customer/calling.ts';
import type { Customer, CustomerLink } from '@shared/domain/customer/customer.ts';
import type { Kysely } from 'kysely';
import { readRelations, withScore } from './relations-repository.ts';
import { searchTextOf } from './search-text.ts';
import { shownBy } from './shown-repository.ts';

type Db = Kysely<HubTables>;
export type BrandScope = readonly string[];

const columns = [
  'id',
  'kind',
  'civility',
  'first_name as firstName',
  'last_name as lastName',
  'company_name as companyName',
  'birth_date as birthDate',
  'registration',
  'language',
  'emails',
  'address_lines',
  'postcode',
  'commune',
  'insee_code',
  'country',
  'version',
  'updated_at as updatedAt',
  'parted_from as partedFrom',
] as const;

const readRows = (db: Db, ids: readonly string[], scope: BrandScope | null) => {
  const query = db.selectFrom('customers').select(columns).where(isOneOf('id', ids));
  return (
    scope === null ? query : query.where(brandsOverlap('customers.brand_ids', scope))
  ).execute();
};

const readPhones = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('customer_phones')
    .select(['customer_id', 'e164', 'label'])
    .where(isOneOf('customer_id', ids))
    .orderBy('customer_id')
    .orderBy('position')
    .execute();

const grouped = <Row extends { customer_id: string }>(rows: readonly Row[]) => {
  const groups = new Map<string, Omit<Row, 'customer_id'>[]>();
  for (const { customer_id, ...rest } of rows) {
    const group = groups.get(customer_id);
    if (group === undefined) groups.set(customer_id, [rest]);
    else group.push(rest);
  }
  return groups;
};

type Row = Awaited<ReturnType<typeof readRows>>[number];

const addressOf = (row: Row): Customer['address'] =>
  row.country === null
    ? null
    : {
        lines: row.address_lines,
        postcode: row.postcode ?? '',
        commune: row.commune ?? '',
        inseeCode: row.insee_code,
        country: row.country,
      };

const assemble = (
  row: Row,
  {
    phones,
    relations,
    links,
    calling,
  }: Pick<Customer, 'phones' | 'relations'> & {
    readonly links: CustomerLink[] | undefined;
    readonly calling: Calling | undefined;
  },
): Customer => {
  const {
    address_lines: _l,
    postcode: _p,
    commune: _c,
    insee_code: _i,
    country: _o,
    ...rest
  } = row;
  const { birthDate, registration, partedFrom, ...own } = rest;
  return {
    ...own,
    ...(birthDate === null ? {} : { birthDate }),
    ...(registration === null ? {} : { registration }),
    ...(partedFrom === null ? {} : { partedFrom }),
    phones,
    relations,
    ...(links === undefined ? {} : { links }),
    ...(calling === undefined ? {} : { calling }),
    address: addressOf(row),
  };
};

const readCustomers = async (
  db: Db,
  ids: readonly string[],
  scope: BrandScope | null,
): Promise<Map<string, Customer>> => {
  if (ids.length === 0) return new Map();
  const rows = await readRows(db, ids, scope);
  const phones = grouped(await readPhones(db, ids));
  const relations = grouped(await readRelations(db, ids, scope));
  const links = await findLinks(db, ids, scope);
  const calling = await findCalling(db, ids, scope);
  return new Map(
    rows.map((row) => [
      row.id,
      assemble(row, {
        phones: phones.get(row.id) ?? [],
        relations: (relations.get(row.id) ?? []).map(withScore),
        links: links.get(row.id),
        calling: calling.get(row.id),
      }),
    ]),
  );
};

/** Those of the ids that the scope may see, by id. */
export const findCustomers = (
  db: Db,
  ids: readonly string[],
  scope: BrandScope,
): Promise<Map<string, Customer>> => readCustomers(db, ids, scope);

/** Cards whole, with every brand's relation, also those that are merged away and nobody sees. */
export const findCards = (db: Db, ids: readonly string[]): Promise<Map<string, Customer>> =>
  readCustomers(db, ids, null);

/**
 * The customer's row locked until the transaction ends, or null when the scope may not see it. Of a
 * card that was merged away it is the one that shows it.
 */
export const lockCustomer = async (
  db: Db,
  id: string,
  scope: BrandScope,
): Promise<Customer | null> => {
  const row = await db
    .selectFrom('customers')
    .select('id')
    .where('id', '=', await shownBy(db, id))
    .where(brandsOverlap('customers.brand_ids', scope))
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return null;
  return (await findCustomers(db, [row.id], scope)).get(row.id) ?? null;
};

/** What a customer's own row holds: everything but phones and relations. */
export const customerRow = (customer: Customer) => ({
  kind: customer.kind,
  civility: customer.civility,
  first_name: customer.firstName,
  last_name: customer.lastName,
  company_name: customer.companyName,
  birth_date: customer.birthDate ?? null,
  registration: customer.registration ?? null,
  language: customer.language,
  emails: customer.emails,
  address_lines: customer.address?.lines ?? [],
  postcode: customer.address?.postcode ?? null,
  commune: customer.address?.commune ?? null,
  insee_code: customer.address?.inseeCode ?? null,
  country: customer.address?.country ?? null,
  search_text: searchTextOf(customer),
  version: customer.version,
  updated_at: customer.updatedAt,
});

const phoneRows = (customer: Customer) =>
  customer.phones.map(({ e164, label }, position) => ({
    customer_id: customer.id,
    position,
    e164,
    label,
  }));

/** @returns false when that id is there already; nothing is written then. */
export const insertCustomer = async (db: Db, customer: Customer): Promise<boolean> => {
  const inserted = await db
    .insertInto('customers')
    .values({
      id: customer.id,
      brand_ids: customer.relations.map((relation) => relation.brandId),
      ...customerRow(customer),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted === undefined) return false;
  const phones = phoneRows(customer);
  if (phones.length > 0) await db.insertInto('customer_phones').values(phones).execute();
  const relations = customer.relations.map((relation) => ({
    customer_id: customer.id,
    brand_id: relation.brandId,
    since: relation.since,
    value_12_months_cents: relation.value12MonthsCents,
    segment: relation.segment,
    vip: relation.vip,
    score: relation.score ?? null,
    relation_mode: relation.relationMode,
  }));
  await db.insertInto('customer_relations').values(relations).execute();
  return true;
};

/** Overwrites everything but the relations of a locked customer. */
export const updateCustomer = async (db: Db, customer: Customer): Promise<void> => {
  await db.deleteFrom('customer_phones').where('customer_id', '=', customer.id).execute();
  const phones = phoneRows(customer);
  if (phones.length > 0) await db.insertInto('customer_phones').values(phones).execute();
  await db
    .updateTable('customers')
    .set(customerRow(customer))
    .where('id', '=', customer.id)
    .execute();
};
