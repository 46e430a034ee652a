import 'fake-indexeddb/auto';
import { Cache } from '@renderer/cache/cache.ts';
import { CustomerFetch } from '@renderer/engine/shift/customer-fetch.ts';
import { HubSync } from '@renderer/engine/sync/hub-sync.ts';
import { Library } from '@renderer/engine/sync/library.ts';
import { Outbox } from '@renderer/engine/sync/outbox.ts';
import { UsedCustomers } from '@renderer/engine/sync/used-customers.ts';
import { HubClient } from '@renderer/platform/hub-client.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { succeed } from '@shared/kernel/result.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type HubUnderTest, startHubUnderTest } from '../../contract/api/hub-under-test.ts';
import * as make from '../../contract/api/mutations.ts';
import { mutation, push } from '../../contract/api/mutations.ts';
import { MemoryJournal } from '../../support/desk/memory-journal.ts';
import { FaultyNetwork } from '../../support/network/faulty-network.ts';
import { until } from '../../support/until.ts';

let hub: HubUnderTest;
let network: FaultyNetwork;
let camille: Session;
beforeAll(async () => {
  hub = await startHubUnderTest();
  await hub.app.listen({ port: 0, host: '127.0.0.1' });
  const address = hub.app.server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  network = await FaultyNetwork.start(() => port);
  camille = await hub.signIn('camille.roussel', hub.newId());
});
afterAll(async () => {
  await network?.stop();
  await hub?.close();
});

const threeYearsAgo = new Date(Date.now() - 3 * 366 * 86_400_000).toISOString();
const interaction = (customerId: string, at: string, change = {}) =>
  mutation(hub, {
    kind: 'interaction.record',
    payload: make.someInteraction(hub.newId(), {
      customerId,
      startedAt: at,
      endedAt: at,
      ...change,
    }),
  });
const oldCustomer = async (lastName: string, phone: string): Promise<string> => {
  const id = hub.newId();
  const payload = make.someCustomer(id, { lastName, phones: [{ e164: phone, label: 'mobile' }] });
  await push(hub, camille, [
    mutation(hub, { kind: 'customer.create', payload }),
    interaction(id, threeYearsAgo),
    interaction(id, threeYearsAgo),
  ]);
  await sql`update customers set updated_at = ${threeYearsAgo} where id = ${id}`.execute(
    hub.database.db,
  );
  return id;
};

let count = 0;
const desktop = async () => {
  const cache = await Cache.open(`holding-${count++}`, new Uint8Array(32).fill(5));
  const outbox = new Outbox(new MemoryJournal(), () => undefined);
  const library = new Library(cache, () => outbox.pending);
  const client = new HubClient(network.url);
  client.takeTokensFrom(async () => succeed(camille.accessToken));
  let rounds = 0;
  const nothing = () => undefined;
  const sync = new HubSync({
    hub: client,
    deviceId: hub.newId(),
    outbox,
    cache,
    library,
    calm: async () => undefined,
    listener: {
      online: nothing,
      sent: nothing,
      wire: nothing,
      fresh: () => {
        rounds += 1;
      },
      loading: nothing,
      reference: nothing,
      touched: nothing,
    },
  });
  const round = async () => {
    await hub.settle();
    const before = rounds;
    sync.wake();
    await until('an exchange went through', () => rounds > before, 20_000);
  };
  const used = new UsedCustomers(cache, hub.clock);
  const locked = () => false;
  const lacking = (ids: readonly string[]) => cache.lacking(ids);
  return {
    cache,
    library,
    sync,
    round,
    fetch: new CustomerFetch({ hub: client, library, used, lacking, locked }),
  };
};

it('[CACHE-12] a change of a customer who is not held brings all of her, or nothing', async () => {
  const [written, called] = [
    await oldCustomer('Ancienne', '+33639980111'),
    await oldCustomer('Revenue', '+33639980112'),
  ];
  const one = await desktop();
  await one.round();
  expect(await one.cache.lacking([written, called])).toEqual([written, called]);
  // A touch that leaves her old: her row alone went through the log.
  await sql`update customers set civility = 'm' where id = ${written}`.execute(hub.database.db);
  await push(hub, camille, [interaction(called, new Date().toISOString())]);
  await one.round();
  expect(await one.library.bundle(written)).toBeNull();
  expect((await one.library.bundle(called))?.interactions).toHaveLength(3);
  one.sync.stop();
});

it('[CACHE-15] [CACHE-16] who is not held is found at the hub, fetched whole when opened or calling', async () => {
  const number = '+33639980113';
  const id = await oldCustomer('Trouvaille', number);
  const one = await desktop();
  await one.round();
  expect(await one.cache.search('trouvaille', 5)).toEqual([]);
  const found = await one.fetch.search('Trouvaille', 5);
  expect(found).toMatchObject({ asked: true, hits: [{ customerId: id, phone: number }] });
  expect((await one.fetch.open(id))?.interactions).toHaveLength(2);
  // Held now, she is the desktop's to find.
  expect(await one.fetch.search('Trouvaille', 5)).toEqual({ asked: true, hits: [] });
  expect(await one.cache.search('trouvaille', 5)).toHaveLength(1);
  network.change('refused');
  expect(await one.fetch.search('Ancienne', 5)).toEqual({ asked: false, hits: [] });
  expect(await one.fetch.lookUp('+33639980111')).toBeNull();
  network.change('open');
  expect(await one.fetch.lookUp('+33639980111')).toHaveLength(1);
  one.sync.stop();
});
