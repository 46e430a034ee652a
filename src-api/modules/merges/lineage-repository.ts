/** Which cards are merged into which: the forest, who is at its roots, and what each held alone. */

import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { Choices, OwnFields, TakenOff } from '@shared/domain/identity/combine-cards.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

/** Merging is rare and touches many rows: one at a time. */
export const waitForMerging = async (db: Db): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('customer-merges', 0))`.execute(db);
};

const mergeColumns = [
  'id',
  'survivor_id as survivorId',
  'absorbed_id as absorbedId',
  'choices',
  'added_consents as addedConsents',
  'merged_at as mergedAt',
  'undone_at as undoneAt',
] as const;

export type MergeRow = {
  readonly id: string;
  readonly survivorId: string;
  readonly absorbedId: string;
  readonly choices: Choices;
  readonly addedConsents: readonly string[];
  readonly mergedAt: string;
  readonly undoneAt: string | null;
};

export const findMerge = async (db: Db, id: string): Promise<MergeRow | null> =>
  (await db
    .selectFrom('customer_merges')
    .select(mergeColumns)
    .where('id', '=', id)
    .executeTakeFirst()) ?? null;

/** Those merged into a card and still so, in the order of merging. */
export const mergesInto = (db: Db, survivorId: string): Promise<MergeRow[]> =>
  db
    .selectFrom('customer_merges')
    .select(mergeColumns)
    .where('survivor_id', '=', survivorId)
    .where('undone_at', 'is', null)
    .orderBy('place')
    .execute();

/** The card into which this one was merged; null for one that is shown itself. */
export const parentOf = async (db: Db, customerId: string): Promise<string | null> => {
  const row = await db
    .selectFrom('customer_merges')
    .select('survivor_id')
    .where('absorbed_id', '=', customerId)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return row?.survivor_id ?? null;
};

/** A card and all that were merged into it, however deep. */
export const withMerged = async (db: Db, customerId: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    with recursive tree(id) as (
      select ${customerId}::uuid
      union
      select absorbed_id from customer_merges join tree on survivor_id = tree.id
      where undone_at is null
    ) select id from tree`.execute(db);
  return rows.map(({ id }) => id);
};

export const insertMerge = async (
  db: Db,
  merge: Pick<MergeRow, 'id' | 'survivorId' | 'absorbedId' | 'choices'>,
  by: { readonly userId: string; readonly at: string },
): Promise<void> => {
  await db
    .insertInto('customer_merges')
    .values({
      id: merge.id,
      survivor_id: merge.survivorId,
      absorbed_id: merge.absorbedId,
      choices: JSON.stringify(merge.choices),
      merged_by: by.userId,
      merged_at: by.at,
      undone_by: null,
      undone_at: null,
    })
    .execute();
};

export const updateMerge = async (
  db: Db,
  id: string,
  change: Readonly<
    Partial<{
      choices: Choices;
      addedConsents: readonly string[];
      undone: { readonly userId: string; readonly at: string };
    }>
  >,
): Promise<void> => {
  const { choices, addedConsents, undone } = change;
  await db
    .updateTable('customer_merges')
    .set({
      ...(choices === undefined ? {} : { choices: JSON.stringify(choices) }),
      ...(addedConsents === undefined ? {} : { added_consents: [...addedConsents] }),
      ...(undone === undefined ? {} : { undone_by: undone.userId, undone_at: undone.at }),
    })
    .where('id', '=', id)
    .execute();
};

/** From now on these cards are shown by another; by none, they are shown themselves. */
export const showBy = async (
  db: Db,
  customerIds: readonly string[],
  rootId: string | null,
): Promise<void> => {
  await sql`delete from merged_customers where customer_id = any(${[...customerIds]}::uuid[])`.execute(
    db,
  );
  const hidden = customerIds.filter((id) => id !== rootId);
  if (rootId === null || hidden.length === 0) return;
  await sql`insert into merged_customers (customer_id, root_id)
    select id, ${rootId}::uuid from unnest(${hidden}::uuid[]) id`.execute(db);
};

export type KeptOwn = {
  readonly own: OwnFields;
  readonly shown: OwnFields;
  readonly takenOff: TakenOff;
};

export const findOwn = async (db: Db, customerId: string): Promise<KeptOwn | null> => {
  const row = await db
    .selectFrom('customer_own')
    .select(['own', 'shown', 'taken_off as takenOff'])
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  return row ?? null;
};

export const putOwn = async (db: Db, customerId: string, kept: KeptOwn): Promise<void> => {
  const row = {
    own: JSON.stringify(kept.own),
    shown: JSON.stringify(kept.shown),
    taken_off: JSON.stringify(kept.takenOff),
  };
  await db
    .insertInto('customer_own')
    .values({ customer_id: customerId, ...row })
    .onConflict((conflict) => conflict.column('customer_id').doUpdateSet(row))
    .execute();
};

export const dropOwn = async (db: Db, customerId: string): Promise<void> => {
  await db.deleteFrom('customer_own').where('customer_id', '=', customerId).execute();
};

/** The latest first, of cards that have a brand of the scope. */
export const latestMerges = (db: Db, scope: readonly string[], limit: number) =>
  db
    .selectFrom('customer_merges')
    .select([
      'id',
      'survivor_id as survivorId',
      'absorbed_id as absorbedId',
      'merged_at as mergedAt',
      'merged_by as mergedBy',
      'undone_at as undoneAt',
    ])
    .where((where) =>
      where.exists(
        where
          .selectFrom('customer_relations')
          .select('brand_id')
          .whereRef('customer_relations.customer_id', '=', 'customer_merges.survivor_id')
          .where(isOneOf('brand_id', scope)),
      ),
    )
    .orderBy('place', 'desc')
    .limit(limit)
    .execute();
