import { gunzipSync, gzipSync } from 'node:zlib';
import { unpackPart } from '@renderer/cache/pack.ts';
import { HubReach } from '@renderer/engine/sync/hub-reach.ts';
import { HubClient } from '@renderer/platform/hub-client.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import {
  gzipHeaderBytes,
  linesOf,
  packedPageType,
  readPackedPage,
} from '@shared/contracts/sync/packed-page.ts';
import { bootstrapResponseSchema } from '@shared/contracts/sync/pull.ts';
import { pushResponseSchema } from '@shared/contracts/sync/push.ts';
import { succeed } from '@shared/kernel/result.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, deviceId, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import * as make from './mutations.ts';

let hub: HubUnderTest;
let camille: Session;
let apiUrl: string;
const encodings: (string | undefined)[] = [];
beforeAll(async () => {
  hub = await startHubUnderTest();
  hub.app.server.on('request', (request) => encodings.push(request.headers['content-encoding']));
  apiUrl = await hub.app.listen({ host: '127.0.0.1', port: 0 });
  camille = await hub.signIn('camille.roussel');
});
afterAll(() => hub.close());

const recordings = (count: number) =>
  Array.from({ length: count }, () =>
    make.mutation(hub, {
      kind: 'interaction.record',
      payload: make.someInteraction(hub.newId(), {
        notes: [{ at: new Date().toISOString(), text: 'note '.repeat(50) }],
      }),
    }),
  );
const pushBytes = (payload: Buffer, encoding = 'gzip') =>
  hub.app.inject({
    method: 'POST',
    url: routes.push,
    headers: {
      ...bearer(camille),
      'content-type': 'application/json',
      'content-encoding': encoding,
    },
    payload,
  });

it('[SYNC-27] a first load is packed for whoever takes it so, and plain for others', async () => {
  await make.push(
    hub,
    camille,
    Array.from({ length: 30 }, () =>
      make.mutation(hub, { kind: 'customer.create', payload: make.someCustomer(hub.newId()) }),
    ),
  );
  const headers = bearer(camille);
  const plain = await hub.app.inject({ url: routes.bootstrap, headers });
  const small = await hub.app.inject({
    url: routes.bootstrap,
    headers: { ...headers, 'accept-encoding': 'gzip' },
  });
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(small.headers['content-encoding']).toBe('gzip');
  expect(small.rawPayload.length).toBeLessThan(plain.rawPayload.length / 4);
  const read = bootstrapResponseSchema.parse(JSON.parse(gunzipSync(small.rawPayload).toString()));
  expect(read.bundles).toEqual(bootstrapResponseSchema.parse(plain.json()).bundles);
});

it('[CACHE-20] [CACHE-25] a page in the form that is kept says where the next begins, and holds the page itself', async () => {
  const ask = (form: string) =>
    hub.app.inject({
      url: `${routes.bootstrap}?limit=10&form=${form}`,
      headers: { ...bearer(camille), 'accept-encoding': 'gzip' },
    });
  const kept = await ask('packed');
  expect(kept.headers['content-type']).toBe(packedPageType);
  expect(kept.headers['content-encoding']).toBeUndefined();
  const page = readPackedPage(new Uint8Array(kept.rawPayload).buffer);
  const text = gunzipSync(page?.packed ?? Buffer.alloc(0)).toString();
  const read = JSON.parse(text);
  const plain = await hub.app.inject({
    url: `${routes.bootstrap}?limit=10`,
    headers: bearer(camille),
  });
  expect(bootstrapResponseSchema.parse(read).bundles).toEqual(
    bootstrapResponseSchema.parse(plain.json()).bundles,
  );
  expect(linesOf(text).map((line) => JSON.parse(line))).toEqual(read.bundles);
  const [[count, bytes] = [0, 0]] = page?.parts ?? [];
  const part = page?.packed.subarray(gzipHeaderBytes, gzipHeaderBytes + bytes) ?? Buffer.alloc(0);
  expect([count, linesOf(unpackPart(part)).length]).toEqual([10, 10]);
  expect(page?.next).toBe(read.next);
  expect(page?.next).not.toBeNull();
  expect((await ask('other')).statusCode).toBe(400);
});

it('[SYNC-27] a packed push takes effect; what is no gzip, too large or oddly packed has its code', async () => {
  const body = Buffer.from(JSON.stringify({ deviceId, mutations: recordings(3) }));
  const taken = await pushBytes(gzipSync(body));
  expect(pushResponseSchema.parse(taken.json()).answers.map(({ status }) => status)).toEqual(
    Array(3).fill('accepted'),
  );
  expect((await pushBytes(Buffer.from('no gzip at all'))).json().code).toBe('input-malformed');
  expect((await pushBytes(body, 'compress')).json().code).toBe('media-type-unsupported');
  const bomb = await pushBytes(gzipSync(Buffer.alloc(64 * 1024 * 1024, ' ')));
  expect(bomb.json().code).toBe('payload-too-large');
});

it('[SYNC-28] a desktop packs what it sends once the hub is known to unpack it', async () => {
  const reach = new HubReach();
  const client = new HubClient(apiUrl);
  client.takeTokensFrom(async () => succeed(camille.accessToken));
  const send = async () => {
    encodings.length = 0;
    const answer = await client.ask({
      method: 'POST',
      path: routes.push,
      body: { deviceId, mutations: recordings(5) },
      packed: reach.unpacks,
      answer: pushResponseSchema,
    });
    if (!answer.ok) throw new Error(answer.error.code);
    expect(answer.value.answers.every(({ status }) => status === 'accepted')).toBe(true);
    reach.hear(answer.value.protocols);
    return encodings;
  };
  expect(await send()).toEqual([undefined]);
  expect(await send()).toEqual(['gzip']);
});
