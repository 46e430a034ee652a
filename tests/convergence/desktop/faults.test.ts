import 'fake-indexeddb/auto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '@api/db/database.ts';
import { type Cluster, startCluster } from '@api/db/embedded/cluster.ts';
import { migrate } from '@api/db/migrate.ts';
import { loadOrganisation } from '@api/seed/load-organisation.ts';
import { Cache } from '@renderer/cache/cache.ts';
import { HubSync } from '@renderer/engine/sync/hub-sync.ts';
import { Library } from '@renderer/engine/sync/library.ts';
import { Outbox } from '@renderer/engine/sync/outbox.ts';
import { HubClient } from '@renderer/platform/hub-client.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import type { Mutation } from '@shared/contracts/sync/mutation.ts';
import { succeed } from '@shared/kernel/result.ts';
import Dexie from 'dexie';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type HubUnderTest, startHubUnderTest } from '../../contract/api/hub-under-test.ts';
import * as make from '../../contract/api/mutations.ts';
import { MemoryJournal } from '../../support/desk/memory-journal.ts';
import { FaultyNetwork } from '../../support/network/faulty-network.ts';
import { until } from '../../support/until.ts';

let hub: HubUnderTest;
let camille: Session;
let hubUrl: string;
const listening = async ({ app }: Pick<HubUnderTest, 'app'>): Promise<string> =>
  app.listen({ port: 0, host: '127.0.0.1' });
beforeAll(async () => {
  hub = await startHubUnderTest();
  hubUrl = await listening(hub);
  camille = await hub.signIn('camille.roussel', hub.newId());
});
afterAll(() => hub?.close());

const created = (lastName = 'Vasseur'): Mutation =>
  make.mutation(hub, {
    kind: 'customer.create',
    payload: make.someCustomer(hub.newId(), { lastName }),
  }) as Mutation;
const idOf = ({ payload }: Mutation) => (payload as { id: string }).id;

let count = 0;
const desktop = async (url = hubUrl, session = camille, journal = new MemoryJournal()) => {
  const name = `faults-${count++}`;
  const cache = await Cache.open(name, new Uint8Array(32).fill(8));
  const outbox = new Outbox(journal, () => undefined);
  await outbox.load();
  const library = new Library(cache, () => outbox.pending);
  const client = new HubClient(url);
  client.takeTokensFrom(async () => succeed(session.accessToken));
  const nothing = (): unknown => undefined;
  const told = {
    rounds: 0,
    failures: 0,
    online: true,
    storage: null as string | null,
    whenFresh: nothing,
  };
  const sync = new HubSync({
    hub: client,
    deviceId: hub.newId(),
    outbox,
    cache,
    library,
    calm: async () => undefined,
    listener: {
      online: (online) => {
        told.online = online;
        if (!online) told.failures += 1;
      },
      storage: (code) => {
        told.storage = code;
      },
      fresh: () => {
        told.rounds += 1;
        told.whenFresh();
      },
      sent: nothing,
      wire: nothing,
      loading: nothing,
      reference: nothing,
      touched: nothing,
    },
  });
  const round = async () => {
    const before = told.rounds;
    sync.wake();
    await until('an exchange went through', () => told.rounds > before, 20_000);
  };
  const write = (mutation: Mutation) => outbox.write([{ t: 'mutation', mutation }]);
  return { name, cache, outbox, library, sync, told, round, write };
};
const inHub = async (id: string) =>
  (await hub.database.db.selectFrom('customers').select('id').where('id', '=', id).execute())
    .length;

it('[FAULT-2] a refused quota is told, what waits goes out, and with room again it goes on', async () => {
  const one = await desktop();
  await one.round();
  const other = created('Refusée');
  await make.push(hub, camille, [other]);
  await hub.settle();
  const refusal = Object.assign(new Error('quota'), { name: 'QuotaExceededError' });
  const put = vi
    .spyOn(one.cache, 'put')
    .mockRejectedValue(Object.assign(new Error('aborted'), { name: 'AbortError', inner: refusal }));
  const mutation = created();
  await one.write(mutation);
  one.sync.wake();
  await until('it is told', () => one.told.storage === 'cache-full', 20_000);
  expect(one.told.online).toBe(true);
  expect(one.outbox.pending).toEqual([]);
  expect(await inHub(idOf(mutation))).toBe(1);
  put.mockRestore();
  await one.round();
  await until('nothing is wrong any more', () => one.told.storage === null, 20_000);
  expect(await one.library.bundle(idOf(other))).not.toBeNull();
  one.sync.stop();
});

it('[FAULT-2] room that is refused at the end of an exchange does not end the exchanges', async () => {
  const one = await desktop();
  await one.round();
  const refusal = Object.assign(new Error('quota'), { name: 'QuotaExceededError' });
  const replace = vi.spyOn(one.library, 'replace').mockRejectedValue(refusal);
  const unknown = make.mutation(hub, {
    kind: 'case.advance',
    payload: { caseId: hub.newId(), status: 'closed', at: new Date().toISOString() },
  }) as Mutation;
  // Written between the pull and the last push, which is what sets the refused customer right.
  one.told.whenFresh = () => {
    one.told.whenFresh = () => undefined;
    void one.write({ ...unknown, orderKey: `customer:${hub.newId()}` });
  };
  one.sync.wake();
  await until('it is told', () => one.told.storage === 'cache-full', 20_000);
  replace.mockRestore();
  const mutation = created();
  await one.write(mutation);
  await one.round();
  await until('what came later is sent', async () => (await inHub(idOf(mutation))) === 1, 20_000);
  expect(one.outbox.parked.map(({ mutation: { id } }) => id)).toEqual([unknown.id]);
  one.sync.stop();
});

