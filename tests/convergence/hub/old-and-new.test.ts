import 'fake-indexeddb/auto';
import type { Wire } from '@api/modules/sync/leave-out.ts';
import { randomOf } from '@api/seed/random.ts';
import { Cache } from '@renderer/cache/cache.ts';
import { HubReach } from '@renderer/engine/sync/hub-reach.ts';
import { HubSync } from '@renderer/engine/sync/hub-sync.ts';
import { Library } from '@renderer/engine/sync/library.ts';
import { Outbox } from '@renderer/engine/sync/outbox.ts';
import { HubClient } from '@renderer/platform/hub-client.ts';
import type { Mutation, MutationBody } from '@shared/contracts/sync/mutation.ts';
import { newerThan } from '@shared/contracts/sync/newer-than.ts';
import { succeed } from '@shared/kernel/result.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type HubUnderTest, startHubUnderTest } from '../../contract/api/hub-under-test.ts';
import * as make from '../../contract/api/mutations.ts';
import { MemoryJournal } from '../../support/desk/memory-journal.ts';
import { until } from '../../support/until.ts';
import { RecordedDesktop1 } from './recorded-desktop-1.ts';

/** The hub's wire changes in the middle, as by an update of the hub. */
const wire: { -readonly [part in keyof Wire]: Wire[part] } = {
  range: { oldest: 1, newest: 3 },
  newerThan: {
    ...newerThan,
    entities: { ...newerThan.entities, callback: 3 },
    values: [{ entity: 'interaction', path: ['channel'], value: 'post', since: 3, readAs: null }],
  },
};
let hub: HubUnderTest;
let apiUrl: string;
beforeAll(async () => {
  hub = await startHubUnderTest({ wire });
  apiUrl = await hub.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => hub.close());

const one = (orderKey: string, body: MutationBody): Mutation => ({
  id: hub.newId(),
  orderKey,
  madeAt: new Date().toISOString(),
  ...body,
});
const customer = () => {
  const payload = make.someCustomer(hub.newId());
  return one(payload.id, { kind: 'customer.create', payload });
};

it.each([11, 12, 13])(
  '[SYNC-23] a client recorded at protocol 1 works with a hub of tomorrow (seed %i)',
  async (seed) => {
    const session = await hub.signIn('camille.roussel', hub.newId());
    const network = { mode: 'unreliable' as const };
    const old = new RecordedDesktop1(
      () => hub.app,
      session.accessToken,
      hub.newId(),
      randomOf(`recorded:${seed}`),
      network,
    );
    await old.load();
    const created = customer();
    const customerId = created.orderKey;
    const kept = make.someInteraction(hub.newId(), { customerId });
    const letter = make.someInteraction(hub.newId(), { customerId, channel: 'post' });
    const callback = make.someCallback(hub.newId(), customerId);
    old.outbox.push(created, one(customerId, { kind: 'interaction.record', payload: kept }));
    while (old.outbox.length > 0) await old.push();
    await make.push(hub, session, [
      one(customerId, { kind: 'interaction.record', payload: letter }),
      one(customerId, { kind: 'callback.create', payload: callback }),
    ]);
    await hub.settle();
    while (await old.pull());
    expect([...old.answers.values()].map(({ status }) => status)).toEqual(['accepted', 'accepted']);
    expect(old.store.has(`customer:${customerId}`)).toBe(true);
    expect(old.store.has(`interaction:${kept.id}`)).toBe(true);
    expect(old.store.has(`interaction:${letter.id}`)).toBe(false);
    expect(old.store.has(`callback:${callback.id}`)).toBe(false);
  },
);

const newDesktop = async () => {
  const session = await hub.signIn('camille.roussel', hub.newId());
  const cache = await Cache.open(`new-${hub.newId()}`, new Uint8Array(32).fill(7));
  const outbox = new Outbox(new MemoryJournal(), () => undefined);
  const client = new HubClient(apiUrl);
  client.takeTokensFrom(async () => succeed(session.accessToken));
  const said: string[] = [];
  let fresh = 0;
  const sync = new HubSync({
    hub: client,
    deviceId: hub.newId(),
    outbox,
    cache,
    library: new Library(cache, () => outbox.pending),
    // To this desktop stars are newer than they are.
    reach: new HubReach({ ...newerThan.mutations, 'favourite.set': 3 }),
    calm: async () => undefined,
    listener: {
      online: (online, error) => said.push(error ?? (online ? 'online' : 'offline')),
      sent: () => undefined,
      fresh: () => {
        fresh += 1;
      },
      wire: (protocol) => said.push(protocol),
      loading: () => undefined,
      reference: () => undefined,
      touched: () => undefined,
    },
  });
  return { sync, outbox, said, fresh: () => fresh };
};

it('[SYNC-21] what an older hub does not know waits, is not put aside, and goes out when it does', async () => {
  wire.range = { oldest: 1, newest: 1 };
  const { sync, outbox, said, fresh } = await newDesktop();
  const [first, second] = [customer(), customer()];
  const payload = {
    kind: 'outside' as const,
    ref: '+33639980001',
    number: '+33639980001',
    name: 'Anne Le Gall',
    starred: true,
    at: new Date().toISOString(),
  };
  const star = one(first.orderKey, { kind: 'favourite.set', payload });
  const after = one(first.orderKey, {
    kind: 'interaction.record',
    payload: make.someInteraction(hub.newId(), { customerId: first.orderKey }),
  });
  await outbox.write([first, star, after, second].map((mutation) => ({ t: 'mutation', mutation })));
  sync.wake();
  await until('a whole round is done', () => fresh() > 0, 30_000);
  await until('the others are sent', () => outbox.pending.length === 2);
  expect(outbox.pending.map(({ id }) => id)).toEqual([star.id, after.id]);
  expect(outbox.parked).toEqual([]);
  expect(said).toContain('hub-older');
  wire.range = { oldest: 1, newest: 3 };
  sync.wake();
  await until('all is sent', () => outbox.pending.length === 0, 10_000);
  expect(outbox.parked).toEqual([]);
  sync.stop();
});

it('[SYNC-20] a desktop too old sends what it has and is told', async () => {
  const { sync, outbox, said } = await newDesktop();
  wire.range = { oldest: 99, newest: 99 };
  await outbox.write([{ t: 'mutation', mutation: customer() }]);
  sync.wake();
  await until('it is told', () => said.includes('desktop-too-old'), 10_000);
  expect(outbox.pending).toEqual([]);
  expect(said).not.toContain('offline');
  sync.stop();
});
