import 'fake-indexeddb/auto';
import { pruneChanges } from '@api/modules/sync/change-log-repository.ts';
import { Cache } from '@renderer/cache/cache.ts';
import { HubSync } from '@renderer/engine/sync/hub-sync.ts';
import { Library } from '@renderer/engine/sync/library.ts';
import { Outbox } from '@renderer/engine/sync/outbox.ts';
import { HubClient } from '@renderer/platform/hub-client.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import type { Mutation } from '@shared/contracts/sync/mutation.ts';
import { succeed } from '@shared/kernel/result.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type HubUnderTest, startHubUnderTest } from '../../contract/api/hub-under-test.ts';
import * as make from '../../contract/api/mutations.ts';
import { MemoryJournal } from '../../support/desk/memory-journal.ts';
import { FaultyNetwork } from '../../support/network/faulty-network.ts';
import { until } from '../../support/until';

const customers = 1_200;
/** As many as a desktop asks for at once. */
const pageSize = 200;
let hub: HubUnderTest;
let network: FaultyNetwork;
let session: Session;
let userCount = 0;

const createCustomers = async (count: number): Promise<string[]> => {
  const ids: string[] = [];
  for (let at = 0; at < count; at += 200) {
    const batch = Array.from({ length: Math.min(200, count - at) }, () => {
      const relation = {
        brandId: 'kerdoual',
        since: '2020-01-01',
        value12MonthsCents: 0,
        segment: 'new' as const,
        vip: false,
        relationMode: 'neutral' as const,
      };
      return make.someCustomer(hub.newId(), { relations: [relation] });
    });
    ids.push(...batch.map(({ id }) => id));
    await make.push(
      hub,
      session,
      batch.map((payload) => make.mutation(hub, { kind: 'customer.create', payload })),
    );
  }
  return ids;
};

beforeAll(async () => {
  hub = await startHubUnderTest();
  await hub.app.listen({ port: 0, host: '127.0.0.1' });
  const address = hub.app.server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  network = await FaultyNetwork.start(() => port);
  session = await hub.signIn('camille.roussel', hub.newId());
  await createCustomers(customers);
});
afterAll(async () => {
  await network?.stop();
  await hub?.close();
});
beforeEach(() => network.change('open'));

const desktop = async (
  userId = `load-${userCount++}`,
  calm: () => Promise<void> = async () => undefined,
) => {
  const cache = await Cache.open(userId, new Uint8Array(32).fill(5));
  const outbox = new Outbox(new MemoryJournal(), () => undefined);
  const library = new Library(cache, () => outbox.pending);
  const client = new HubClient(network.url);
  client.takeTokensFrom(async () => succeed(session.accessToken));
  const seen: ({ done: number; total: number } | null)[] = [];
  let fresh = 0;
  const sync = new HubSync({
    hub: client,
    deviceId: hub.newId(),
    outbox,
    cache,
    library,
    listener: {
      online: () => undefined,
      sent: () => undefined,
      wire: () => undefined,
      fresh: () => {
        fresh += 1;
      },
      loading: (progress) => seen.push(progress),
      reference: () => undefined,
      touched: () => undefined,
    },
    calm,
  });
  return { userId, cache, sync, seen, library, outbox, fresh: () => fresh };
};

it('[SYNC-6] the first load comes in pages and shows its progress', async () => {
  const one = await desktop();
  one.sync.wake();
  await until('everything is loaded', () => one.fresh() > 0, 30_000);
  expect(await one.cache.count()).toBe(customers);
  const pages = Array.from({ length: customers / pageSize }, (_, at) => (at + 1) * pageSize);
  expect(one.seen.map((progress) => progress?.done ?? 'end')).toEqual([...pages, 'end']);
  expect(one.seen[0]?.total).toBe(customers);
  one.sync.stop();
});

