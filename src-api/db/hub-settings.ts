/** Settings that live with the data: the hub's identity and the secret that signs access tokens. */
import type { RandomBytes } from '@shared/kernel/ids.ts';
import type { HubDatabase } from './database.ts';

/** Reads a setting, making it the first time; of several instances starting at once, one wins. */
export const settingOf = async (
  db: HubDatabase,
  key: string,
  make: () => string,
): Promise<string> => {
  await db
    .insertInto('hub_settings')
    .values({ key, value: make() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db
    .selectFrom('hub_settings')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  return row.value;
};

/** 32 random bytes kept in the database, unless the environment gives a secret. */
export const tokenSecretOf = async (
  db: HubDatabase,
  configured: string | undefined,
  random: RandomBytes,
): Promise<Uint8Array> => {
  if (configured !== undefined) return new TextEncoder().encode(configured);
  const made = await settingOf(db, 'token-secret', () => Buffer.from(random(32)).toString('hex'));
  return Buffer.from(made, 'hex');
};
