/** What undoing asks of the hub: who was worked on since, and what can go. */
import { sql } from 'kysely';
import type { Db } from './repository.ts';

/** Of the cards, those that are there, that were merged, and that somebody has worked on since. */
export const cardsSince = async (
  db: Db,
  importId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, 'untouched' | 'merged' | 'worked-on'>> => {
  const { rows } = await sql<{ id: string; fate: 'untouched' | 'merged' | 'worked-on' }>`
    select one.id, case
      when exists (select from customer_merges merge where merge.undone_at is null
        and one.id in (merge.survivor_id, merge.absorbed_id)) then 'merged'
      when exists (select from interactions where customer_id = one.id)
        or exists (select from practice_calls where customer_id = one.id)
        or exists (select from cases where customer_id = one.id)
        or exists (select from callbacks where customer_id = one.id)
        or exists (select from grants where customer_id = one.id)
        or exists (select from orders where customer_id = one.id)
        or exists (select from carts where customer_id = one.id)
        or exists (select from customer_contacts where one.id in (company_id, person_id))
        or exists (select from consents consent where consent.customer_id = one.id
          and not exists (select from import_changes own
            where own.entity_id = consent.id and own.import_id = ${importId}))
        or exists (select from customer_history change where change.customer_id = one.id
          and change.import_id is distinct from ${importId}) then 'worked-on'
      else 'untouched' end as fate
    from customers one where one.id = any(${[...ids]}::uuid[])
    order by one.id for update of one`.execute(db);
  return new Map(rows.map(({ id, fate }) => [id, fate]));
};

export const deleteCustomers = async (db: Db, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  await sql`delete from customers where id = any(${[...ids]}::uuid[])`.execute(db);
};

/** Consents that are there, with whether they are an opposition. */
export const consentsNow = async (
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, 'opposed' | 'other'>> => {
  const { rows } = await sql<{ id: string; is: 'opposed' | 'other' }>`
    select id, case when status = 'opposed' then 'opposed' else 'other' end as is
    from consents where id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, is }) => [id, is]));
};

/** Exchanges that are there, with whether anybody added to them. */
export const interactionsNow = async (
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, 'untouched' | 'worked-on'>> => {
  const { rows } = await sql<{ id: string; is: 'untouched' | 'worked-on' }>`
    select id, case when wrap_up_ended_at is not null or case_id is not null
        or corrected_at is not null or jsonb_array_length(notes) > 0
        or exists (select from interaction_revisions where interaction_id = one.id)
        or exists (select from callbacks where interaction_id = one.id)
      then 'worked-on' else 'untouched' end as is
    from interactions one where id = any(${[...ids]}::uuid[]) for update`.execute(db);
  return new Map(rows.map(({ id, is }) => [id, is]));
};

export const deleteFacts = async (
  db: Db,
  table: 'consents' | 'interactions',
  ids: readonly string[],
): Promise<void> => {
  if (ids.length === 0) return;
  await sql`delete from ${sql.table(table)} where id = any(${[...ids]}::uuid[])`.execute(db);
};
