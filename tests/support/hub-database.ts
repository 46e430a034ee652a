/**
 * One PostgreSQL for a test run, with a template that is migrated and holds the demo organisation.
 * Each test file copies the template, which takes a tenth of a second.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@api/db/database.ts';
import { startCluster } from '@api/db/embedded/cluster.ts';
import { migrate } from '@api/db/migrate.ts';
import { loadOrganisation } from '@api/seed/load-organisation.ts';
import { sql } from 'kysely';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A superuser's address of the test PostgreSQL; database `postgres`. */
    readonly hubDatabaseServer: string;
  }
}

const templateName = 'hub_template';
/** Migrated, but nobody works there yet. */
export const emptyName = 'hub_empty';
const ignoreLoss = () => undefined;

const urlOf = (server: string, name: string): string => {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
};

export const setup = async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'parlance-hub-'));
  const cluster = await startCluster({
    dataDir,
    log: () => undefined,
    settings: [
      'fsync=off',
      'synchronous_commit=off',
      'full_page_writes=off',
      'max_connections=200',
    ],
  });
  const server = openDatabase(cluster.url, ignoreLoss);
  await sql.raw(`create database ${templateName}`).execute(server.db);
  const template = openDatabase(urlOf(cluster.url, templateName), ignoreLoss);
  await migrate(template.db);
  await template.close();
  await sql.raw(`create database ${emptyName} template ${templateName}`).execute(server.db);
  const organised = openDatabase(urlOf(cluster.url, templateName), ignoreLoss);
  await organised.db.transaction().execute(loadOrganisation);
  await organised.close();
  await server.close();
  provide('hubDatabaseServer', cluster.url);
  return async () => {
    await cluster.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
};

/** A database of its own for one test file; `drop` removes it. */
export const copyHubDatabase = async (
  server: string,
  template: string = templateName,
): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> => {
  const name = `hub_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const run = async (statement: string) => {
    const handle = openDatabase(server, ignoreLoss);
    await sql.raw(statement).execute(handle.db);
    await handle.close();
  };
  await run(`create database ${name} template ${template}`);
  return {
    url: urlOf(server, name),
    drop: () => run(`drop database ${name} with (force)`),
  };
};
