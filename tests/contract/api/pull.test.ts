import { pruneChanges } from '@api/modules/sync/change-log-repository.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { BootstrapResponse, PullResponse } from '@shared/contracts/sync/pull.ts';
import { bootstrapResponseSchema, pullResponseSchema } from '@shared/contracts/sync/pull.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import * as make from './mutations.ts';
import { mutation, push } from './mutations.ts';

let hub: HubUnderTest;
let camille: Session;
let lea: Session;
const relation = (brandId: string): Customer['relations'][number] => ({
  brandId,
  since: '2020-01-01',
  value12MonthsCents: 0,
  segment: 'new',
  vip: false,
  relationMode: 'neutral',
});

const get = (session: Session, url: string, query: Record<string, string>) =>
  hub.app.inject({ method: 'GET', url, query, headers: bearer(session) });
const bootstrap = async (
  session: Session,
  query: Record<string, string> = {},
): Promise<BootstrapResponse> => {
  await hub.settle();
  return bootstrapResponseSchema.parse((await get(session, routes.bootstrap, query)).json());
};
const pullNow = async (session: Session, cursor: string, limit = 500): Promise<PullResponse> =>
  pullResponseSchema.parse(
    (await get(session, routes.pull, { cursor, limit: String(limit) })).json(),
  );
const pull = async (session: Session, cursor: string, limit = 500): Promise<PullResponse> => {
  await hub.settle();
  return pullNow(session, cursor, limit);
};
const create = async (brands: string[], change: Partial<Customer> = {}) => {
  const customer = make.someCustomer(hub.newId(), { relations: brands.map(relation), ...change });
  await push(hub, camille, [mutation(hub, { kind: 'customer.create', payload: customer })]);
  return customer;
};

beforeAll(async () => {
  hub = await startHubUnderTest();
  camille = await hub.signIn('camille.roussel');
  lea = await hub.signIn('lea.fontaine', hub.newId());
});
afterAll(() => hub.close());

describe('bootstrap', () => {
  it('[HUB-16] gives everything of the user’s brands in pages, and nothing else', async () => {
    const visible = await create(['kerdoual']);
    await create(['solvenne']);
    const both = await create(['lorvane', 'solvenne']);
    const interaction = make.someInteraction(hub.newId(), { customerId: visible.id });
    const hidden = make.someInteraction(hub.newId(), { customerId: both.id, brandId: 'solvenne' });
    await push(hub, camille, [
      mutation(hub, { kind: 'interaction.record', payload: interaction }),
      mutation(hub, { kind: 'interaction.record', payload: hidden }),
      mutation(hub, { kind: 'case.open', payload: make.someCase(hub.newId(), visible.id) }),
      mutation(hub, { kind: 'consent.record', payload: make.someConsent(hub.newId(), visible.id) }),
      mutation(hub, {
        kind: 'callback.create',
        payload: make.someCallback(hub.newId(), visible.id),
      }),
    ]);
    const first = await bootstrap(lea, { limit: '1' });
    expect(first).toMatchObject({ total: 2, next: visible.id });
    expect(first.bundles[0]).toMatchObject({
      customer: { id: visible.id, address: { inseeCode: '29019' } },
      interactions: [{ id: interaction.id }],
      cases: [{ customerId: visible.id }],
      consents: [{ proof: 'appel du 05/11/2026' }],
      callbacks: [{ customerId: visible.id }],
    });
    const second = await bootstrap(lea, { limit: '1', after: visible.id });
    expect(second.reference).toBeNull();
    expect(second.bundles[0]?.customer.relations.map((one) => one.brandId)).toEqual(['lorvane']);
    expect(second.bundles[0]?.interactions).toEqual([]);
    expect((await bootstrap(lea, { after: both.id })).next).toBeNull();
  });

  it('[HUB-34] a first load is audited once', async () => {
    const { db } = hub.database;
    const loads = db.selectFrom('audit_log').select('id').where('action', '=', 'loaded');
    const before = (await loads.execute()).length;
    const { next } = await bootstrap(camille, { limit: '1' });
    await bootstrap(camille, { limit: '1', after: next ?? '' });
    expect((await loads.execute()).length).toBe(before + 1);
  });

  it('[HUB-17] the first page carries the small tables of the user’s brands', async () => {
    const { reference } = await bootstrap(lea);
    expect(reference?.brands.map((brand) => brand.id)).toEqual(['lorvane', 'kerdoual']);
    expect(reference?.numbers.every((number) => number.brandId !== 'solvenne')).toBe(true);
    expect(reference?.dispositions.some((one) => one.code === 'echange-accepte')).toBe(true);
    expect(reference?.users.some((user) => user.login === 'nadia.ferrand')).toBe(true);
    expect(JSON.stringify(reference)).not.toContain('argon2');
  });
});

