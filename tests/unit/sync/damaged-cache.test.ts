import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { Cache } from '@renderer/cache/cache.ts';
import Dexie from 'dexie';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sampleBundle } from '../../support/desk/samples.ts';

const key = new Uint8Array(32).fill(4);
const people = ['Odile', 'Hélène', 'Anne'].map((firstName) => sampleBundle({ firstName }));
const ids = people.map(({ customer }) => customer.id);
let userId: string;
let cache: Cache;

beforeEach(async () => {
  userId = randomUUID();
  cache = await Cache.open(userId, key);
  for (const one of people) await cache.put([one]);
  await cache.keep('position', { cursor: 'c' });
});
afterEach(async () => {
  cache.close();
  await Dexie.delete(`parlance-${userId}`);
});

/** Something writes beside the program, and the program starts again. */
const damage = async (work: (raw: Dexie) => Promise<unknown>): Promise<void> => {
  cache.close();
  const raw = new Dexie(`parlance-${userId}`);
  await raw.open();
  await work(raw);
  raw.close();
  cache = await Cache.open(userId, key);
};
const spoilt = (body: Uint8Array) =>
  body.map((byte, at) => (at === body.length - 3 ? byte ^ 8 : byte));
const found = async () =>
  (await cache.search('vasseur', 9)).map(({ customerId }) => customerId).sort();

it('[CACHE-9] a damaged part of the index is made again', async () => {
  await damage(async (raw) => {
    const parts = await raw.table('parts').toArray();
    expect(parts.length).toBeGreaterThan(0);
    await raw.table('parts').put({ ...parts[0], body: spoilt(parts[0].body) });
  });
  expect(await found()).toEqual([...ids].sort());
  await damage(async () => undefined);
  expect(await found()).toEqual([...ids].sort());
});

it('[CACHE-9] so is an index of which a part is gone', async () => {
  await damage((raw) => raw.table('parts').clear());
  expect(await found()).toEqual([...ids].sort());
});

it('[CACHE-10] a damaged row is dropped, everything is loaded again, the others stay', async () => {
  const [gone = '', ...others] = ids;
  await damage(async (raw) => {
    const row = await raw.table('bundles').get(gone);
    await raw.table('bundles').put({ ...row, body: spoilt(row.body) });
    await raw.table('parts').clear();
  });
  expect(await found()).toEqual([...others].sort());
  expect(await cache.read('position')).toBeNull();
  expect(await cache.bundle(gone)).toBeNull();
});

it('[CACHE-10] a call that rings finds the others behind the damaged number', async () => {
  const [gone = ''] = ids;
  await damage(async (raw) => {
    const row = await raw.table('bundles').get(gone);
    await raw.table('bundles').put({ ...row, body: spoilt(row.body) });
  });
  const bundles = await cache.byPhone('+33639984117');
  expect(bundles.map(({ customer }) => customer.id).sort()).toEqual(ids.slice(1).sort());
  expect(await cache.read('position')).toBeNull();
});
