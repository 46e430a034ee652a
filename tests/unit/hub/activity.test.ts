import { watchActivity } from '@api/plugins/activity.ts';
import { routes } from '@shared/contracts/routes.ts';
import Fastify from 'fastify';
import { expect, it } from 'vitest';

it('[IMPORT-45] somebody is at work until two seconds after a request; who watches an import is not', async () => {
  let nowMs = 10_000;
  const app = Fastify();
  app.get('/v1/*', async () => ({}));
  app.get('/health', async () => ({}));
  const { isQuiet } = watchActivity(app as never, () => nowMs);
  expect(isQuiet()).toBe(true);
  await app.inject(`${routes.imports}/1?wait=30`);
  await app.inject('/health');
  expect(isQuiet()).toBe(true);
  await app.inject(routes.customers);
  nowMs += 1_999;
  expect(isQuiet()).toBe(false);
  nowMs += 1;
  expect(isQuiet()).toBe(true);
  await app.close();
});
