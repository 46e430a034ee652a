/** Who was asked to change her day, and what she answered. */
import type { HubTables } from '@api/db/tables.ts';
import type { AskStatus, MoveAsk } from '@shared/contracts/http/schedule-moves.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

const read = (db: Db) =>
  db
    .selectFrom('schedule_moves')
    .innerJoin('users', 'users.id', 'schedule_moves.user_id')
    .select([
      'schedule_moves.id',
      'move',
      'user_id as userId',
      sql<string>`first_name || ' ' || last_name`.as('name'),
      'day',
      'kind',
      'brand_id as brandId',
      'from_minute as from',
      'to_minute as to',
      'before',
      'after',
      'status',
      'asked_at as askedAt',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof read>['execute']>>[number];
const asAsk = (row: Row): MoveAsk => ({ ...row, before: [...row.before], after: [...row.after] });

export const asksOfTeam = async (db: Db, teamId: string, day: string): Promise<MoveAsk[]> =>
  (
    await read(db)
      .where('schedule_moves.team_id', '=', teamId)
      .where('day', '=', day)
      .orderBy('asked_at', 'desc')
      .limit(100)
      .execute()
  ).map(asAsk);

export const asksOfPerson = async (db: Db, userId: string, day: string): Promise<MoveAsk[]> =>
  (
    await read(db)
      .where('user_id', '=', userId)
      .where('day', '=', day)
      .where('status', '=', 'asked')
      .execute()
  ).map(asAsk);

export const findAsk = async (db: Db, id: string): Promise<MoveAsk | null> => {
  const row = await read(db).where('schedule_moves.id', '=', id).executeTakeFirst();
  return row === undefined ? null : asAsk(row);
};

/** Its team, kept until the transaction ends; null: there is none. */
export const lockAsk = async (tx: Db, id: string): Promise<string | null> =>
  (
    await tx
      .selectFrom('schedule_moves')
      .select('team_id')
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
  )?.team_id ?? null;

export type NewAsk = Omit<MoveAsk, 'name' | 'status'> & {
  readonly teamId: string;
  readonly askedBy: string;
};

/** Who is asked already is not asked twice. */
export const addAsks = async (tx: Db, asks: readonly NewAsk[]): Promise<void> => {
  const rows = asks.map(({ id, move, teamId, userId, day, kind, brandId, from, to, ...rest }) => ({
    id,
    move,
    team_id: teamId,
    user_id: userId,
    day,
    kind,
    brand_id: brandId,
    from_minute: from,
    to_minute: to,
    before: JSON.stringify(rest.before),
    after: JSON.stringify(rest.after),
    status: 'asked' as const,
    asked_by: rest.askedBy,
    asked_at: rest.askedAt,
  }));
  await tx
    .insertInto('schedule_moves')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

export const setAsk = async (
  tx: Db,
  id: string,
  { status, at }: { readonly status: AskStatus; readonly at: string },
): Promise<void> => {
  await tx
    .updateTable('schedule_moves')
    .set({ status, answered_at: at })
    .where('id', '=', id)
    .execute();
};
