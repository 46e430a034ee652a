import { keepHouse } from '@api/housekeeping.ts';
import { readAudit } from '@api/modules/audit/repository.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import {
  type Connector,
  connectorSchema,
  connectorsSchema,
  type OutsideView,
  outsideViewSchema,
  outsideViewsSchema,
} from '@shared/contracts/http/connectors.ts';
import { personalDataSchema } from '@shared/contracts/http/privacy.ts';
import { routes } from '@shared/contracts/routes.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { until } from '../../support/until.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someCustomer } from './mutations.ts';
import {
  json,
  misbehaviours,
  type OutsideSystem,
  order,
  startOutsideSystem,
} from './outside-system.ts';
import { known, makeSource, tell } from './sources.ts';

let hub: HubUnderTest;
let agathe: Session;
let camille: Session;
let nadia: Session;
let system: OutsideSystem;
let customerId: string;

beforeAll(async () => {
  hub = await startHubUnderTest({ connectorNetwork: 'any' });
  [agathe, camille, nadia] = await Promise.all([
    hub.signIn('agathe.perrot', hub.newId()),
    hub.signIn('camille.roussel', hub.newId()),
    hub.signIn('nadia.ferrand', hub.newId()),
  ]);
  system = await startOutsideSystem();
});
afterAll(async () => {
  system.close();
  await hub.close();
});
const makeCustomer = async (change: Parameters<typeof someCustomer>[1] = {}) => {
  const payload = someCustomer(hub.newId(), change);
  await push(hub, camille, [mutation(hub, { kind: 'customer.create', payload })]);
  return payload.id;
};
beforeEach(async () => {
  await hub.database.db.deleteFrom('connectors').execute();
  system.asked.length = 0;
  system.behave = json({ rows: [order] });
  customerId = await makeCustomer();
});

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
const call = (session: Session, method: Method, url: string, payload?: object) =>
  hub.app.inject({ method, url, headers: bearer(session), ...(payload ? { payload } : {}) });
const declare = async (change: object = {}): Promise<Connector> => {
  const made = await call(agathe, 'POST', routes.connectors, {
    brandId: 'kerdoual',
    name: 'Boutique',
    card: 'orders',
    address: `${system.url}/c/{id}/orders`,
    timeLimitMs: 300,
    ...change,
  });
  expect(made.statusCode, made.body).toBe(201);
  return connectorSchema.parse(made.json());
};
const urlOf = (connectorId: string, customer = customerId) =>
  `${routes.customers}/${customer}/outside/${connectorId}`;
const ask = async (of: Connector, session = camille, again = true): Promise<OutsideView> => {
  const got = await call(session, 'GET', `${urlOf(of.id)}${again ? '?again=1' : ''}`);
  expect(got.statusCode, got.body).toBe(200);
  return outsideViewSchema.parse(got.json());
};
const cards = async (session = camille, customer = customerId) =>
  outsideViewsSchema.parse(
    (await call(session, 'GET', `${routes.customers}/${customer}/outside?brandId=kerdoual`)).json(),
  ).cards;

describe('declared', () => {
  it('[CONN-1] with a secret that is sent and never shown', async () => {
    const made = await declare({ secretHeader: 'X-Api-Key', secret: 'un secret', roles: [] });
    expect(made).toMatchObject({ hasSecret: true, behind: 'purchases', freshSeconds: 60 });
    await ask(made);
    expect(system.asked[0]).toMatchObject({ path: `/c/${customerId}/orders` });
    expect(system.asked[0]?.headers['x-api-key']).toBe('un secret');
    const shown = [
      (await call(agathe, 'GET', routes.connectors)).body,
      (await call(agathe, 'PATCH', `${routes.connectors}/${made.id}`, { name: 'B' })).body,
      (await call(agathe, 'GET', '/v1/audit')).body,
      JSON.stringify(await hub.database.db.selectFrom('connectors').selectAll().execute()),
      hub.logged.join(),
    ];
    for (const text of shown) expect(text).not.toContain('un secret');
  });

  it('[CONN-1] a mistake is named by its field', async () => {
    const wrong = async (change: object) =>
      (
        await call(agathe, 'POST', routes.connectors, {
          brandId: 'kerdoual',
          name: 'Boutique',
          card: 'orders',
          address: `${system.url}/{id}`,
          ...change,
        })
      ).json();
    expect((await wrong({ address: 'https://{id}.example/' })).issues[0].path).toBe('body/address');
    expect((await wrong({ timeLimitMs: 60_000 })).issues[0].path).toBe('body/timeLimitMs');
    expect((await wrong({ secret: 'x' })).detail).toMatch(/^secretHeader:/);
    expect((await wrong({ brandId: 'nowhere' })).detail).toMatch(/^brandId:/);
    expect((await wrong({ sourceId: hub.newId() })).detail).toMatch(/^sourceId:/);
  });

  it('[CONN-3] a secret goes to no other host than it was given for', async () => {
    const { id } = await declare({ secretHeader: 'X-Api-Key', secret: 'un secret' });
    const path = `${routes.connectors}/${id}`;
    const elsewhere = { address: 'https://other.example/{id}' };
    const refused = await call(agathe, 'PATCH', path, elsewhere);
    expect(refused.json().detail).toMatch(/^secret: give it again/);
    const given = await call(agathe, 'PATCH', path, { ...elsewhere, secret: 'another' });
    expect(given.statusCode).toBe(200);
  });

  it('[CONN-11] is tried with one customer first, and every change is audited', async () => {
    const { id } = await declare();
    await call(agathe, 'PATCH', `${routes.connectors}/${id}`, { active: false });
    const tried = await call(agathe, 'POST', `${routes.connectors}/${id}/try`, { customerId });
    expect(outsideViewSchema.parse(tried.json()).rows?.[0]?.title).toBe(order.title);
    expect(await cards()).toEqual([]);
    expect((await call(camille, 'GET', urlOf(id))).statusCode).toBe(404);
    const listed = connectorsSchema.parse((await call(agathe, 'GET', routes.connectors)).json());
    expect(listed.connectors[0]?.lastAnswerAt).not.toBeNull();
    expect((await call(agathe, 'DELETE', `${routes.connectors}/${id}`)).statusCode).toBe(204);
    const { entries } = await readAudit(hub.database.db, { entityId: id, limit: 9 });
    expect(entries.map(({ action }) => action)).toEqual(['deleted', 'changed', 'created']);
  });
});

