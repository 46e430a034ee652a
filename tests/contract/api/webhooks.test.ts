import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isOpenAddress, openLookup } from '@api/modules/webhooks/addresses.ts';
import { deliverSome } from '@api/modules/webhooks/deliver.ts';
import { makePost, type Post } from '@api/modules/webhooks/post.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import {
  type Delivery,
  deliveriesSchema,
  type SubscriptionWithSecret,
  type WebhookBody,
  webhookBodySchema,
} from '@shared/contracts/http/webhooks.ts';
import { routes } from '@shared/contracts/routes.ts';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someCallback, someCase, someCustomer } from './mutations.ts';

type Heard = { readonly headers: Record<string, string>; readonly body: string };
let hub: HubUnderTest;
let agathe: Session;
let camille: Session;
let server: Server;
let url: string;
let heard: Heard[];
let answer: number;
/** The deliveries' clock runs ahead; sessions would end with it. */
let aheadMs = 0;
const clock = { now: () => hub.clock.now() + aheadMs };

beforeAll(async () => {
  hub = await startHubUnderTest({ webhookNetwork: 'any' });
  agathe = await hub.signIn('agathe.perrot');
  camille = await hub.signIn('camille.roussel', hub.newId());
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const headers = request.headers as Record<string, string>;
      heard.push({ headers, body: Buffer.concat(parts).toString() });
      response.writeHead(answer, { location: '/elsewhere' }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
});
afterAll(async () => {
  server.close();
  await hub.close();
});
beforeEach(async () => {
  [heard, answer, aheadMs] = [[], 204, 0];
  await hub.database.db.deleteFrom('webhook_subscriptions').execute();
});

const call = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object) =>
  hub.app.inject({
    method,
    url: `${routes.webhooks}${path}`,
    headers: bearer(agathe),
    ...(payload === undefined ? {} : { payload }),
  });
const subscribe = async (change: object = {}): Promise<SubscriptionWithSecret> => {
  const events = ['customer.created', 'customer.changed', 'case.created', 'callback.created'];
  const made = await call('POST', '', { url, events, brandIds: ['kerdoual'], ...change });
  expect(made.statusCode, made.body).toBe(201);
  return made.json();
};
const post = makePost('any');
const deliverAll = async (by: Post = post) => {
  while ((await deliverSome({ ...hub, clock, random: () => new Uint8Array([128]) }, by)) > 0);
};
const bodies = (): WebhookBody[] =>
  heard.map(({ body }) => webhookBodySchema.parse(JSON.parse(body)));
const create = async (change: object = {}) => {
  const payload = someCustomer(hub.newId(), change);
  await push(hub, camille, [mutation(hub, { kind: 'customer.create', payload })]);
  return payload;
};
const rename = (customerId: string, from: string, to: string) =>
  push(hub, camille, [
    mutation(hub, {
      kind: 'customer.change',
      payload: { customerId, base: { firstName: from }, change: { firstName: to } },
    }),
  ]);
const deliveries = async (id: string, status: Delivery['status']) =>
  deliveriesSchema.parse((await call('GET', `/${id}/deliveries?status=${status}`)).json())
    .deliveries;

