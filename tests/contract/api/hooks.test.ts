import { sign } from '@api/modules/sources/signature.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { problemSchema } from '@shared/contracts/http/problem.ts';
import {
  type HookAnswer,
  hookAnswerSchema,
  hookLimits,
  type SourceWithSecret,
  sourcesSchema,
} from '@shared/contracts/http/sources.ts';
import { routes } from '@shared/contracts/routes.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../support/until.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { happened, makeSource, signedHeaders, tell } from './sources.ts';

let hub: HubUnderTest;
let agathe: Session;
let shop: SourceWithSecret;
beforeAll(async () => {
  hub = await startHubUnderTest();
  agathe = await hub.signIn('agathe.perrot');
  shop = await makeSource(hub, agathe);
});
afterAll(() => hub.close());

const patch = (payload: object) =>
  hub.app.inject({
    method: 'PATCH',
    url: `${routes.sources}/${shop.id}`,
    headers: bearer(agathe),
    payload,
  });
const rotate = async (oldValidMinutes: number): Promise<SourceWithSecret> => {
  const answer = await hub.app.inject({
    method: 'POST',
    url: `${routes.sources}/${shop.id}/rotate`,
    headers: bearer(agathe),
    payload: { oldValidMinutes },
  });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const listed = async () => {
  const answer = await hub.app.inject({ url: routes.sources, headers: bearer(agathe) });
  return sourcesSchema.parse(answer.json()).sources.find(({ id }) => id === shop.id);
};
const kept = async () =>
  hub.database.db.selectFrom('hook_events').selectAll().where('source_id', '=', shop.id).execute();
const answerOf = (response: { json: () => unknown }): HookAnswer =>
  hookAnswerSchema.parse(response.json());
const refused = async (sent: ReturnType<typeof tell>) => {
  const answer = await sent;
  expect(answer.statusCode, answer.body).toBe(401);
  expect(problemSchema.parse(answer.json()).code).toBe('signature-refused');
};

describe('sources', () => {
  it('[HOOK-1] its secret is shown once, sealed in the database, and never logged', async () => {
    expect(shop.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const list = await hub.app.inject({ url: routes.sources, headers: bearer(agathe) });
    expect(list.body).toContain(shop.id);
    const row = await hub.database.db
      .selectFrom('sources')
      .selectAll()
      .where('id', '=', shop.id)
      .executeTakeFirstOrThrow();
    await tell(hub, shop, happened('logged'));
    const bare = shop.secret.slice('whsec_'.length);
    for (const text of [list.body, row.secret.toString('latin1'), hub.logged.join('')]) {
      expect(text).not.toContain(bare);
    }
    expect(row.secret.includes(Buffer.from(bare, 'base64'))).toBe(false);
    const nowhere = await hub.app.inject({
      method: 'POST',
      url: routes.sources,
      headers: bearer(agathe),
      payload: { name: 'x', kind: 'form', brandIds: ['nowhere'] },
    });
    expect(problemSchema.parse(nowhere.json()).code).toBe('input-malformed');
  });

  it('[HOOK-2] the old secret is taken until its time and no longer', async () => {
    const former = shop;
    shop = await rotate(60);
    expect(shop.secret).not.toBe(former.secret);
    expect((await tell(hub, shop, happened('new'))).statusCode).toBe(200);
    expect((await tell(hub, former, happened('old'))).statusCode).toBe(200);
    hub.clock.advance(61 * 60_000);
    agathe = await hub.signIn('agathe.perrot');
    await refused(tell(hub, former, happened('too late')));
    expect((await tell(hub, shop, happened('newer'))).statusCode).toBe(200);
  });

  it('[HOOK-3] switched off, it is refused like one that does not exist', async () => {
    expect((await patch({ active: false })).json()).toMatchObject({ active: false });
    await refused(tell(hub, shop, happened('off')));
    await refused(tell(hub, { ...shop, id: hub.newId() }, happened('nobody')));
    await refused(tell(hub, { ...shop, id: 'no-id' }, happened('nobody')));
    await patch({ active: true });
    expect((await tell(hub, shop, happened('on'))).statusCode).toBe(200);
  });

  it('[HOOK-4] what was done to it is audited', async () => {
    const entries = await hub.database.db
      .selectFrom('audit_log')
      .select(['action', 'user_id'])
      .where('entity', '=', 'source')
      .where('entity_id', '=', shop.id)
      .orderBy('id')
      .execute();
    const actions = ['created', 'secret-rotated', 'changed', 'changed'];
    expect(entries).toEqual(actions.map((action) => ({ action, user_id: agathe.user.id })));
  });
});

describe('signatures', () => {
  it('[HOOK-5] what another implementation of the standard signs is taken', async () => {
    const answer = answerOf(await tell(hub, shop, happened('standard')));
    expect(answer).toMatchObject({ status: 'applied', reason: null });
    const body = JSON.stringify(happened('two signatures'));
    const headers = signedHeaders(shop.secret, { id: 'msg_2', body, atMs: hub.clock.now() });
    const seconds = Number(headers['webhook-timestamp']);
    const own = sign(shop.secret, {
      id: 'msg_2',
      timestampSeconds: seconds,
      body: Buffer.from(body),
    });
    expect(own).toBe(headers['webhook-signature']);
    const both = `v1a,bm9wZQ== v1,bm9wZQ== ${headers['webhook-signature']}`;
    const url = `${routes.hooks}/${shop.id}`;
    const twice = await hub.app.inject({
      method: 'POST',
      url,
      headers: { ...headers, 'webhook-signature': both },
      payload: body,
    });
    expect(twice.statusCode, twice.body).toBe(200);
  });

  it('[HOOK-6] unsigned, foreign, changed or late: refused, and nothing left but a count', async () => {
    const before = (await kept()).length;
    const count = (await listed())?.refused ?? 0;
    const body = JSON.stringify(happened('forged'));
    const now = hub.clock.now();
    const good = signedHeaders(shop.secret, { id: 'msg_3', body, atMs: now });
    const other = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    const late = signedHeaders(shop.secret, { id: 'msg_3', body, atMs: now - 301_000 });
    const early = signedHeaders(shop.secret, { id: 'msg_3', body, atMs: now + 302_000 });
    const attempts: [Record<string, string>, string][] = [
      [{ 'content-type': 'application/json' }, body],
      [{ ...good, 'webhook-signature': 'v1,' }, body],
      [signedHeaders(other, { id: 'msg_3', body, atMs: now }), body],
      [good, `${body} `],
      [{ ...good, 'webhook-id': 'msg_4' }, body],
      [{ ...good, 'webhook-timestamp': String(Number(good['webhook-timestamp']) + 1) }, body],
      [late, body],
      [early, body],
    ];
    const why: unknown[] = [];
    for (const [headers, payload] of attempts) {
      const url = `${routes.hooks}/${shop.id}`;
      const answer = hub.app.inject({ method: 'POST', url, headers, payload });
      await refused(answer);
      why.push((await answer).json().detail);
    }
    expect(why).toEqual([
      'webhook-id, webhook-timestamp and webhook-signature are needed',
      ...Array.from({ length: 5 }, () => undefined),
      expect.stringContaining('seconds before the hub’s clock'),
      expect.stringContaining('seconds after the hub’s clock'),
    ]);
    expect(await kept()).toHaveLength(before);
    expect((await listed())?.refused).toBe(count + attempts.length);
  });

  it('[HOOK-7] whatever is signed is kept, with its reason and the fields that are wrong', async () => {
    const wrongs: [unknown, string, string[]][] = [
      ['{"type":', 'not-json', ['body']],
      ['{"type": nothing}', 'not-json', ['body']],
      ['', 'not-json', ['body']],
      [{ type: 'nothing.known' }, 'malformed', ['type']],
      [
        happened('x', { channel: 'pigeon', title: '' }),
        'malformed',
        ['data.channel', 'data.title'],
      ],
      [happened('x', { customer: { phones: ['06 12'] } }), 'malformed', ['data.customer.phones.0']],
      [happened('nul', { title: 'a\u0000b' }), 'not-storable', ['data']],
    ];
    for (const [event, reason, fields] of wrongs) {
      const response = await tell(hub, shop, event);
      expect(response.statusCode, response.body).toBe(202);
      const answer = answerOf(response);
      expect(answer).toMatchObject({ status: 'quarantined', reason });
      const row = (await kept()).find(({ id }) => id === answer.eventId);
      expect(row?.issues.map(({ path }) => path)).toEqual(fields);
      const sent = typeof event === 'string' ? event : JSON.stringify(event);
      expect(row?.body?.toString()).toBe(sent);
    }
  });

  it('[HOOK-7] bytes that are no JSON say why; a mark before them is looked over', async () => {
    const said = async (body: string) => {
      const { eventId } = answerOf(await tell(hub, shop, body));
      return (await kept()).find(({ id }) => id === eventId)?.issues[0]?.message;
    };
    expect(await said('')).toBe('the body is empty');
    expect(await said('{"type": secret}')).toMatch(/^the body is no JSON/);
    expect(await said('{"type":')).toBe('the body ends in the middle of its JSON');
    const marked = `\ufeff${JSON.stringify(happened('marked'))}`;
    expect(answerOf(await tell(hub, shop, marked)).status).toBe('applied');
  });

  it('[HOOK-12] an event of another brand is set aside', async () => {
    const answer = answerOf(await tell(hub, shop, happened('x', { brandId: 'solvenne' })));
    expect(answer.reason).toBe('brand-foreign');
  });
});

describe('once', () => {
  const interactions = () =>
    hub.database.db
      .selectFrom('interactions')
      .select(['id', 'title'])
      .where('title', 'like', 'Une fois%')
      .execute();

  it('[HOOK-8] however often and by however many at once, it takes effect once with one answer', async () => {
    const event = happened('once', { title: 'Une fois' });
    const responses = await Promise.all(
      Array.from({ length: 8 }, () => tell(hub, shop, event, 'msg_once')),
    );
    const answers = new Set(responses.map(({ body }) => body));
    expect([...answers]).toHaveLength(1);
    expect((await tell(hub, shop, event, 'msg_once')).body).toBe([...answers][0]);
    expect(await interactions()).toHaveLength(1);
  });

  it('[HOOK-9] the same id with another body is set aside, and its repeat gets the same answer', async () => {
    const other = happened('once', { title: 'Une fois autre' });
    const first = await tell(hub, shop, other, 'msg_once');
    expect(answerOf(first)).toMatchObject({ status: 'quarantined', reason: 'id-reused' });
    expect((await tell(hub, shop, other, 'msg_once')).body).toBe(first.body);
    expect(await interactions()).toMatchObject([{ title: 'Une fois' }]);
  });

  it('[HOOK-10] a connection lost in between leaves neither the event nor what it wrote', async () => {
    const blocker = await hub.database.connectAlone();
    await blocker.query('begin; lock table interactions in share mode');
    const event = happened('cut', { title: 'Une fois coupée' });
    const sent = tell(hub, shop, event, 'msg_cut');
    await until('the event waits for its row', async () => {
      const { rowCount } = await blocker.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rowCount === 1;
    });
    expect((await sent).statusCode).toBe(503);
    expect((await kept()).filter(({ message_id }) => message_id === 'msg_cut')).toEqual([]);
    await blocker.end();
    expect((await tell(hub, shop, event, 'msg_cut')).statusCode).toBe(200);
    expect(await interactions()).toHaveLength(2);
  });
});

describe('limits', () => {
  it('[HOOK-21] while events wait for each other, others are served', async () => {
    const blocker = await hub.database.connectAlone();
    await blocker.query('begin; lock table hook_events in share mode');
    const waiting = Array.from({ length: 14 }, (_, at) =>
      tell(hub, shop, happened('busy', { title: `Attente ${at}` })),
    );
    await until('some of them wait in the database', async () => {
      const { rowCount } = await blocker.query(
        `select from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rowCount === 3;
    });
    const served = await hub.app.inject({ url: routes.sources, headers: bearer(agathe) });
    expect(served.statusCode, served.body).toBe(200);
    await blocker.query('rollback');
    await blocker.end();
    const statuses = (await Promise.all(waiting)).map(({ statusCode }) => statusCode);
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  it('[HOOK-11] a body over its limit is refused, and one sender too many in a minute waits', async () => {
    const long = happened('long', { summary: 'x'.repeat(hookLimits.bodyBytes) });
    const answer = await tell(hub, shop, long);
    expect(problemSchema.parse(answer.json()).code).toBe('payload-too-large');
    const url = `${routes.hooks}/${hub.newId()}`;
    let last = 0;
    for (let sent = 0; sent <= 1_200; sent += 1) {
      last = (await hub.app.inject({ method: 'POST', url })).statusCode;
    }
    expect(last).toBe(429);
    expect((await tell(hub, shop, happened('not the same sender'))).statusCode).toBe(200);
  });
});
