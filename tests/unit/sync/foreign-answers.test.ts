import { createServer, type Server, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { Tokens } from '@renderer/engine/session/tokens.ts';
import { HubClient } from '@renderer/platform/hub-client.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import { lenientPushSchema } from '@shared/contracts/sync/lenient.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';

const page = '<!doctype html><title>Portail Wi-Fi</title><p>Acceptez les conditions.</p>';
const answers = { answers: [{ id: 'x', status: 'accepted', at: '2026-11-05T09:00:00.000Z' }] };
const html = { 'content-type': 'text/html; charset=utf-8', date: 'Thu, 01 Jan 2015 00:00:00 GMT' };
const packed = gzipSync(JSON.stringify({ ...answers, filling: Math.random().toString() }));
const json = { 'content-type': 'application/json' };

/** What may stand between a desktop and its hub, and what it says for it. */
const inItsPlace: { readonly [what: string]: (response: ServerResponse) => unknown } = {
  'a captive portal that says 200': (it) => it.writeHead(200, html).end(page),
  'a captive portal that leads elsewhere': (it) => it.writeHead(302, { location: '/portal' }).end(),
  'a captive portal that wants a sign-in': (it) => it.writeHead(401, html).end(page),
  'a proxy whose hub is gone': (it) => it.writeHead(502, html).end(page),
  'a proxy that forbids': (it) => it.writeHead(403, html).end(page),
  'half a gzip body': (it) =>
    it
      .writeHead(200, { ...json, 'content-encoding': 'gzip' })
      .end(packed.subarray(0, packed.length / 2)),
  'a body that says gzip and is none': (it) =>
    it.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(page),
  'an answer cut in the middle': (it) => {
    it.writeHead(200, { ...json, 'content-length': '4000' }).write(JSON.stringify(answers));
    setImmediate(() => it.destroy());
  },
  'JSON of something else': (it) => it.writeHead(200, json).end('{"status":"success"}'),
  'nothing at all': (it) => it.writeHead(200, json).end(),
};

let server: Server;
let url: string;
let say = inItsPlace['nothing at all'];
beforeAll(async () => {
  server = createServer((request, response) =>
    request.url === '/portal' ? response.writeHead(200, html).end(page) : say?.(response),
  );
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
});
afterAll(() => server.close());

it.each(Object.keys(inItsPlace))(
  '[FAULT-7] %s settles nothing, and signs nobody out',
  async (what) => {
    say = inItsPlace[what];
    const hub = new HubClient(url);
    const pushed = await hub.ask({
      method: 'POST',
      path: routes.push,
      body: { deviceId: 'd', mutations: [] },
      answer: lenientPushSchema,
    });
    expect(pushed.ok).toBe(false);
    let expired = 0;
    const session = { accessExpiresAt: new Date(0).toISOString(), refreshToken: 'r' } as Session;
    const deps = {
      hub,
      deviceId: 'd',
      keep: async () => undefined,
      expired: () => {
        expired += 1;
      },
      clock: { now: () => Date.now() },
    };
    const renewed = await new Tokens(
      deps as ConstructorParameters<typeof Tokens>[0],
      session,
    ).access(true);
    expect(renewed.ok).toBe(false);
    expect(expired).toBe(0);
  },
);

it.each([
  'a captive portal that says 200',
  'a captive portal that leads elsewhere',
  'a proxy whose hub is gone',
])('[FAULT-7] no clock goes by %s', async (what) => {
  say = inItsPlace[what];
  expect((await new HubClient(url).date())?.date ?? null).toBeNull();
});
