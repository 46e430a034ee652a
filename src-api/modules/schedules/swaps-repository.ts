/** Exchanges of days between two of a team. */
import type { HubTables } from '@api/db/tables.ts';
import type { AskSwap, Swap, SwapStatus } from '@shared/contracts/http/schedules.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

const name = (of: string) =>
  sql<string>`${sql.ref(`${of}.first_name`)} || ' ' || ${sql.ref(`${of}.last_name`)}`;

const read = (db: Db) =>
  db
    .selectFrom('shift_swaps')
    .innerJoin('users as asking', 'asking.id', 'shift_swaps.asked_by')
    .innerJoin('users as asked', 'asked.id', 'shift_swaps.colleague')
    .select([
      'shift_swaps.id',
      'asked_by as askedBy',
      name('asking').as('askedByName'),
      'asked_day as askedDay',
      'colleague',
      name('asked').as('colleagueName'),
      'colleague_day as colleagueDay',
      'status',
      'asked_at as askedAt',
      'shift_swaps.changed_at as changedAt',
    ]);

/** Those in which any of these people has a part, newest first; of days from `since` on. */
export const swapsOf = (db: Db, userIds: readonly string[], since: string): Promise<Swap[]> =>
  read(db)
    .where((eb) => {
      const ids = sql<string>`(select unnest(${[...userIds]}::uuid[]))`;
      return eb.or([eb('asked_by', 'in', ids), eb('colleague', 'in', ids)]);
    })
    .where(sql<boolean>`greatest(asked_day, colleague_day) >= ${since}::date`)
    .orderBy('asked_at', 'desc')
    .limit(100)
    .execute();

export const findSwap = async (db: Db, id: string): Promise<Swap | null> =>
  (await read(db).where('shift_swaps.id', '=', id).executeTakeFirst()) ?? null;

/** @returns its status, and nobody changes it until the transaction ends; null: there is none */
export const lockSwap = async (tx: Db, id: string): Promise<SwapStatus | null> =>
  (
    await tx
      .selectFrom('shift_swaps')
      .select('status')
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
  )?.status ?? null;

export const addSwap = async (
  tx: Db,
  {
    id,
    day,
    colleague,
    colleagueDay,
    askedBy,
    at,
  }: AskSwap & {
    readonly askedBy: string;
    readonly at: string;
  },
): Promise<void> => {
  await tx
    .insertInto('shift_swaps')
    .values({
      id,
      asked_by: askedBy,
      asked_day: day,
      colleague,
      colleague_day: colleagueDay,
      status: 'asked',
      asked_at: at,
      changed_at: at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
};

export const setSwap = async (
  tx: Db,
  id: string,
  { status, at }: { readonly status: SwapStatus; readonly at: string },
): Promise<void> => {
  await tx
    .updateTable('shift_swaps')
    .set({ status, changed_at: at })
    .where('id', '=', id)
    .execute();
};
