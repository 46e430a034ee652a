/** Pairs of cards that may be one customer: found, dismissed, reported, merged. */

import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import { type Comparison, verdicts } from '@shared/domain/identity/verdict.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;
type Table = HubTables['duplicate_proposals'];

export type Found = {
  readonly oneId: string;
  readonly otherId: string;
  readonly comparison: Comparison;
};

/** The rank of a verdict in SQL, to tell whether one is stronger. */
const rankOf = (column: string) =>
  sql.raw(`array_position(array['${verdicts.join("','")}'], ${column})`);

/**
 * Writes what was found. A pair that somebody dismissed stays so until it looks more alike than it
 * did then; one that is parted again is open again.
 */
export const putFound = async (db: Db, found: readonly Found[], at: string): Promise<void> => {
  const likely = found.filter(({ comparison }) => comparison.verdict !== 'none');
  if (likely.length === 0) return;
  const lists = (of: 'for' | 'against') => likely.map(({ comparison }) => comparison[of].join(' '));
  await sql`
    insert into duplicate_proposals as known
      (one_id, other_id, verdict, reasons_for, reasons_against, status, found_at)
    select one_id, other_id, verdict, string_to_array(reasons_for, ' '),
      string_to_array(reasons_against, ' '), 'open', ${at}
    from unnest(
      ${likely.map(({ oneId }) => oneId)}::uuid[],
      ${likely.map(({ otherId }) => otherId)}::uuid[],
      ${likely.map(({ comparison }) => comparison.verdict)}::text[],
      ${lists('for')}::text[],
      ${lists('against')}::text[]
    ) as one (one_id, other_id, verdict, reasons_for, reasons_against)
    on conflict (one_id, other_id) do update set
      verdict = case when known.status = 'dismissed'
          and ${rankOf('excluded.verdict')} <= ${rankOf('known.verdict')}
        then known.verdict else excluded.verdict end,
      reasons_for = excluded.reasons_for,
      reasons_against = excluded.reasons_against,
      status = case when known.status = 'dismissed'
          and ${rankOf('excluded.verdict')} <= ${rankOf('known.verdict')}
        then 'dismissed' else 'open' end`.execute(db);
};

/** Open proposals about these customers that do not hold any more; what people said is kept. */
export const dropStale = async (
  db: Db,
  customerIds: readonly string[],
  standing: readonly Found[],
): Promise<void> => {
  await sql`
    delete from duplicate_proposals
    where status = 'open' and reported_by is null
      and (one_id = any(${[...customerIds]}::uuid[]) or other_id = any(${[...customerIds]}::uuid[]))
      and (one_id, other_id) not in (
        select * from unnest(
          ${standing.map(({ oneId }) => oneId)}::uuid[],
          ${standing.map(({ otherId }) => otherId)}::uuid[]))`.execute(db);
};

export type Proposal = {
  readonly oneId: string;
  readonly otherId: string;
  readonly verdict: Table['verdict'];
  readonly for: Table['reasons_for'];
  readonly against: Table['reasons_against'];
  readonly foundAt: string;
  readonly reportedBy: string | null;
};

type Wanted = {
  readonly brandIds: readonly string[];
  readonly status: 'open' | 'dismissed';
};

const wanted = (db: Db, { brandIds, status }: Wanted) =>
  db
    .selectFrom('duplicate_proposals as pair')
    .innerJoin('customers as one', 'one.id', 'pair.one_id')
    .innerJoin('customers as other', 'other.id', 'pair.other_id')
    .where('pair.status', '=', status)
    .where(sql<boolean>`one.brand_ids && ${[...brandIds]}::text[]`)
    .where(sql<boolean>`other.brand_ids && ${[...brandIds]}::text[]`);

const columns = [
  'pair.one_id as oneId',
  'pair.other_id as otherId',
  'pair.verdict',
  'pair.reasons_for as for',
  'pair.reasons_against as against',
  'pair.found_at as foundAt',
  'pair.reported_by as reportedBy',
] as const;

/** Reported ones first, then the likelier. */
export const findProposals = (
  db: Db,
  which: Wanted,
  page: { readonly after: number; readonly limit: number },
): Promise<Proposal[]> =>
  wanted(db, which)
    .select(columns)
    .orderBy(sql`pair.reported_by is null`)
    .orderBy(rankOf('pair.verdict'), 'desc')
    .orderBy('pair.found_at', 'desc')
    .orderBy('pair.one_id')
    .orderBy('pair.other_id')
    .offset(page.after)
    .limit(page.limit)
    .execute();

export const countProposals = async (db: Db, which: Wanted): Promise<number> => {
  const row = await wanted(db, which)
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  return row.total;
};

/** Open ones about one customer, the likelier first. */
export const proposalsOf = (db: Db, customerId: string, brandIds: readonly string[]) =>
  wanted(db, { brandIds, status: 'open' })
    .select(columns)
    .where((where) =>
      where.or([where('pair.one_id', '=', customerId), where('pair.other_id', '=', customerId)]),
    )
    .orderBy(rankOf('pair.verdict'), 'desc')
    .limit(10)
    .execute();

export type Pair = readonly [string, string];
const ordered = ([one, other]: Pair): { one_id: string; other_id: string } =>
  one < other ? { one_id: one, other_id: other } : { one_id: other, other_id: one };

type Said = { readonly userId: string; readonly at: string };

/** Said to be two: remembered with how alike they looked. @returns false when nobody proposed it. */
export const dismissProposal = async (db: Db, pair: Pair, by: Said): Promise<boolean> => {
  const { one_id, other_id } = ordered(pair);
  const row = await db
    .updateTable('duplicate_proposals')
    .set({ status: 'dismissed', decided_by: by.userId, decided_at: by.at })
    .where('one_id', '=', one_id)
    .where('other_id', '=', other_id)
    .where('status', '!=', 'merged')
    .returning('one_id')
    .executeTakeFirst();
  return row !== undefined;
};

/** Somebody who knows them says that they are one. */
export const reportProposal = async (db: Db, pair: Pair, comparison: Comparison, by: Said) => {
  const said = { reported_by: by.userId, reported_at: by.at };
  await db
    .insertInto('duplicate_proposals')
    .values({
      ...ordered(pair),
      ...said,
      verdict: comparison.verdict === 'none' ? 'possible' : comparison.verdict,
      reasons_for: [...comparison.for],
      reasons_against: [...comparison.against],
      status: 'open',
      found_at: by.at,
      decided_by: null,
      decided_at: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['one_id', 'other_id']).doUpdateSet({ ...said, status: 'open' }),
    )
    .execute();
};

export const settleProposals = async (db: Db, pair: Pair, by: Said): Promise<void> => {
  const { one_id, other_id } = ordered(pair);
  await db
    .updateTable('duplicate_proposals')
    .set({ status: 'merged', decided_by: by.userId, decided_at: by.at })
    .where('one_id', '=', one_id)
    .where('other_id', '=', other_id)
    .execute();
};

export const reopenProposals = async (db: Db, pair: Pair): Promise<void> => {
  const { one_id, other_id } = ordered(pair);
  await db
    .updateTable('duplicate_proposals')
    .set({ status: 'open', decided_by: null, decided_at: null })
    .where('one_id', '=', one_id)
    .where('other_id', '=', other_id)
    .where('status', '=', 'merged')
    .execute();
};

/** Which customers of some are shown: the others were merged away or are gone. */
export const shownCustomerIds = async (
  db: Db,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('customers')
    .select('id')
    .where(isOneOf('id', ids))
    .where(sql<boolean>`brand_ids <> '{}'`)
    .execute();
  return new Set(rows.map(({ id }) => id));
};