describe('pull', () => {
  it('[HUB-18] tells each changed row once, as it is now', async () => {
    const { cursor } = await bootstrap(camille);
    const customer = await create(['kerdoual']);
    const id = hub.newId();
    await push(hub, camille, [
      mutation(hub, {
        kind: 'interaction.record',
        payload: make.someInteraction(id, { customerId: customer.id }),
      }),
      mutation(hub, {
        kind: 'customer.change',
        payload: {
          customerId: customer.id,
          base: { firstName: 'Anne' },
          change: { firstName: 'Anna' },
        },
      }),
    ]);
    const { changes, more, cursor: next } = await pull(camille, cursor);
    expect(more).toBe(false);
    expect(changes.map((change) => [change.entity, change.id])).toEqual([
      ['interaction', id],
      ['customer', customer.id],
    ]);
    expect(changes[1]).toMatchObject({ row: { firstName: 'Anna', version: 2 } });
    expect((await pull(camille, next)).changes).toEqual([]);
  });

  it('[HUB-19] pages end where the next begins, however many digits their places have', async () => {
    let { cursor } = await bootstrap(camille);
    const made = Array.from({ length: 150 }, () => hub.newId());
    const relations = [relation('kerdoual')];
    const batch = made.map((id) => {
      const payload = make.someCustomer(id, { relations });
      return mutation(hub, { kind: 'customer.create', payload });
    });
    await push(hub, camille, batch);
    const seen: string[] = [];
    for (let more = true; more; ) {
      const page = await pull(camille, cursor, 7);
      seen.push(...page.changes.map((change) => change.id));
      ({ cursor, more } = page);
    }
    expect(seen).toEqual(made);
  });

  it('[HUB-20] a change of a slow transaction that commits late is never skipped', async () => {
    const customer = await create(['kerdoual']);
    const { cursor } = await bootstrap(camille);
    const slow = await hub.database.connectAlone();
    const slowId = hub.newId();
    await slow.query('begin');
    await slow.query(
      `insert into cases (id, reference, customer_id, brand_id, kind, title, detail, status, opened_at, updated_at)
       values ($1, 'R-slow', $2, 'kerdoual', 'order', 't', '', 'open', now(), now())`,
      [slowId, customer.id],
    );
    const quick = await create(['kerdoual']);
    const during = await pullNow(camille, cursor);
    await slow.query('commit');
    await slow.end();
    const after = await pull(camille, during.cursor);
    const ids = [...during.changes, ...after.changes].map((change) => change.id);
    expect(ids.sort()).toEqual([slowId, quick.id].sort());
  });

  it('[HUB-21] a deleted row is a tombstone, and so is one that left the user’s brands', async () => {
    const gone = await create(['kerdoual']);
    const moved = await create(['kerdoual']);
    const { cursor } = await bootstrap(lea);
    const { db } = hub.database;
    await db.deleteFrom('customers').where('id', '=', gone.id).execute();
    await db
      .updateTable('customers')
      .set({ brand_ids: ['solvenne'] })
      .where('id', '=', moved.id)
      .execute();
    const { changes } = await pull(lea, cursor);
    expect(changes).toEqual([
      { entity: 'customer', id: gone.id, row: null },
      { entity: 'customer', id: moved.id, row: null },
    ]);
  });

  it('[HUB-22] says nothing about other brands', async () => {
    const { cursor } = await bootstrap(lea);
    await create(['solvenne']);
    expect((await pull(lea, cursor)).changes).toEqual([]);
  });

  it('[HUB-23] a changed small table comes whole', async () => {
    const { cursor } = await bootstrap(camille);
    await sql`update brands set wrap_up_seconds = 45 where id = 'lorvane'`.execute(hub.database.db);
    const { changes } = await pull(camille, cursor);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ entity: 'reference', id: 'reference' });
    expect(JSON.stringify(changes[0]?.row)).toContain('"wrapUpSeconds":45');
  });
});