it('[POP-14] no page is asked for while a call waits to be shown', async () => {
  let asked = 0;
  let shown = (): void => undefined;
  const ringing = new Promise<void>((resolve) => {
    shown = resolve;
  });
  const one = await desktop(undefined, () => {
    asked += 1;
    return asked === 3 ? ringing : Promise.resolve();
  });
  one.sync.wake();
  await until('the third page waits', () => asked === 3, 30_000);
  await until('the two before it are in', () => one.seen.length === 2, 30_000);
  expect(await one.cache.count()).toBe(2 * pageSize);
  shown();
  await until('everything is loaded', () => one.fresh() > 0, 30_000);
  expect(await one.cache.count()).toBe(customers);
  one.sync.stop();
});

it('[SYNC-6] a load that was cut goes on where it stopped, after a restart of the program too', async () => {
  const first = await desktop();
  first.sync.wake();
  await until('a page is in', () => first.seen.length > 0, 20_000);
  first.sync.stop();
  network.change('refused');
  const had = await first.cache.count();
  first.cache.close();
  network.change('open');
  const second = await desktop(first.userId);
  second.sync.wake();
  await until('everything is loaded', () => second.fresh() > 0, 30_000);
  expect(await second.cache.count()).toBe(customers);
  expect(had).toBeGreaterThanOrEqual(pageSize);
  expect(second.seen[0]?.done ?? customers).toBeGreaterThan(pageSize);
  second.sync.stop();
});

it('[SYNC-7] a cursor that the hub no longer knows leads to a full reload', async () => {
  const one = await desktop();
  one.sync.wake();
  await until('everything is loaded', () => one.fresh() > 0, 30_000);
  const [made = ''] = await createCustomers(1);
  await pruneChanges(hub.database.db, '2999-01-01T00:00:00.000Z');
  one.sync.wake();
  await until('the new customer is there', () => one.library.bundle(made), 30_000);
  expect(one.seen.filter((progress) => progress?.done === pageSize)).toHaveLength(2);
  one.sync.stop();
});

it('[SYNC-32] what she does while all is loaded, or much is pulled, goes out between two pages', async () => {
  let [asked, doneAt] = [0, 1];
  const one: Awaited<ReturnType<typeof desktop>> = await desktop(undefined, async () => {
    asked += 1;
    if (asked !== doneAt) return;
    const payload = make.someInteraction(hub.newId());
    const mutation = make.mutation(hub, { kind: 'interaction.record', payload }) as Mutation;
    await one.outbox.write([{ t: 'mutation', mutation }]);
    one.sync.wake();
  });
  one.sync.wake();
  await until('it is sent', () => one.outbox.sent.length === 1, 30_000);
  expect(await one.cache.count()).toBeLessThan(customers);
  await until('everything is loaded', () => one.fresh() > 0, 30_000);
  await createCustomers(3 * pageSize);
  doneAt = asked + 1;
  one.sync.wake();
  await until('the next is sent', () => one.outbox.sent.length === 2, 30_000);
  expect(asked).toBeLessThan(doneAt + 2);
  one.sync.stop();
});

it('[SYNC-26] what the hub refused shows no more than what the hub holds', async () => {
  const one = await desktop();
  const [known = ''] = await createCustomers(1);
  one.sync.wake();
  await until('she is loaded', () => one.library.bundle(known), 30_000);
  const payload = { ...make.someCase(hub.newId(), known), brandId: 'nobody', title: 'Refusé' };
  const stranger = make.someCustomer(hub.newId(), { relations: [] });
  const refused = [
    make.mutation(hub, { kind: 'case.open', payload }),
    make.mutation(hub, { kind: 'customer.create', payload: stranger }),
  ] as Mutation[];
  await one.outbox.write(refused.map((mutation) => ({ t: 'mutation', mutation })));
  await one.library.absorb(refused);
  expect((await one.library.bundle(known))?.cases).toHaveLength(1);
  expect(await one.library.bundle(stranger.id)).not.toBeNull();
  one.sync.wake();
  await until('both are put aside', () => one.outbox.parked.length === 2, 10_000);
  await until('the case is gone', async () => {
    const bundle = await one.library.bundle(known);
    return bundle?.cases.length === 0;
  });
  await until('the stranger is gone', async () => (await one.library.bundle(stranger.id)) === null);
  one.sync.stop();
});
