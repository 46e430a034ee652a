import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { Cache } from '@renderer/cache/cache.ts';
import { pinnedCustomers } from '@renderer/engine/shift/pinned-customers.ts';
import { RecentNumbers } from '@renderer/engine/shift/recent-numbers.ts';
import { CacheKeeper } from '@renderer/engine/sync/cache-keeper.ts';
import { Library } from '@renderer/engine/sync/library.ts';
import { Outbox } from '@renderer/engine/sync/outbox.ts';
import { UsedCustomers } from '@renderer/engine/sync/used-customers.ts';
import type { Mutation } from '@shared/contracts/sync/mutation.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { usualDesktopRules } from '@shared/domain/desktop/desktop-rules.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MemoryJournal } from '../../support/desk/memory-journal.ts';
import { preparedPage } from '../../support/desk/prepared-page.ts';
import { sampleBundle, sampleNow } from '../../support/desk/samples.ts';

const yearsAgo = (count: number) => new Date(sampleNow - count * 366 * 86_400_000).toISOString();
const clock = { now: () => sampleNow };
let cache: Cache;
let outbox: Outbox;
let library: Library;
let used: UsedCustomers;
let rules = usualDesktopRules;
let watched = new Set<string>();
let favourites: { kind: 'outside'; ref: string; number: string; name: null }[] = [];
let keeper: CacheKeeper;
const userId = randomUUID();

beforeEach(async () => {
  cache = await Cache.open(userId, new Uint8Array(32).fill(3));
  await cache.clear();
  outbox = new Outbox(new MemoryJournal(), () => undefined);
  library = new Library(cache, () => outbox.pending);
  used = new UsedCustomers(cache, clock);
  [rules, watched, favourites] = [usualDesktopRules, new Set(), []];
  const recent = new RecentNumbers(cache);
  const pinned = () => pinnedCustomers({ outbox, library, cache, recent, favourites, watched });
  keeper = new CacheKeeper({ clock, library, used, rules: () => rules, pinned });
});
afterEach(() => cache.close());

const old = (lastName: string, phone = '+33639980099'): CustomerBundle =>
  sampleBundle({ lastName, updatedAt: yearsAgo(3), phones: [{ e164: phone, label: 'mobile' }] });
const held = async (...bundles: CustomerBundle[]) => {
  const there = await Promise.all(bundles.map((one) => cache.bundle(one.customer.id)));
  return there.map((one) => one !== null);
};
const change = (customerId: string): Mutation => ({
  id: randomUUID(),
  orderKey: `customer:${customerId}`,
  madeAt: new Date(sampleNow).toISOString(),
  kind: 'customer.change',
  payload: { customerId, base: { firstName: 'A' }, change: { firstName: 'B' } },
});

it('[CACHE-13] [CACHE-15] who is too old leaves the copy, its numbers and the search', async () => {
  const [gone, recent] = [old('Partie'), sampleBundle({ lastName: 'Restée' })];
  await library.add([gone, recent]);
  expect(await cache.search('partie', 5)).toHaveLength(1);
  expect(await keeper.tidy()).toEqual([gone.customer.id]);
  expect(await held(gone, recent)).toEqual([false, true]);
  expect(await cache.search('partie', 5)).toEqual([]);
  expect(await cache.byPhone('+33639980099')).toEqual([]);
  expect(await cache.search('restee', 5)).toHaveLength(1);
  await library.add([gone]);
  expect(await held(gone)).toEqual([true]);
});

it('[CACHE-14] unsent work, open work, calls to make, the screen, use and stars keep a customer', async () => {
  const [unsent, expected, shown, opened, starred, nobody] = [
    old('Envoi'),
    old('Attendue'),
    old('Montrée'),
    old('Ouverte'),
    old('Étoilée', '+33639980042'),
    old('Personne'),
  ];
  const callback = {
    id: randomUUID(),
    customerId: expected.customer.id,
    brandId: 'kerdoual',
    kind: 'callback' as const,
    status: 'open' as const,
    dueAt: new Date(sampleNow).toISOString(),
  };
  const withCall = { ...expected, callbacks: [callback] } as unknown as CustomerBundle;
  await library.add([unsent, withCall, shown, opened, starred, nobody]);
  await outbox.write([{ t: 'mutation', mutation: change(unsent.customer.id) }]);
  watched = new Set([shown.customer.id]);
  await used.note(opened.customer.id);
  favourites = [{ kind: 'outside', ref: '+33639980042', number: '+33639980042', name: null }];
  rules = { ...usualDesktopRules, customersAtMost: 100 };
  expect(await keeper.tidy()).toEqual([nobody.customer.id]);
  expect(await held(unsent, expected, shown, opened, starred)).toEqual(Array(5).fill(true));
});

it('[CACHE-14] a load that begins anew spares the pinned, and says of whom the hub is to be asked', async () => {
  const [pinned, gone] = [old('Épinglée'), old('Absente')];
  await library.add([pinned, gone]);
  const page = { cursor: 'c', total: 0, reference: null, bundles: [], next: null };
  const bytes = new TextEncoder().encode(JSON.stringify(page)).buffer as ArrayBuffer;
  const loaded = await library.addPage(
    await preparedPage(cache, bytes),
    null,
    new Set([pinned.customer.id]),
  );
  expect(loaded?.spared).toEqual([pinned.customer.id]);
  expect(await held(pinned, gone)).toEqual([true, false]);
});

it('[CACHE-13] it is not looked at again at once, unless the rules have changed', async () => {
  await keeper.tidy();
  const late = old('Tardive');
  await library.add([late]);
  expect(await keeper.tidy()).toEqual([]);
  rules = { ...usualDesktopRules, monthsAtMost: 12 };
  expect(await keeper.tidy()).toEqual([late.customer.id]);
});
