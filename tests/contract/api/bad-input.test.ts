import type { Session } from '@shared/contracts/http/auth.ts';
import { problemSchema } from '@shared/contracts/http/problem.ts';
import { routes } from '@shared/contracts/routes.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { loginOf, permissions } from './permissions.ts';

let hub: HubUnderTest;
const sessions = new Map<string, Session>();
beforeAll(async () => {
  hub = await startHubUnderTest();
  for (const role of ['advisor', 'administrator'] as const) {
    sessions.set(role, await hub.signIn(loginOf[role], hub.newId()));
  }
});
afterAll(() => hub.close());

const seed = 20_817;
/** Names that some route knows, so that malformed values get as far as they can. */
const names = fc.constantFrom(
  ...'login password deviceId refreshToken mutations id kind payload orderKey madeAt name number limit after cursor before e164 label fr en brandIds role hue chroma steps opening extension entity code wrapUpSeconds'.split(
    ' ',
  ),
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '\u0000',
    "'; drop table users; --",
    '../..',
    '%00',
    '<script>',
    '0',
    '-1',
    '9e99',
    'NaN',
    '',
  ),
);
const value: fc.Arbitrary<unknown> = fc.oneof(
  text,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.jsonValue({ maxDepth: 3 }),
);
const object = fc.dictionary(names, fc.oneof(value, fc.dictionary(names, value, { maxKeys: 4 })), {
  maxKeys: 6,
});
const body = fc.oneof(object, value, fc.array(object, { maxLength: 3 }));

const roleFor = (access: 'public' | readonly string[]) =>
  access === 'public' || access.includes('administrator') ? 'administrator' : 'advisor';

type Answer = { statusCode: number; body: string; headers: Record<string, unknown> };
const expectProblem = ({ statusCode, body: answered, headers }: Answer, what: string) => {
  expect(statusCode, `${what} ${answered}`).toBeLessThan(500);
  if (statusCode < 400) return;
  expect(headers['content-type'], what).toContain('application/problem+json');
  const problem = problemSchema.parse(JSON.parse(answered));
  expect(problem.status).toBe(statusCode);
  expect(headers['x-correlation-id']).toBe(problem.correlationId);
};

describe('bad input', () => {
  const fuzzed = Object.entries(permissions).filter(
    ([route]) => !['GET /sip', 'GET /v1/live', 'GET /v1/board'].includes(route),
  );

  it.each(fuzzed)(
    '[API-4] %s answers whatever comes with a problem and its code, never with a failure',
    async (route, access) => {
      const [method = 'GET', pattern = ''] = route.split(' ');
      const session = sessions.get(roleFor(access));
      const headers = session === undefined ? {} : bearer(session);
      const parts = pattern.split('/').filter((part) => part.startsWith(':')).length;
      await fc.assert(
        fc.asyncProperty(
          fc.array(text, { minLength: parts, maxLength: parts }),
          fc.dictionary(names, text, { maxKeys: 4 }),
          body,
          async (params, query, payload) => {
            let index = 0;
            const path = pattern.replace(/:\w+/g, () =>
              encodeURIComponent((params[index++] ?? '').replace(/[\ud800-\udfff]/g, '')),
            );
            const hasBody = method !== 'GET' && method !== 'DELETE';
            const json = JSON.stringify(payload) ?? 'null';
            const answer = await hub.app.inject({
              method: method as 'GET',
              url: path,
              query,
              headers: { ...headers, ...(hasBody ? { 'content-type': 'application/json' } : {}) },
              ...(hasBody ? { payload: json } : {}),
            });
            expectProblem(answer, `${method} ${path}`);
          },
        ),
        { numRuns: 25, seed },
      );
    },
  );

  it('[API-5] each kind of malformed request has its own code', async () => {
    const send = async (payload: string, type = 'application/json') => {
      const headers = { 'content-type': type };
      const answer = await hub.app.inject({ method: 'POST', url: routes.signIn, headers, payload });
      expectProblem(answer, payload.slice(0, 20));
      return answer.json();
    };
    expect((await send('{"login":')).code).toBe('input-malformed');
    expect((await send('login=x', 'application/x-www-form-urlencoded')).code).toBe(
      'media-type-unsupported',
    );
    expect((await send('', 'application/json')).code).toBe('input-malformed');
    expect((await send(`"${'x'.repeat(9_000_000)}"`)).code).toBe('payload-too-large');
    const wrong = await send(
      JSON.stringify({ login: 'anne', password: 7, deviceId: 'secret-value' }),
    );
    expect(wrong.issues.map((issue: { path: string }) => issue.path)).toEqual([
      'body/password',
      'body/deviceId',
    ]);
    expect(JSON.stringify(wrong)).not.toContain('secret-value');
    const unknown = await hub.app.inject({ url: '/v1/nothing' });
    expect(problemSchema.parse(unknown.json()).code).toBe('not-found');
    const live = await hub.app.inject({ url: routes.live });
    expect(problemSchema.parse(live.json()).code).toBe('not-found');
  });

  it('[API-6] a correlation id that makes sense is kept, another one is replaced', async () => {
    const ask = async (id: string) =>
      (await hub.app.inject({ url: '/v1/nothing', headers: { 'x-correlation-id': id } })).json()
        .correlationId;
    expect(await ask('call-0191c0de')).toBe('call-0191c0de');
    expect(await ask('x')).not.toBe('x');
    expect(await ask('a'.repeat(200))).toHaveLength(36);
  });

  it('[API-7] the log holds route patterns and codes, never names, numbers or passwords', async () => {
    const session = sessions.get('advisor');
    const headers = session === undefined ? {} : bearer(session);
    await hub.app.inject({ url: '/v1/customers?name=Vasseur&number=0639984117', headers });
    await hub.app.inject({
      method: 'POST',
      url: routes.signIn,
      payload: { login: 'helene', password: 'motdepasse', deviceId: hub.newId() },
    });
    const log = hub.logged.join('');
    expect(log).toContain('"route":"/v1/customers"');
    for (const personal of ['Vasseur', '0639984117', 'helene', 'motdepasse', '127.0.0.1']) {
      expect(log).not.toContain(personal);
    }
  });
});
