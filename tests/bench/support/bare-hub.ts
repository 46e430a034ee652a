/**
 * The peer of the sync under load: Fastify with nothing but the same queries. No sign-in, nothing
 * parsed or checked, nothing packed, logged or limited.
 */
import { webcrypto } from 'node:crypto';
import { openDatabase } from '@api/db/database.ts';
import type { HubDependencies } from '@api/hub-app.ts';
import { servedWire } from '@api/modules/sync/leave-out.ts';
import { pull } from '@api/modules/sync/pull-service.ts';
import { push } from '@api/modules/sync/push-service.ts';
import type { SignedIn } from '@api/plugins/access.ts';
import { systemClock } from '@shared/kernel/clock.ts';
import { makeIds } from '@shared/kernel/ids.ts';
import Fastify from 'fastify';

const random = (length: number) => webcrypto.getRandomValues(new Uint8Array(length));
const user = JSON.parse(process.env['BARE_USER'] ?? '{}') as SignedIn;
const app = Fastify({ logger: false, bodyLimit: 8_388_608 });
const hub = {
  database: openDatabase(process.env['DATABASE_URL'] ?? '', () => undefined),
  clock: systemClock,
  newId: makeIds(systemClock, random),
  random,
  log: app.log,
  wire: servedWire(1),
} as unknown as HubDependencies;

app.get('/v1/sync/pull', async (request) => {
  const { cursor, limit } = request.query as { cursor: string; limit: string };
  const done = await pull(hub, user, { cursor, limit: Number(limit), protocol: 2 });
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
});
app.post('/v1/sync/push', async (request) => ({
  answers: await push(hub, user, request.body as Parameters<typeof push>[2]),
}));

const url = await app.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`${url}\n`);