it('[FAULT-3] a database deleted under the program begins anew, the search too, and what waits is sent', async () => {
  const known = created('Retrouvée');
  await make.push(hub, camille, [known]);
  await hub.settle();
  const one = await desktop();
  await one.round();
  expect(await one.cache.search('retrouvee', 5)).toHaveLength(1);
  await Dexie.delete(`parlance-${one.name}`);
  const mutation = created();
  await one.write(mutation);
  await one.round();
  expect(await one.library.bundle(idOf(known))).not.toBeNull();
  expect(await one.cache.search('retrouvee', 5)).toHaveLength(1);
  expect(await inHub(idOf(mutation))).toBe(1);
  expect(one.told).toMatchObject({ online: true, storage: null });
  one.sync.stop();
  // The next start finds it whole: it is not begun once more.
  one.cache.close();
  const again = await Cache.open(one.name, new Uint8Array(32).fill(8));
  expect(await again.bundle(idOf(known))).not.toBeNull();
  again.close();
});

it('[FAULT-5] what two copies of one journal both send takes effect once', async () => {
  const journal = new MemoryJournal();
  const first = await desktop(hubUrl, camille, journal);
  const mutation = created('Copiée');
  await first.write(mutation);
  const copy = new MemoryJournal();
  copy.lines = [...journal.lines];
  const elsewhere = await hub.signIn('camille.roussel', hub.newId());
  const second = await desktop(hubUrl, elsewhere, copy);
  await Promise.all([first.round(), second.round()]);
  expect([...first.outbox.pending, ...second.outbox.pending]).toEqual([]);
  expect([...first.outbox.parked, ...second.outbox.parked]).toEqual([]);
  expect(await inHub(idOf(mutation))).toBe(1);
  const applied = await hub.database.db
    .selectFrom('applied_mutations')
    .select('id')
    .where('id', '=', mutation.id)
    .execute();
  expect(applied).toHaveLength(1);
  first.sync.stop();
  second.sync.stop();
});

/** A PostgreSQL of its own, reached by one address, that can end at once and come back. */
const failingDatabase = async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'parlance-failing-'));
  const start = () => startCluster({ dataDir, log: () => undefined });
  let cluster: Cluster = await start();
  const road = await FaultyNetwork.start(() => Number(new URL(cluster.url).port));
  const url = new URL(cluster.url);
  url.port = new URL(road.url).port;
  return {
    url: url.toString(),
    /** As a machine that dies: no open transaction ends, and the next start recovers. */
    fail: async () => {
      const asked = openDatabase(cluster.url, () => undefined);
      const { rows } = await sql<{ folder: string }>`
        select setting as folder from pg_settings where name = 'data_directory'`.execute(asked.db);
      await asked.close();
      const note = path.join(rows[0]?.folder ?? '', 'postmaster.pid');
      const [pid] = readFileSync(note, 'utf8').split('\n');
      process.kill(Number(pid), 'SIGQUIT');
      await cluster.stop();
      cluster = await start();
    },
    end: async () => {
      await road.stop();
      await cluster.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

it('[FAULT-6] a database that fails in the middle of pushes loses nothing acknowledged and doubles nothing', async () => {
  const failing = await failingDatabase();
  const database = openDatabase(failing.url, () => undefined);
  await migrate(database.db);
  await database.db.transaction().execute(loadOrganisation);
  const own = await startHubUnderTest({ database });
  const session = await own.signIn('camille.roussel', own.newId());
  const one = await desktop(await listening(own), session);
  const written: Mutation[] = [];
  let writing = true;
  const stream = (async () => {
    while (writing) {
      const mutation = created(`Flot ${written.length}`);
      written.push(mutation);
      await one.write(mutation);
      one.sync.wake();
      await new Promise(setImmediate);
      await until('some have gone out', () => one.outbox.pending.length < 40, 60_000);
    }
  })();
  for (let failure = 0; failure < 2; failure += 1) {
    const before = written.length;
    await until('the stream flows', () => written.length > before + 60, 60_000);
    await failing.fail();
  }
  writing = false;
  await stream;
  one.sync.wake();
  await until('everything has gone out', () => one.outbox.pending.length === 0, 60_000);
  expect(one.outbox.parked).toEqual([]);
  expect(one.told.failures).toBeGreaterThan(0);
  const { rows } = await sql<{ id: string }>`select id from customers`.execute(database.db);
  expect(rows.map(({ id }) => id).sort()).toEqual(written.map(idOf).sort());
  one.sync.stop();
  await own.close();
  await database.close();
  await failing.end();
}, 120_000);
