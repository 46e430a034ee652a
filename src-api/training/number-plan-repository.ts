/** What the training switch knows of the organisation: brand numbers, extensions and line passwords. */

import type { HubTables } from '@api/db/tables.ts';
import type { Kysely } from 'kysely';
import type { NumberPlan } from './routing.ts';

type Db = Kysely<HubTables>;

/** The password of an active user's line, or null for an extension that nobody has. */
export const linePassword = async (db: Db, extension: string): Promise<string | null> => {
  const row = await db
    .selectFrom('lines')
    .innerJoin('users', 'users.id', 'lines.user_id')
    .select('lines.password')
    .where('lines.extension', '=', extension)
    .where('users.active', '=', true)
    .executeTakeFirst();
  return row?.password ?? null;
};

/** As the tables are now: a number added by an administrator rings at the next call. */
export const loadNumberPlan = async (db: Db): Promise<NumberPlan> => {
  const numbers = await db
    .selectFrom('brand_numbers')
    .select(['e164', 'brand_id as brandId', 'queue'])
    .execute();
  const lines = await db.selectFrom('lines').select('extension').execute();
  const byNumber = new Map(numbers.map((number) => [number.e164, number]));
  const extensions = new Set(lines.map((line) => line.extension));
  return {
    brandNumber: (e164) => byNumber.get(e164) ?? null,
    isExtension: (user) => extensions.has(user),
  };
};