describe('asked', () => {
  it('[CONN-2] by what a source calls her, her e-mail and number; nowhere by what is not known', async () => {
    const address = `${system.url}/c/{ref}?mail={email}&tel={phone}`;
    const unnamed = await declare({ address });
    expect(await ask(unnamed)).toMatchObject({ failure: 'not-known-there', rows: null });
    expect(system.asked).toEqual([]);
    const [shop, other] = [await makeSource(hub, agathe), await makeSource(hub, agathe)];
    const phones = ['06 39 98 77 01'];
    const told = await tell(
      hub,
      shop,
      known('C 881/é', { lastName: 'Quéméner', firstName: 'Anne', phones }),
    );
    expect(told.statusCode, told.body).toBe(200);
    const { customer_id: id } = await hub.database.db
      .selectFrom('external_references')
      .innerJoin('customer_phones', 'customer_phones.customer_id', 'external_references.id')
      .select('customer_phones.customer_id')
      .where('external_id', '=', 'C 881/é')
      .executeTakeFirstOrThrow();
    await hub.database.db
      .updateTable('customers')
      .set({ emails: ['a+b@exemple.fr'] })
      .where('id', '=', id)
      .execute();
    customerId = id;
    await ask(await declare({ address, sourceId: shop.id }));
    expect(system.asked.map(({ path }) => path)).toEqual([
      '/c/C%20881%2F%C3%A9?mail=a%2Bb%40exemple.fr&tel=%2B33639987701',
    ]);
    const elsewhere = await declare({ address, sourceId: other.id });
    expect((await ask(elsewhere)).failure).toBe('not-known-there');
  });

  it.each(Object.entries(misbehaviours))('[CONN-4] one that %s', async (_, [behave, failure]) => {
    const of = await declare();
    system.behave = behave;
    const before = Date.now();
    const card = await ask(of);
    expect(card).toMatchObject({ rows: null, timeLimitMs: 300 });
    expect(card.failure).toMatch(new RegExp(`^(${failure})$`));
    // Far more than its limit, for a busy machine; one that hangs would take for ever.
    expect(Date.now() - before).toBeLessThan(10_000);
    expect(await hub.database.db.selectFrom('outside_answers').selectAll().execute()).toEqual([]);
  });

  it('[CONN-4] one that does not know the customer has no rows, which is no failure', async () => {
    system.behave = json({}, 404);
    expect(await ask(await declare())).toMatchObject({ rows: [], failure: null });
    system.close();
    system = await startOutsideSystem();
    const gone = await declare({ address: 'http://127.0.0.1:9/{id}' });
    expect(await ask(gone)).toMatchObject({ rows: null, failure: 'unreachable' });
  });

  it('[CONN-3] a redirect on the same host is followed', async () => {
    system.behave = (response, request) => {
      if (request.url === '/there') return json({ rows: [order] })(response, request);
      response.writeHead(307, { location: '/there' }).end();
    };
    expect((await ask(await declare())).rows).toHaveLength(1);
  });

  it('[CONN-3] a hub that is not told otherwise asks no private address', async () => {
    const strict = await startHubUnderTest();
    try {
      const session = await strict.signIn('agathe.perrot');
      const headers = bearer(session);
      const inject = (method: 'POST', url: string, payload: object) =>
        strict.app.inject({ method, url, headers, payload });
      const declaring = (address: string) =>
        inject('POST', routes.connectors, {
          brandId: 'kerdoual',
          name: 'B',
          card: 'other',
          address,
        });
      for (const own of [`${system.url}/{id}`, 'https://10.0.0.8/{id}', 'https://localhost/{id}'])
        expect((await declaring(own)).json().detail).toMatch(/^address:/);
      const { id } = connectorSchema.parse((await declaring('https://shop.example/{id}')).json());
      const one = someCustomer(strict.newId());
      const advisor = await strict.signIn('camille.roussel');
      await push(strict, advisor, [mutation(strict, { kind: 'customer.create', payload: one })]);
      // However an address came in: what is connected to is checked again.
      for (const address of [`${system.url}/{id}`, 'https://localhost:1/{id}']) {
        await strict.database.db.updateTable('connectors').set({ address }).execute();
        const tried = await inject('POST', `${routes.connectors}/${id}/try`, {
          customerId: one.id,
        });
        expect(tried.json().failure, tried.body).toBe('address-refused');
      }
      expect(system.asked).toEqual([]);
    } finally {
      await strict.close();
    }
  });

  it('[CONN-5] after five failures it is left alone, then one question ends its rest', async () => {
    const of = await declare();
    system.behave = json({}, 500);
    for (let times = 0; times < 5; times += 1) await ask(of);
    const resting = await ask(of);
    expect(resting).toMatchObject({ failure: 'resting' });
    expect(system.asked).toHaveLength(5);
    system.behave = json({ rows: [order] });
    hub.clock.advance(Date.parse(resting.restsUntil ?? '') - hub.clock.now() + 1);
    expect(await ask(of)).toMatchObject({ failure: null, restsUntil: null });
  });

  it('[CONN-6] given again without asking for its time, unless somebody asks again', async () => {
    const of = await declare();
    await ask(of, camille, false);
    expect(system.asked).toHaveLength(1);
    expect((await ask(of, nadia, false)).fresh).toBe(true);
    expect(system.asked).toHaveLength(1);
    hub.clock.advance(61_000);
    await ask(of, nadia, false);
    await ask(of);
    expect(system.asked).toHaveLength(3);
  });

  it('[CONN-8] what fails comes with the last answer and its date, for its time', async () => {
    const of = await declare({ keepHours: 1 });
    const { at } = await ask(of);
    system.behave = json({}, 503);
    expect(await ask(of)).toMatchObject({ failure: 'refused', status: 503, at, rows: [order] });
    hub.clock.advance(70_000);
    expect(await cards()).toMatchObject([{ at, rows: [order], fresh: false, failure: null }]);
    hub.clock.advance(3_600_000);
    const late = await hub.signIn('camille.roussel', hub.newId());
    expect(await cards(late)).toMatchObject([{ rows: null, at: null }]);
    await keepHouse(hub.database, hub.clock);
    expect(await hub.database.db.selectFrom('outside_answers').selectAll().execute()).toEqual([]);
    [agathe, camille, nadia] = await Promise.all([
      hub.signIn('agathe.perrot', hub.newId()),
      hub.signIn('camille.roussel', hub.newId()),
      hub.signIn('nadia.ferrand', hub.newId()),
    ]);
  });
});

