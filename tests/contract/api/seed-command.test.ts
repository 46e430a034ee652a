import { run } from '@scripts/processes/run';
import { projectRoot } from '@scripts/project-root';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { copyHubDatabase, emptyName } from '../../support/hub-database.ts';

let database: Awaited<ReturnType<typeof copyHubDatabase>>;
beforeAll(async () => {
  database = await copyHubDatabase(inject('hubDatabaseServer'), emptyName);
});
afterAll(() => database?.drop());

const seed = (words: readonly string[], url: string) =>
  run('npm', ['run', '-s', 'seed', '--', ...words], {
    cwd: projectRoot,
    env: { ...process.env, DATABASE_URL: url },
  });

it('[RUN-8] npm run seed fills an empty database, and leaves one with data as it is', async () => {
  const first = await seed(['--customers', '120'], database.url);
  expect(first.code, first.stderr).toBe(0);
  expect(first.stdout).toMatch(/█{40} 120\/120 customers with their history/);
  const [, customers = '', interactions = ''] =
    /holds (\d+) customers and (\d+) interactions after \d+ s/.exec(first.stdout) ?? [];
  expect(Number(customers)).toBeGreaterThanOrEqual(120);
  expect(Number(interactions) / Number(customers)).toBeGreaterThan(8);

  const second = await seed(['--customers', '500'], database.url);
  expect(second.code).toBe(1);
  expect(second.stderr).toMatch(
    /holds data already; nothing was changed\nWhat to do: seed an empty/,
  );
});

it.each([
  ['a number that is none', ['--customers', 'many'], 'What to do: npm run seed'],
  ['an option that there is not', ['--customer', '5'], 'What to do: npm run seed'],
])('[RUN-8] npm run seed says what to do with %s', async (_, words, remedy) => {
  const { code, stderr } = await seed(words, database.url);
  expect(stderr).toContain(remedy);
  expect(code).toBe(1);
});

it('[RUN-8] npm run seed says what to do where no database answers', async () => {
  const { code, stderr } = await seed([], 'postgres://nobody@127.0.0.1:9/none');
  expect(stderr).toContain('What to do: no PostgreSQL answers at DATABASE_URL');
  expect(code).toBe(1);
});
