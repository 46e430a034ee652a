/** Cards as merging writes them: whole, relations included, shown or hidden. */

import type { HubTables } from '@api/db/tables.ts';
import { findCards, updateCustomer } from '@api/modules/customers/repository.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import type { OwnFields } from '@shared/domain/identity/combine-cards.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

/** Locked, with the relations of every brand; a hidden card is read like a shown one. */
export const lockCards = async (db: Db, ids: readonly string[]): Promise<Map<string, Customer>> => {
  const wanted = [...new Set(ids)];
  await sql`select id from customers where id = any(${wanted}::uuid[]) order by id for update`.execute(
    db,
  );
  return findCards(db, wanted);
};

const replaceRelations = async (db: Db, customerId: string, relations: Customer['relations']) => {
  await db.deleteFrom('customer_relations').where('customer_id', '=', customerId).execute();
  if (relations.length === 0) return;
  const rows = relations.map((relation) => ({
    customer_id: customerId,
    brand_id: relation.brandId,
    since: relation.since,
    value_12_months_cents: relation.value12MonthsCents,
    segment: relation.segment,
    vip: relation.vip,
    score: relation.score ?? null,
    relation_mode: relation.relationMode,
  }));
  await db.insertInto('customer_relations').values(rows).execute();
};

/** A card that is shown carries its brands; one that is merged away carries none, and nobody sees it. */
export const writeCard = async (
  db: Db,
  former: Customer,
  fields: OwnFields,
  { isShown, at }: { readonly isShown: 'shown' | 'hidden'; readonly at: string },
): Promise<Customer> => {
  const card: Customer = { ...former, ...fields, version: former.version + 1, updatedAt: at };
  await replaceRelations(db, card.id, card.relations);
  await updateCustomer(db, card);
  await markCard(db, card.id, isShown);
  return card;
};

const markCard = async (db: Db, id: string, isShown: 'shown' | 'hidden'): Promise<void> => {
  const brands =
    isShown === 'hidden'
      ? sql<string[]>`'{}'::text[]`
      : sql<string[]>`(select coalesce(array_agg(brand_id order by brand_id), '{}')
          from customer_relations where customer_id = ${id})`;
  await db.updateTable('customers').set({ brand_ids: brands }).where('id', '=', id).execute();
};

/** Hides a card or shows it again; nothing else of it changes but its version. */
export const showCard = async (
  db: Db,
  card: Customer,
  {
    isShown,
    at,
    partedFrom,
  }: {
    readonly isShown: 'shown' | 'hidden';
    readonly at: string;
    readonly partedFrom: string | null;
  },
): Promise<Customer> => {
  const next = { ...card, version: card.version + 1, updatedAt: at };
  await db
    .updateTable('customers')
    .set({ version: next.version, updated_at: at, parted_from: partedFrom })
    .where('id', '=', card.id)
    .execute();
  await markCard(db, card.id, isShown);
  return next;
};
