/**
 * Slows down guessing: after five wrong passwords for one login from one address that pair waits
 * until its window ends. Kept in the database, so that several instances count together.
 */
import { createHash } from 'node:crypto';
import type { HubTables } from '@api/db/tables.ts';
import { type Clock, toInstant } from '@shared/kernel/clock.ts';
import { type Kysely, sql } from 'kysely';

export const allowedFailures = 5;
export const windowMs = 60_000;

type Db = Kysely<HubTables>;

const keyOf = (login: string, address: string): Buffer =>
  createHash('sha256').update(`${login.toLowerCase()}\n${address}`).digest();

/** Seconds to wait before the next try, 0 when it may be made now. */
export const secondsToWait = async (
  db: Db,
  clock: Clock,
  login: string,
  address: string,
): Promise<number> => {
  const row = await db
    .selectFrom('sign_in_failures')
    .select(['failures', 'window_ends_at'])
    .where('key', '=', keyOf(login, address))
    .executeTakeFirst();
  if (row === undefined || row.failures < allowedFailures) return 0;
  return Math.max(0, Math.ceil((Date.parse(row.window_ends_at) - clock.now()) / 1000));
};

export const countFailure = async (
  db: Db,
  clock: Clock,
  login: string,
  address: string,
): Promise<void> => {
  const now = toInstant(clock.now());
  const windowEndsAt = toInstant(clock.now() + windowMs);
  await sql`
    insert into sign_in_failures as known (key, failures, window_ends_at)
    values (${keyOf(login, address)}, 1, ${windowEndsAt})
    on conflict (key) do update set
      failures = case when known.window_ends_at <= ${now} then 1 else known.failures + 1 end,
      window_ends_at = ${windowEndsAt}
  `.execute(db);
};

export const forgetFailures = async (db: Db, login: string, address: string): Promise<void> => {
  await db.deleteFrom('sign_in_failures').where('key', '=', keyOf(login, address)).execute();
};