describe('look-up', () => {
  it('[HUB-31] gives customers by number or id whole, of the user’s brands only, and is audited', async () => {
    const phones = [{ e164: '+33639984444', label: 'mobile' as const }];
    const seen = await create(['kerdoual'], { phones });
    await create(['solvenne'], { phones });
    const ids = async (session: Session, query: Record<string, string>) => {
      const { bundles } = (await get(session, routes.lookUp, query)).json();
      return bundles.map((bundle: { customer: { id: string } }) => bundle.customer.id);
    };
    expect(await ids(lea, { number: '+33639984444' })).toEqual([seen.id]);
    expect(await ids(camille, { number: '+33639984444' })).toHaveLength(2);
    expect(await ids(lea, { id: seen.id })).toEqual([seen.id]);
    expect(await ids(lea, { number: '+33639980000' })).toEqual([]);
    expect((await get(lea, routes.lookUp, {})).json().code).toBe('input-malformed');
    const { db } = hub.database;
    const audit = db.selectFrom('audit_log').selectAll().where('action', '=', 'looked-up');
    expect((await audit.where('entity_id', '=', seen.id).execute()).length).toBe(3);
  });
});

describe('a cursor of another life', () => {
  const answerTo = async (session: Session, cursor: string) =>
    (await get(session, routes.pull, { cursor })).json().code;

  it('[HUB-24] one of other brands or another hub is too old, nonsense is malformed', async () => {
    const { cursor } = await bootstrap(camille);
    expect(await answerTo(lea, cursor)).toBe('cursor-too-old');
    expect(await answerTo(camille, `000000000000${cursor.slice(12)}`)).toBe('cursor-too-old');
    expect(await answerTo(camille, cursor.replace(/\d+\.\d+$/, '999999999.0'))).toBe(
      'cursor-too-old',
    );
    expect(await answerTo(camille, 'nonsense')).toBe('input-malformed');
  });

  it('[HUB-24] one from before the log was pruned is too old, a later one is not', async () => {
    const before = (await bootstrap(camille)).cursor;
    await create(['kerdoual']);
    const after = (await bootstrap(camille)).cursor;
    await pruneChanges(hub.database.db, '2999-01-01T00:00:00.000Z');
    expect(await answerTo(camille, before)).toBe('cursor-too-old');
    expect((await pull(camille, after)).changes).toEqual([]);
  });

  it('[HUB-25] an advisor who gets another brand loads everything again', async () => {
    const { cursor } = await bootstrap(lea);
    await hub.database.db
      .insertInto('user_brands')
      .values({ user_id: lea.user.id, brand_id: 'solvenne' })
      .execute();
    expect(await answerTo(lea, cursor)).toBe('cursor-too-old');
    await hub.database.db
      .deleteFrom('user_brands')
      .where('user_id', '=', lea.user.id)
      .where('brand_id', '=', 'solvenne')
      .execute();
  });
});
