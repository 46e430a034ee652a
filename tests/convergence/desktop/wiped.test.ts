import 'fake-indexeddb/auto';
import { Cache } from '@renderer/cache/cache.ts';
import { DeskContact } from '@renderer/engine/sync/desk-contact.ts';
import { HubSync } from '@renderer/engine/sync/hub-sync.ts';
import { Library } from '@renderer/engine/sync/library.ts';
import { Outbox } from '@renderer/engine/sync/outbox.ts';
import { HubClient } from '@renderer/platform/hub-client.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { deviceSchema, type WipeOrder } from '@shared/contracts/http/devices.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { Mutation } from '@shared/contracts/sync/mutation.ts';
import { usualDesktopRules } from '@shared/domain/desktop/desktop-rules.ts';
import type { Heard } from '@shared/domain/desktop/expiry.ts';
import { succeed } from '@shared/kernel/result.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from '../../contract/api/hub-under-test.ts';
import * as make from '../../contract/api/mutations.ts';
import { MemoryJournal } from '../../support/desk/memory-journal.ts';
import { FaultyNetwork } from '../../support/network/faulty-network.ts';
import { until } from '../../support/until.ts';

let hub: HubUnderTest;
let network: FaultyNetwork;
let agathe: Session;
beforeAll(async () => {
  hub = await startHubUnderTest();
  await hub.app.listen({ port: 0, host: '127.0.0.1' });
  const address = hub.app.server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  network = await FaultyNetwork.start(() => port);
  agathe = await hub.signIn('agathe.perrot', hub.newId());
});
afterAll(async () => {
  await network?.stop();
  await hub?.close();
});

const key = new Uint8Array(32).fill(6);
let count = 0;
let atOrder: () => Promise<void> = async () => undefined;
const desktop = async () => {
  atOrder = async () => undefined;
  const deviceId = hub.newId();
  const camille = await hub.signIn('camille.roussel', deviceId);
  const cache = await Cache.open(`wiped-${count++}`, key);
  const outbox = new Outbox(new MemoryJournal(), () => undefined);
  const library = new Library(cache, () => outbox.pending);
  const client = new HubClient(network.url);
  client.takeTokensFrom(async () => succeed(camille.accessToken));
  const heard: Heard[] = [];
  const contact = new DeskContact({
    hub: client,
    clock: hub.clock,
    machine: { name: 'poste-7', mark: 'ab'.repeat(16), platform: 'linux' },
    program: '1.0.0',
    cache,
    outbox,
    keepHeard: async (one) => heard.push(one),
  });
  const wiped: { readonly order: WipeOrder; readonly waiting: number }[] = [];
  let rounds = 0;
  const errors: (string | null)[] = [];
  const nothing = () => undefined;
  const sync = new HubSync({
    hub: client,
    deviceId,
    outbox,
    cache,
    library,
    calm: async () => undefined,
    checkIn: async (asked) => {
      const order = await contact.checkIn(asked);
      if (order !== null) await atOrder();
      return order;
    },
    wipe: async (order) => {
      wiped.push({ order, waiting: outbox.pending.length });
      sync.stop();
    },
    locked: () => cache.locked,
    listener: {
      online: (_, error) => errors.push(error),
      sent: nothing,
      wire: nothing,
      fresh: () => {
        rounds += 1;
        void contact.note('heard');
      },
      loading: nothing,
      reference: nothing,
      touched: nothing,
    },
  });
  return {
    deviceId,
    cache,
    outbox,
    library,
    sync,
    contact,
    wiped,
    heard,
    errors,
    rounds: () => rounds,
  };
};
const deviceOf = async (deviceId: string) => {
  const url = `${routes.devices}/${deviceId}`;
  return deviceSchema.parse((await hub.app.inject({ url, headers: bearer(agathe) })).json());
};
const order = (deviceId: string) =>
  hub.app.inject({
    method: 'POST',
    url: `${routes.devices}/${deviceId}/wipe`,
    headers: bearer(agathe),
    payload: { reason: 'poste volé' },
  });
const created = (): Mutation =>
  make.mutation(hub, {
    kind: 'customer.create',
    payload: make.someCustomer(hub.newId()),
  }) as Mutation;
const inHub = async (id: string) =>
  (await hub.database.db.selectFrom('customers').select('id').where('id', '=', id).execute())
    .length;
const write = async (outbox: Outbox, mutation: Mutation) => {
  await outbox.write([{ t: 'mutation', mutation }]);
};

it('[DEVICE-1] [DEVICE-4] each exchange tells what is held, and brings the rules', async () => {
  const one = await desktop();
  one.sync.wake();
  await until('an exchange went through', () => one.rounds() > 0, 20_000);
  await until('it has told', async () => (await deviceOf(one.deviceId)).told !== null, 10_000);
  expect((await deviceOf(one.deviceId)).told).toMatchObject({ machineName: 'poste-7', waiting: 0 });
  expect(one.contact.rules).toEqual(usualDesktopRules);
  expect(one.heard.at(-1)).toMatchObject({
    expiresAfterHours: usualDesktopRules.expiresAfterHours,
  });
  one.sync.stop();
});

it('[DEVICE-17] ordered to wipe while offline, it sends first what waits, then is told to destroy', async () => {
  const one = await desktop();
  one.sync.wake();
  await until('an exchange went through', () => one.rounds() > 0, 20_000);
  network.change('refused');
  const mutation = created();
  await write(one.outbox, mutation);
  await order(one.deviceId);
  // She does something more in the very moment.
  const last = created();
  atOrder = () => write(one.outbox, last);
  expect(one.wiped).toEqual([]);
  network.change('open');
  one.sync.wake();
  await until('it is wiped', () => one.wiped.length > 0, 20_000);
  expect(one.wiped[0]).toMatchObject({ order: { reason: 'poste volé' }, waiting: 0 });
  for (const { payload } of [mutation, last])
    expect(await inHub((payload as { id: string }).id)).toBe(1);
  expect((await deviceOf(one.deviceId)).state).toBe('wipe-ordered');
});

it('[DEVICE-13] locked, what she did goes out, a refusal waits, and nothing comes in', async () => {
  const one = await desktop();
  one.sync.wake();
  await until('an exchange went through', () => one.rounds() > 0, 20_000);
  one.cache.lock();
  const held = one.rounds();
  const [good, bad] = [created(), created()];
  const stranger = { ...bad, payload: { ...bad.payload, relations: [] } } as Mutation;
  await write(one.outbox, good);
  await write(one.outbox, stranger);
  one.sync.wake();
  await until('the good one has gone out', () => one.outbox.pending.length === 1, 20_000);
  expect(one.outbox.pending[0]?.id).toBe(stranger.id);
  expect(one.outbox.parked).toEqual([]);
  hub.clock.advance(31_000);
  one.sync.wake();
  await until(
    'it says that it is locked',
    async () => (await deviceOf(one.deviceId)).told?.locked === true,
    20_000,
  );
  expect(one.rounds()).toBe(held);
  expect(new Set(one.errors)).toEqual(new Set([null]));
  await one.cache.unlock(key);
  one.sync.wake();
  await until('the refusal is put aside', () => one.outbox.parked.length === 1, 20_000);
  await until(
    'what came meanwhile is there',
    () => one.library.bundle((good.payload as { id: string }).id),
    20_000,
  );
  one.sync.stop();
});
