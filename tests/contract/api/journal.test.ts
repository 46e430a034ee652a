import { recordAudit } from '@api/modules/audit/repository.ts';
import { checkSeals, sealAudit } from '@api/modules/audit/seals-repository.ts';
import { purgeAll } from '@api/modules/privacy/retention-service.ts';
import { auditChainSchema, auditPageSchema } from '@shared/contracts/http/audit.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { accountsSchema } from '@shared/contracts/http/directory.ts';
import { routes } from '@shared/contracts/routes.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someCustomer } from './mutations.ts';

let hub: HubUnderTest;
let agathe: Session;
let camille: Session;

beforeAll(async () => {
  hub = await startHubUnderTest();
  agathe = await hub.signIn('agathe.perrot', hub.newId());
  camille = await hub.signIn('camille.roussel', hub.newId());
});
afterAll(() => hub.close());

const get = (url: string) => hub.app.inject({ url, headers: bearer(agathe) });
const journal = async (query: string) =>
  auditPageSchema.parse((await get(`/v1/audit?${query}`)).json()).entries;

it('[ADMIN-1] searched by who, what and which customer; both are named', async () => {
  const customer = someCustomer(hub.newId(), { firstName: 'Étienne', lastName: 'Marchal' });
  await push(hub, camille, [mutation(hub, { kind: 'customer.create', payload: customer })]);
  await hub.app.inject({
    method: 'PUT',
    url: `${routes.customers}/${customer.id}/viewing`,
    headers: bearer(camille),
  });
  const saw = { who: 'Camille Roussel', about: 'Étienne Marchal', action: 'viewed' };
  for (const text of ['marchal', 'etienne mar', customer.id]) {
    expect(await journal(`text=${encodeURIComponent(text)}`)).toMatchObject([saw]);
  }
  expect((await journal('text=camille'))[0]).toMatchObject(saw);
  expect((await journal('action=viewed'))[0]).toMatchObject(saw);
  expect(await journal('text=marchal&action=erased')).toEqual([]);
  expect(await journal('text=personne')).toEqual([]);
  expect((await journal('text=viewed'))[0]).toMatchObject(saw);
});

it('[ADMIN-3] users are listed with when they were last seen', async () => {
  const { users } = accountsSchema.parse((await get('/v1/users')).json());
  const seen = (login: string) => users.find((one) => one.login === login)?.lastSeenAt ?? null;
  expect(Date.parse(seen('camille.roussel') ?? '')).toBeGreaterThan(hub.clock.now() - 60_000);
  expect(seen('hugo.delmas')).toBeNull();
});

describe('the chain', () => {
  const at = '2026-11-28T10:00:00.000Z';
  const write = (db: HubUnderTest['database']['db'], entityId: string) =>
    recordAudit(db, {
      userId: null,
      action: 'tested',
      entity: 'chain',
      entityId,
      detail: { a: 1 },
      correlationId: 'chain-test',
    });
  /** Other databases of the server hold the horizon back: sealed again until nothing is left. */
  const seal = async () => {
    await hub.settle();
    for (;;) {
      await sealAudit(hub.database.db, at);
      if ((await checkSeals(hub.database.db)).unsealed === 0) return;
    }
  };
  const chain = async () => auditChainSchema.parse((await get('/v1/audit/chain')).json());
  beforeEach(async () => {
    await sql`truncate audit_seals`.execute(hub.database.db);
    await hub.database.db.deleteFrom('audit_log').execute();
    for (const name of ['one', 'two']) {
      await write(hub.database.db, name);
      await seal();
    }
    await write(hub.database.db, 'three');
    await seal();
  });

  it('[ADMIN-2] is whole as it was written, and says what is too new to be sealed', async () => {
    expect(await chain()).toEqual({ entries: 3, unsealed: 0, seals: 3, brokenAt: null });
    await write(hub.database.db, 'four');
    expect(await chain()).toMatchObject({ entries: 3, unsealed: 1, brokenAt: null });
  });

  it.each([
    ['changed', sql`update audit_log set detail = '{"a": 2}' where entity_id = 'two'`],
    ['taken out', sql`delete from audit_log where entity_id = 'two'`],
    [
      'slipped in',
      sql`insert into audit_log (action, entity, correlation_id, xact)
        select action, 'slipped', correlation_id, xact from audit_log where entity_id = 'two'`,
    ],
    ['unsealed', sql`delete from audit_seals where seq = 2`],
    ['sealed anew', sql`update audit_seals set digest = repeat('0', 64) where seq = 1`],
  ])('[ADMIN-2] finds an entry that was %s', async (_, deed) => {
    await deed.execute(hub.database.db);
    expect((await chain()).brokenAt).not.toBeNull();
  });

  it('[ADMIN-2] one that commits late falls between no two seals', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let written = (): void => undefined;
    const isWritten = new Promise<void>((resolve) => {
      written = resolve;
    });
    const late = hub.database.db.transaction().execute(async (tx) => {
      await write(tx, 'late');
      written();
      await held;
    });
    await isWritten;
    await write(hub.database.db, 'early');
    await sealAudit(hub.database.db, at);
    release();
    await late;
    await seal();
    expect(await chain()).toMatchObject({ entries: 5, unsealed: 0, brokenAt: null });
  });

  it('[ADMIN-2] what retention purged is no break, what follows is still checked', async () => {
    const { db } = hub.database;
    await sql`update audit_log set at = at - interval '20 years' where entity_id = 'one'`.execute(
      db,
    );
    await sql`truncate audit_seals`.execute(db);
    await seal();
    await write(db, 'four');
    await seal();
    await purgeAll(hub);
    expect(await chain()).toMatchObject({ entries: 1, brokenAt: null });
    await db.deleteFrom('audit_log').where('entity_id', '=', 'four').execute();
    expect((await chain()).brokenAt).not.toBeNull();
  });
});
