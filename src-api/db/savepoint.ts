/** Part of a transaction that may fail alone. */
import { type Kysely, sql } from 'kysely';
import type { HubTables } from './tables.ts';

/** Class 22 and 23 of PostgreSQL: the data itself cannot be stored, now or later. */
export const isPoison = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code));

/** Runs work in a savepoint; after an error the transaction is as it was before. */
export const guarded = async <T>(tx: Kysely<HubTables>, work: () => Promise<T>): Promise<T> => {
  await sql`savepoint part`.execute(tx);
  try {
    const value = await work();
    await sql`release savepoint part`.execute(tx);
    return value;
  } catch (error) {
    // On a lost connection this fails as well; the first failure says why.
    await sql`rollback to savepoint part`.execute(tx).catch(() => undefined);
    throw error;
  }
};
