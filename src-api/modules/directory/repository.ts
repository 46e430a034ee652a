/** Users with their brands and lines, and teams. */

import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type {
  Account,
  AccountChange,
  LineChange,
  TeamChange,
} from '@shared/contracts/http/directory.ts';
import type { Team, User } from '@shared/domain/user/user.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

const accounts = (db: Db) =>
  db
    .selectFrom('users')
    .leftJoin('lines', 'lines.user_id', 'users.id')
    .select([
      'users.id',
      'users.login',
      'users.first_name as firstName',
      'users.last_name as lastName',
      'users.role',
      'users.team_id as teamId',
      'users.locale',
      'users.active',
      'lines.extension',
      sql<string[]>`array(select brand_id from user_brands where user_id = users.id order by 1)`.as(
        'brandIds',
      ),
      sql<string | null>`(select greatest(max(session.started_at), max(token.issued_at))
        from session_families session
        left join refresh_tokens token on token.family_id = session.id
        where session.user_id = users.id)`.as('lastSeenAt'),
    ])
    .orderBy('users.last_name')
    .orderBy('users.id');

export const findAccounts = (db: Db): Promise<Account[]> => accounts(db).execute();

export const findAccount = async (db: Db, id: string): Promise<Account | null> =>
  (await accounts(db).where('users.id', '=', id).executeTakeFirst()) ?? null;

/** Which of the ids are users, switched off or not. */
export const knownUserIds = async (
  db: Db,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set();
  const rows = await db.selectFrom('users').select('id').where(isOneOf('id', ids)).execute();
  return new Set(rows.map((row) => row.id));
};

export const insertAccount = async (db: Db, user: User, passwordHash: string): Promise<void> => {
  await db
    .insertInto('users')
    .values({
      id: user.id,
      login: user.login,
      first_name: user.firstName,
      last_name: user.lastName,
      role: user.role,
      team_id: user.teamId,
      locale: user.locale,
      password_hash: passwordHash,
    })
    .execute();
  await setBrands(db, user.id, user.brandIds);
};

export const setBrands = async (
  db: Db,
  userId: string,
  brandIds: readonly string[],
): Promise<void> => {
  await db.deleteFrom('user_brands').where('user_id', '=', userId).execute();
  const rows = [...new Set(brandIds)].map((brandId) => ({ user_id: userId, brand_id: brandId }));
  if (rows.length > 0) await db.insertInto('user_brands').values(rows).execute();
};

type Columns = Omit<AccountChange, 'brandIds' | 'password'> & {
  readonly passwordHash?: string | undefined;
};

/** Undefined leaves a column as it is. */
export const updateAccount = async (db: Db, id: string, change: Columns): Promise<void> => {
  const columns = {
    first_name: change.firstName,
    last_name: change.lastName,
    role: change.role,
    team_id: change.teamId,
    locale: change.locale,
    active: change.active,
    password_hash: change.passwordHash,
  };
  const given = Object.fromEntries(
    Object.entries(columns).filter(([, value]) => value !== undefined),
  );
  if (Object.keys(given).length === 0) return;
  await db.updateTable('users').set(given).where('id', '=', id).execute();
};

export const endSessionsOf = async (db: Db, userId: string, at: string): Promise<void> => {
  await db
    .updateTable('session_families')
    .set({ ended_at: at, ended_because: 'signed-out' })
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .execute();
};

export const upsertLine = async (db: Db, userId: string, line: LineChange): Promise<void> => {
  await db
    .insertInto('lines')
    .values({ user_id: userId, ...line })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(line))
    .execute();
};

export const findTeams = (db: Db) => db.selectFrom('teams').selectAll().orderBy('name').execute();

/** What is not named stays; null when there is no such team. */
export const updateTeam = async (db: Db, id: string, change: TeamChange): Promise<Team | null> => {
  const { name, outsourcer } = change;
  const row = await db
    .updateTable('teams')
    .set({
      ...(name === undefined ? {} : { name }),
      ...(outsourcer === undefined ? {} : { outsourcer }),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
};

export const insertTeam = async (db: Db, { outsourcer = null, ...team }: Team): Promise<void> => {
  await db
    .insertInto('teams')
    .values({ ...team, outsourcer })
    .execute();
};