describe('what is told', () => {
  it('[OUT-1] its events and brands alone, with what changed', async () => {
    await subscribe();
    const customer = await create();
    await rename(customer.id, customer.firstName, 'Annick');
    const payload = someCase(hub.newId(), customer.id);
    await push(hub, camille, [mutation(hub, { kind: 'case.open', payload })]);
    const [relation] = customer.relations;
    await create({ relations: [{ ...relation, brandId: 'solvenne' }] });
    await deliverAll();
    const told = bodies().map(({ type, data }) => ({ type, id: data.id }));
    expect(told).toEqual([
      { type: 'customer.created', id: customer.id },
      { type: 'case.created', id: payload.id },
      { type: 'customer.changed', id: customer.id },
    ]);
    const changed = bodies().find(({ type }) => type === 'customer.changed')?.data.facts;
    expect(changed).toMatchObject({ firstName: 'Annick', version: 2 });
    expect(changed).not.toHaveProperty('lastName');
    expect(bodies()[0]?.data.facts).toMatchObject({ lastName: 'Le Gall', brandIds: ['kerdoual'] });
    await call('POST', '', { url, events: ['customer.deleted'], brandIds: ['kerdoual'] });
    await hub.database.db.deleteFrom('customers').where('id', '=', customer.id).execute();
    await deliverAll();
    expect(bodies().at(-1)).toMatchObject({
      type: 'customer.deleted',
      data: { id: customer.id, facts: {} },
    });
  });

  it('[OUT-2] is undone with its change', async () => {
    await subscribe();
    const payload = someCallback(hub.newId(), null);
    const poison = { ...payload, id: hub.newId(), reason: 'a\u0000b' };
    await push(hub, camille, [
      mutation(hub, { kind: 'callback.create', payload: poison }),
      mutation(hub, { kind: 'callback.create', payload }),
    ]);
    await deliverAll();
    expect(bodies().map(({ data }) => data.id)).toEqual([payload.id]);
  });

  it('[OUT-3] is signed, with one id over all tries', async () => {
    const { secret } = await subscribe();
    await create();
    answer = 500;
    await deliverAll();
    aheadMs += 3_600_000;
    answer = 200;
    await deliverAll();
    expect(heard).toHaveLength(2);
    expect(heard[0]?.headers['webhook-id']).toBe(heard[1]?.headers['webhook-id']);
    const [first] = heard;
    // The clock of this test runs ahead: the signature is checked, its age is not.
    const at = new Date(Number(first?.headers['webhook-timestamp']) * 1000);
    const signed = new Webhook(secret).sign(
      first?.headers['webhook-id'] ?? '',
      at,
      first?.body ?? '',
    );
    expect(first?.headers['webhook-signature']).toBe(signed);
    expect((await call('GET', '')).body).not.toContain(secret.slice(6));
  });
});

describe('what nobody takes', () => {
  it('[OUT-4] is tried ever less often, lies among the dead, and is told again', async () => {
    const { id } = await subscribe();
    await create();
    answer = 503;
    const waits: number[] = [];
    for (let tries = 0; tries < 40 && (await deliveries(id, 'dead')).length === 0; tries += 1) {
      await deliverAll();
      const [next] = await deliveries(id, 'waiting');
      if (next === undefined) break;
      expect(next).toMatchObject({ failure: '503', attempts: tries + 1 });
      const waitMs = Date.parse(next.nextAt) - clock.now();
      waits.push(waitMs);
      aheadMs += waitMs + 1;
    }
    expect(waits.length).toBeGreaterThan(10);
    expect(waits.slice(0, 9)).toEqual([...waits.slice(0, 9)].sort((a, b) => a - b));
    expect(waits.reduce((all, one) => all + one, 0)).toBeGreaterThan(48 * 3_600_000);
    const [dead] = await deliveries(id, 'dead');
    expect(dead).toMatchObject({ failure: '503', event: 'customer.created' });
    heard = [];
    answer = 200;
    await deliverAll();
    expect(heard).toEqual([]);
    const again = await call('POST', `/${id}/redeliver`, { ids: [dead?.id] });
    expect(again.json()).toEqual({ count: 1 });
    await deliverAll();
    expect(bodies()).toHaveLength(1);
    expect(await deliveries(id, 'delivered')).toMatchObject([{ id: dead?.id, failure: null }]);
    const twice = await call('POST', `/${id}/redeliver`, { ids: [dead?.id] });
    expect(twice.json()).toEqual({ count: 0 });
  });

  it('[OUT-5] holds back what follows it of the same thing, and nothing else', async () => {
    await subscribe();
    const customer = await create();
    await rename(customer.id, customer.firstName, 'Annick');
    answer = 500;
    await deliverAll();
    expect(bodies().map(({ type }) => type)).toEqual(['customer.created']);
    answer = 200;
    const other = await create();
    await deliverAll();
    expect(bodies().at(-1)?.data.id).toBe(other.id);
    aheadMs += 3_600_000;
    await deliverAll();
    const own = bodies().filter(({ data }) => data.id === customer.id);
    expect(own.map(({ type }) => type)).toEqual([
      'customer.created',
      'customer.created',
      'customer.changed',
    ]);
  });

  it('[OUT-5] several instances at once tell each once, each thing in order', async () => {
    await subscribe();
    const customers = await Promise.all(Array.from({ length: 12 }, () => create()));
    for (const { id, firstName } of customers) await rename(id, firstName, 'Annick');
    const instances = Array.from({ length: 4 }, () => deliverAll());
    await Promise.all(instances);
    await deliverAll();
    const ids = heard.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(24);
    for (const { id } of customers) {
      const own = bodies().filter(({ data }) => data.id === id);
      expect(own.map(({ type }) => type)).toEqual(['customer.created', 'customer.changed']);
    }
  });
});

