import type { Session } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { Script } from '@shared/domain/script/script.ts';
import type { Role } from '@shared/domain/user/user.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, deviceId, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import * as make from './mutations.ts';
import { mutation, push } from './mutations.ts';
import { loginOf } from './permissions.ts';
import { someSpeech } from './speeches.ts';

let hub: HubUnderTest;
let camille: Session;
let admin: Session;
let hugo: Session;
beforeAll(async () => {
  hub = await startHubUnderTest();
  const as = (role: Role) => hub.signIn(loginOf[role], hub.newId());
  [camille, admin, hugo] = [
    await as('advisor'),
    await as('administrator'),
    await as('brand-manager'),
  ];
});
afterAll(() => hub.close());

const ask = async (session: Session, method: string, url: string, payload?: object) => {
  const headers = bearer(session);
  const sent = payload === undefined ? {} : { payload };
  const answer = await hub.app.inject({ method: method as 'GET', url, headers, ...sent });
  return { status: answer.statusCode, json: answer.body === '' ? null : answer.json() };
};
const create = async (change: Parameters<typeof make.someCustomer>[1]) => {
  const customer = make.someCustomer(hub.newId(), change);
  await push(hub, camille, [mutation(hub, { kind: 'customer.create', payload: customer })]);
  return customer;
};

