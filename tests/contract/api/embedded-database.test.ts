import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '@api/db/database.ts';
import { startCluster } from '@api/db/embedded/cluster.ts';
import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';

const isRoot = process.getuid?.() === 0;
/** As the home of root: nobody else may pass. */
const closed = mkdtempSync(path.join(tmpdir(), 'parlance-closed-'));
chmodSync(closed, 0o700);
const folder = (name: string) => path.join(closed, name);
const placeOf = (name: string): string => {
  const note = path.join(folder(name), 'postgres-lies-in.txt');
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : folder(name);
};

afterAll(() => {
  for (const name of ['one', 'two']) rmSync(placeOf(name), { recursive: true, force: true });
  rmSync(closed, { recursive: true, force: true });
});

const visit = async (name: string, statement: string): Promise<unknown[]> => {
  const cluster = await startCluster({ dataDir: folder(name), log: () => undefined });
  const database = openDatabase(cluster.url, () => undefined);
  const { rows } = await sql.raw(statement).execute(database.db);
  await database.close();
  await cluster.stop();
  return rows;
};

it('[API-27] a data folder that the database’s account cannot enter still keeps its data, until it is deleted', async () => {
  await visit('one', 'create table kept as select 1 as one');
  expect(await visit('one', 'select one from kept')).toEqual([{ one: 1 }]);
  const before = placeOf('one');
  expect(before.startsWith('/var/lib/parlance/')).toBe(isRoot);
  rmSync(folder('one'), { recursive: true });
  expect(await visit('one', `select to_regclass('kept') as found`)).toEqual([{ found: null }]);
});

it('[API-27] what belonged to a deleted data folder is forgotten at the next start of another', async () => {
  await visit('one', 'select 1');
  const before = placeOf('one');
  rmSync(folder('one'), { recursive: true });
  await visit('two', 'select 1');
  expect(existsSync(before)).toBe(false);
});