describe('where it goes', () => {
  it.each(
    'http://93.184.215.14/ https://127.0.0.1/ https://[::1]/ https://10.1.2.3/ https://192.168.1.1/ https://172.20.0.1/ https://169.254.169.254/ https://100.64.0.1/ https://[fd00::1]/ https://[::ffff:127.0.0.1]/ https://0x7f000001/ https://2130706433/'.split(
      ' ',
    ),
  )('[OUT-6] not to %s', async (address) => {
    expect(await makePost('open')(address, {}, Buffer.from('{}'))).toEqual({
      failure: 'address-refused',
    });
  });

  it('[OUT-6] a name that means this machine is refused when it is resolved', async () => {
    const failure = await new Promise((resolve) =>
      openLookup('localhost', { all: true }, (error) => resolve(error?.message)),
    );
    expect(failure).toBe('address-refused');
    expect(await makePost('open')('https://localhost/', {}, Buffer.from('{}'))).toEqual({
      failure: 'address-refused',
    });
    expect(isOpenAddress('93.184.215.14')).toBe(true);
    expect(isOpenAddress('2606:2800:21f:cb07:6820:80da:af6b:8b2c')).toBe(true);
  });

  it('[OUT-6] a refused address is dead at once, a redirect is not followed, and the form says so', async () => {
    const { id } = await subscribe();
    await create();
    await deliverAll(makePost('open'));
    expect(heard).toEqual([]);
    expect(await deliveries(id, 'dead')).toMatchObject([{ failure: 'address-refused' }]);
    answer = 302;
    await create();
    await deliverAll();
    expect(heard).toHaveLength(1);
    expect(await deliveries(id, 'waiting')).toMatchObject([{ failure: '302' }]);
    const strict = await startHubUnderTest();
    const administrator = await strict.signIn('agathe.perrot');
    for (const wrong of [url, 'https://localhost/x', 'https://10.0.0.1/', 'ftp://a.example/']) {
      const made = await strict.app.inject({
        method: 'POST',
        url: routes.webhooks,
        headers: bearer(administrator),
        payload: { url: wrong, events: ['case.created'], brandIds: ['kerdoual'] },
      });
      expect(made.json().code, wrong).toBe('input-malformed');
    }
    await strict.close();
  });
});

it('[OUT-7] subscriptions are changed, switched off and ended, and all of it is audited', async () => {
  const { id, secret } = await subscribe();
  expect(secret).toMatch(/^whsec_/);
  expect((await call('PATCH', `/${id}`, { active: false })).json()).toMatchObject({
    active: false,
  });
  await create();
  await deliverAll();
  expect(heard).toEqual([]);
  expect((await call('PATCH', `/${id}`, { brandIds: ['nowhere'] })).json().code).toBe(
    'input-malformed',
  );
  expect((await call('DELETE', `/${id}`)).statusCode).toBe(204);
  expect((await call('DELETE', `/${id}`)).json().code).toBe('not-found');
  const entries = await hub.database.db
    .selectFrom('audit_log')
    .select('action')
    .where('entity', '=', 'webhook')
    .where('entity_id', '=', id)
    .orderBy('id')
    .execute();
  expect(entries.map(({ action }) => action)).toEqual(['created', 'changed', 'deleted']);
});