describe('customers', () => {
  it('[API-8] are found by the beginnings of their names, accents and order ignored, and by number in any form', async () => {
    const helene = await create({
      firstName: 'Hélène',
      lastName: 'Vasseur',
      phones: [{ e164: '+33639984117', label: 'mobile' }],
    });
    await create({ firstName: 'Henri', lastName: 'Vassal' });
    const found = async (query: string) =>
      (await ask(camille, 'GET', `${routes.customers}?${query}`)).json.customers.map(
        (one: { id: string }) => one.id,
      );
    for (const query of [
      'name=vasseur+hel',
      'name=H%C3%A9l+VASS',
      'number=0639984117',
      'number=0033+6+39+98+41+17',
      'number=%2B33639984117',
    ]) {
      expect(await found(query), query).toEqual([helene.id]);
    }
    expect(await found('name=vass')).toHaveLength(2);
    expect((await ask(camille, 'GET', `${routes.customers}?number=12ab`)).json.code).toBe(
      'number-malformed',
    );
    expect((await ask(camille, 'GET', routes.customers)).json.code).toBe('input-malformed');
  });

  it('[API-9] reading one is audited, and one of other brands is not there', async () => {
    const seen = await create({});
    expect((await ask(camille, 'GET', `${routes.customers}/${seen.id}`)).json.customer.id).toBe(
      seen.id,
    );
    const { json } = await ask(admin, 'GET', `/v1/audit?entity=customer&entityId=${seen.id}`);
    expect(json.entries[0]).toMatchObject({ action: 'read', userId: camille.user.id });
    const yanis = await hub.signIn('yanis.morel', hub.newId());
    const relations = seen.relations.map((relation) => ({ ...relation, brandId: 'lorvane' }));
    const foreign = await create({ relations });
    for (const path of ['', '/interactions']) {
      const answer = await ask(yanis, 'GET', `${routes.customers}/${foreign.id}${path}`);
      expect(answer.json.code).toBe('not-found');
    }
  });

  it('[API-10] interactions come in pages, newest first, each once, also within one millisecond', async () => {
    const customer = await create({});
    const batch = Array.from({ length: 25 }, (_, index) => {
      const startedAt = new Date(
        Date.parse('2026-01-01T00:00:00Z') + Math.floor(index / 5) * 60_000,
      ).toISOString();
      const payload = make.someInteraction(hub.newId(), { customerId: customer.id, startedAt });
      return mutation(hub, { kind: 'interaction.record', payload });
    });
    await push(hub, camille, batch);
    const seen: { id: string; startedAt: string }[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const before: string = next === '' ? '' : `&before=${next}`;
      const { json } = await ask(
        camille,
        'GET',
        `${routes.customers}/${customer.id}/interactions?limit=7${before}`,
      );
      seen.push(...json.interactions);
      next = json.next;
    }
    expect(new Set(seen.map((one) => one.id)).size).toBe(25);
    const times = seen.map((one) => one.startedAt);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('[API-11] a team lead reads who changed what', async () => {
    const customer = await create({});
    const payload = {
      customerId: customer.id,
      base: { lastName: 'Le Gall' },
      change: { lastName: 'Le Goff' },
    };
    await push(hub, camille, [mutation(hub, { kind: 'customer.change', payload })]);
    const { json } = await ask(admin, 'GET', `${routes.customers}/${customer.id}/history`);
    expect(json.changes[0]).toMatchObject({
      field: 'lastName',
      from: 'Le Gall',
      to: 'Le Goff',
      changedBy: camille.user.id,
    });
  });

  it('[API-12] open callbacks of my brands, the next one due first', async () => {
    const due = ['2026-11-07T08:00:00.000Z', '2026-11-06T08:00:00.000Z'];
    await push(
      hub,
      camille,
      due.map((dueAt) =>
        mutation(hub, {
          kind: 'callback.create',
          payload: make.someCallback(hub.newId(), null, { dueAt }),
        }),
      ),
    );
    const { json } = await ask(camille, 'GET', '/v1/callbacks');
    expect(json.callbacks.map((one: { dueAt: string }) => one.dueAt)).toEqual([...due].sort());
  });
});

describe('administration', () => {
  const newUser = (login: string) => ({
    login,
    firstName: 'Inès',
    lastName: 'Da Costa',
    role: 'advisor',
    teamId: null,
    locale: 'fr',
    brandIds: ['kerdoual'],
    password: 'un-long-secret',
  });

  it('[API-13] a new user signs in with her line, loses her session when switched off, and all is audited', async () => {
    const { status, json: user } = await ask(admin, 'POST', '/v1/users', newUser('Ines.DaCosta'));
    expect(status).toBe(201);
    expect(JSON.stringify(user)).not.toContain('secret');
    expect((await ask(admin, 'POST', '/v1/users', newUser('ines.dacosta'))).json.code).toBe(
      'input-malformed',
    );
    const line = { extension: '6010', password: 'ligne-6010' };
    await ask(admin, 'PUT', `/v1/users/${user.id}/line`, line);
    const payload = { login: 'ines.dacosta', password: 'un-long-secret', deviceId };
    const session: Session = (
      await hub.app.inject({ method: 'POST', url: routes.signIn, payload })
    ).json();
    expect(session.line?.user).toBe('6010');
    const changed = await ask(admin, 'PATCH', `/v1/users/${user.id}`, { active: false });
    expect(changed.json.active).toBe(false);
    expect((await ask(session, 'GET', routes.me)).json.code).toBe('session-expired');
    const { json } = await ask(admin, 'GET', `/v1/audit?entity=user&entityId=${user.id}`);
    expect(json.entries.map((entry: { action: string }) => entry.action)).toEqual([
      'changed',
      'line-changed',
      'created',
    ]);
  });

  it('[API-14] brands, numbers, reasons and dispositions are made, changed and given up', async () => {
    const brand = {
      id: 'orsane',
      name: 'Orsane Mutuelle',
      monogram: 'OM',
      hue: 150,
      chroma: 0.1,
      wrapUpSeconds: 60,
      reasonRequired: false,
      dispositionRequired: true,
    };
    expect((await ask(admin, 'POST', '/v1/brands', brand)).status).toBe(201);
    expect(
      (await ask(admin, 'PATCH', '/v1/brands/orsane', { wrapUpSeconds: 30 })).json.wrapUpSeconds,
    ).toBe(30);
    const number = {
      e164: '+33199007440',
      label: 'Contrats',
      tariffClass: 'normal',
      queue: 'orsane',
      reasonCode: null,
    };
    const { json: made } = await ask(admin, 'POST', '/v1/brands/orsane/numbers', number);
    expect((await ask(admin, 'GET', '/v1/brands/orsane/numbers')).json.numbers).toEqual([made]);
    expect((await ask(admin, 'DELETE', `/v1/brands/orsane/numbers/${made.id}`)).status).toBe(204);
    const label = { fr: 'Devis', en: 'Quote' };
    await ask(admin, 'PUT', '/v1/brands/orsane/reasons/devis', { label });
    const words = {
      label,
      group: label,
      synonyms: ['prix'],
      resolvesCase: false,
      expectsCallback: true,
      rank: 0,
    };
    await ask(admin, 'PUT', '/v1/brands/orsane/dispositions/devis', words);
    expect((await ask(admin, 'GET', '/v1/brands/orsane/reasons')).json.reasons).toEqual([
      { brandId: 'orsane', code: 'devis', label },
    ]);
    expect((await ask(admin, 'GET', '/v1/brands/orsane/dispositions')).json.dispositions).toEqual([
      { ...words, brandId: 'orsane', code: 'devis' },
    ]);
    for (const table of ['reasons', 'dispositions']) {
      expect((await ask(admin, 'DELETE', `/v1/brands/orsane/${table}/devis`)).status).toBe(204);
      expect((await ask(admin, 'DELETE', `/v1/brands/orsane/${table}/devis`)).json.code).toBe(
        'not-found',
      );
    }
  });

  it('[API-15] a speech is drafted, published and withdrawn by its brand, never overwritten', async () => {
    const id = 'kerdoual-accueil';
    const draft = someSpeech('Accueil');
    const said = async () => {
      const { json } = await ask(camille, 'GET', routes.bootstrap);
      return json.reference.scripts.find((script: Script) => script.id === id)?.version;
    };
    const { status, json: made } = await ask(hugo, 'POST', `/v1/scripts/${id}/versions`, draft);
    expect([status, made.version, made.status, await said()]).toEqual([201, 5, 'draft', 4]);
    const decide = (session: Session, deed: string, payload: object) =>
      ask(session, 'POST', `/v1/scripts/${id}/versions/5/${deed}`, payload);
    await decide(hugo, 'submit', { revision: 1 });
    await decide(admin, 'approve', { revision: 1 });
    expect((await decide(hugo, 'publish', {})).json.publishedBy).toBe(hugo.user.id);
    expect(await said()).toBe(5);
    expect((await decide(hugo, 'publish', {})).json.code).toBe('script-not-in-state');
    await decide(hugo, 'withdraw', { reason: 'Faux' });
    expect(await said()).toBe(4);
    const foreign = await ask(hugo, 'POST', '/v1/scripts/solvenne-accueil/versions/6/withdraw', {
      reason: 'Non',
    });
    expect(foreign.json.code).toBe('not-found');
    const stolen = await ask(hugo, 'POST', '/v1/scripts/solvenne-accueil/versions', draft);
    expect(stolen.json.code).toBe('not-found');
  });

  it('[API-16] teams are made and listed', async () => {
    const { json: team } = await ask(admin, 'POST', '/v1/teams', { name: 'Soir' });
    expect((await ask(camille, 'GET', '/v1/teams')).json.teams).toContainEqual(team);
  });
});

describe('the API itself', () => {
  it('[API-17] documents every route with request and response, and the page works alone', async () => {
    const { json: document } = await ask(camille, 'GET', '/v1/openapi.json');
    for (const route of hub.app.declaredAccess.keys()) {
      const [method = '', path = ''] = route.split(' ');
      if (method === 'HEAD' || path.startsWith('/docs')) continue;
      const operation = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      expect(operation?.tags, route).toHaveLength(1);
      if (operation.tags[0] !== 'documentation' && !/^\/(sip|v1\/(live|board))$/.test(path)) {
        expect(Object.keys(operation.responses), route).toContain('4XX');
      }
    }
    const page = await hub.app.inject({ url: '/docs/static/index.html' });
    expect(page.body).not.toMatch(/(src|href)="(https?:)?\/\//);
  });

  it('[API-18] only the desktop’s origin may read answers, preflights included', async () => {
    const preflight = (origin: string) =>
      hub.app.inject({
        method: 'OPTIONS',
        url: routes.push,
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization, content-type, x-correlation-id',
        },
      });
    const allowed = await preflight('app://parlance');
    expect(allowed.statusCode).toBe(204);
    expect(allowed.headers['access-control-allow-origin']).toBe('app://parlance');
    for (const header of ['authorization', 'content-type', 'x-correlation-id']) {
      expect(allowed.headers['access-control-allow-headers']).toContain(header);
    }
    for (const origin of ['https://evil.example', 'app://parlance.evil', 'null']) {
      expect((await preflight(origin)).headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it('[API-19] is ready only while its database answers, and alive regardless', async () => {
    const other = await startHubUnderTest();
    expect((await other.app.inject({ url: routes.ready })).statusCode).toBe(200);
    await other.database.close();
    const answer = await other.app.inject({ url: routes.ready });
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'hub-failing']);
    expect((await other.app.inject({ url: routes.health })).statusCode).toBe(200);
    await other.close().catch(() => undefined);
  });
});
