/** Fills an empty database with the demo; a database that holds anything is left alone. */
import type { DatabaseHandle, HubDatabase } from '@api/db/database.ts';
import { loadOrganisation } from './load-organisation.ts';

export type SeedOptions = {
  readonly customers: number;
  /** The moment everything is told from: "yesterday's e-mail" lies a day before it. */
  readonly nowMs: number;
  readonly seed: number;
  readonly progress: (text: string, done: number, total: number) => void;
};

export const isEmpty = async (db: HubDatabase): Promise<boolean> =>
  (await db.selectFrom('users').select('id').limit(1).executeTakeFirst()) === undefined;

/** @returns false when there was something already, or nothing is wanted. */
export const seedWhenEmpty = async (
  database: DatabaseHandle,
  options: SeedOptions,
): Promise<boolean> => {
  if (options.customers === 0 || !(await isEmpty(database.db))) return false;
  options.progress('brands, users and speeches', 0, options.customers);
  await database.db.transaction().execute(loadOrganisation);
  return true;
};