describe('for whom', () => {
  it('[CONN-9] another brand, another role, another customer: nothing, and nobody asked', async () => {
    const forLeads = await declare({ roles: ['team-lead'] });
    expect(await cards()).toEqual([]);
    expect((await call(camille, 'GET', urlOf(forLeads.id))).statusCode).toBe(404);
    expect(await cards(nadia)).toHaveLength(1);
    const of = await declare();
    const [relation] = someCustomer(customerId).relations;
    const elsewhere = await makeCustomer({
      relations: [{ ...relation, brandId: 'solvenne' } as NonNullable<typeof relation>],
    });
    expect((await call(camille, 'GET', urlOf(of.id, elsewhere))).statusCode).toBe(404);
    expect((await call(camille, 'GET', urlOf(of.id, hub.newId()))).statusCode).toBe(404);
    expect(system.asked).toEqual([]);
  });

  it('[CONN-10] what is kept is in her file and goes with her; an answer under way too', async () => {
    const of = await declare({ timeLimitMs: 9_000 });
    await ask(of);
    const file = await call(agathe, 'GET', `${routes.customers}/${customerId}/personal-data`);
    const section = personalDataSchema
      .parse(file.json())
      .sections.find(({ name }) => name === 'outside_answers');
    expect(JSON.stringify(section?.rows)).toContain(order.title);
    let answer = (): void => undefined;
    system.behave = (response, request) => {
      answer = () => json({ rows: [order] })(response, request);
    };
    const late = call(camille, 'GET', `${urlOf(of.id)}?again=1`);
    await until('it is asked', () => system.asked.length === 2);
    const erased = await call(agathe, 'POST', `${routes.customers}/${customerId}/erase`, {
      reason: 'Demande écrite',
    });
    expect(erased.statusCode).toBe(200);
    answer();
    expect((await late).statusCode).toBe(200);
    expect(await hub.database.db.selectFrom('outside_answers').selectAll().execute()).toEqual([]);
  });
});
