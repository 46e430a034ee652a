/** Users as sign-in sees them, their sessions, and the refresh tokens of each session. */

import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { User } from '@shared/domain/user/user.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

const userColumns = [
  'users.id',
  'users.login',
  'users.first_name as firstName',
  'users.last_name as lastName',
  'users.role',
  'users.team_id as teamId',
  'users.locale',
] as const;

const brandIdsOf = sql<string[]>`
  array(select brand_id from user_brands where user_id = users.id order by brand_id)`.as(
  'brandIds',
);

export type Credentials = { readonly user: User; readonly passwordHash: string };

/** An active user by login, which is compared without case. */
export const findCredentials = async (db: Db, login: string): Promise<Credentials | null> => {
  const row = await db
    .selectFrom('users')
    .select([...userColumns, 'users.password_hash as passwordHash', brandIdsOf])
    .where('users.login', '=', login.toLowerCase())
    .where('users.active', '=', true)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { passwordHash, ...user } = row;
  return { user, passwordHash };
};

const wipeOrderedFor = sql<boolean>`exists (
  select from device_wipes wipe where wipe.device_id = session_families.device_id
    and wipe.done_at is null and wipe.withdrawn_at is null)`;

/** The user of a session that has not ended, and whether its desktop is to destroy what it holds. */
export const findSessionUser = async (
  db: Db,
  userId: string,
  sessionId: string,
): Promise<(User & { deviceId: string; wipeOrdered: boolean }) | null> => {
  const row = await db
    .selectFrom('users')
    .innerJoin('session_families', 'session_families.user_id', 'users.id')
    .select([
      ...userColumns,
      brandIdsOf,
      'session_families.device_id as deviceId',
      wipeOrderedFor.as('wipeOrdered'),
    ])
    .where('users.id', '=', userId)
    .where('users.active', '=', true)
    .where('session_families.id', '=', sessionId)
    .where('session_families.ended_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
};

export const startSession = async (
  db: Db,
  session: { id: string; userId: string; deviceId: string; at: string },
): Promise<void> => {
  await db
    .insertInto('session_families')
    .values({
      id: session.id,
      user_id: session.userId,
      device_id: session.deviceId,
      started_at: session.at,
      ended_at: null,
      ended_because: null,
    })
    .execute();
};

export const endSession = async (
  db: Db,
  sessionId: string,
  because: 'signed-out' | 'reused' | 'wiped',
  at: string,
): Promise<void> => {
  await db
    .updateTable('session_families')
    .set({ ended_at: at, ended_because: because })
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .execute();
};

export type NewRefreshToken = {
  readonly id: string;
  readonly sessionId: string;
  readonly hash: Buffer;
  readonly issuedAt: string;
  readonly expiresAt: string;
};

export const addRefreshToken = async (db: Db, token: NewRefreshToken): Promise<void> => {
  await db
    .insertInto('refresh_tokens')
    .values({
      id: token.id,
      family_id: token.sessionId,
      token_hash: token.hash,
      issued_at: token.issuedAt,
      expires_at: token.expiresAt,
      replaced_at: null,
      replaced_by: null,
    })
    .execute();
};

export const replaceRefreshToken = async (
  db: Db,
  id: string,
  by: string,
  at: string,
): Promise<void> => {
  await db
    .updateTable('refresh_tokens')
    .set({ replaced_at: at, replaced_by: by })
    .where('id', '=', id)
    .execute();
};

/**
 * A refresh token with its session, locked: two refreshes of one session never run at once. The lock
 * comes in a statement before, because one statement would read the token as it was before waiting.
 */
export const lockRefreshToken = async (db: Db, hash: Buffer) => {
  await db
    .selectFrom('session_families')
    .select('id')
    .where('id', '=', (token) =>
      token.selectFrom('refresh_tokens').select('family_id').where('token_hash', '=', hash),
    )
    .forUpdate()
    .execute();
  const row = await db
    .selectFrom('refresh_tokens as token')
    .innerJoin('session_families as session', 'session.id', 'token.family_id')
    .select([
      'token.id',
      'token.expires_at as expiresAt',
      'token.replaced_at as replacedAt',
      'token.replaced_by as replacedBy',
      'session.id as sessionId',
      'session.user_id as userId',
      'session.device_id as deviceId',
      'session.ended_at as endedAt',
    ])
    .where('token.token_hash', '=', hash)
    .executeTakeFirst();
  return row ?? null;
};

/** Whether that token was never exchanged for a next one. */
export const isUnusedToken = async (db: Db, id: string): Promise<boolean> => {
  const row = await db
    .selectFrom('refresh_tokens')
    .select('replaced_at')
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined && row.replaced_at === null;
};

/** Tokens that ended before an instant, and sessions of which none is left. */
export const forgetExpiredTokens = async (db: Db, before: string): Promise<void> => {
  await db.deleteFrom('refresh_tokens').where('expires_at', '<', before).execute();
  await db.deleteFrom('sign_in_failures').where('window_ends_at', '<', before).execute();
  await sql`
    delete from session_families session where started_at < ${before}
      and not exists (select from refresh_tokens where family_id = session.id)
  `.execute(db);
};

/** Those of the sessions that have not ended, of users who still work here, on desktops not to be wiped. */
export const findLivingSessions = async (
  db: Db,
  sessionIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('session_families')
    .innerJoin('users', 'users.id', 'session_families.user_id')
    .select('session_families.id')
    .where(isOneOf('session_families.id', sessionIds))
    .where('session_families.ended_at', 'is', null)
    .where('users.active', '=', true)
    .where(sql<boolean>`not ${wipeOrderedFor}`)
    .execute();
  return new Set(rows.map((row) => row.id));
};
