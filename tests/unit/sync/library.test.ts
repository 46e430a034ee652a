import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { Cache, wipeOtherCaches } from '@renderer/cache/cache.ts';
import { Cipher } from '@renderer/cache/cipher.ts';
import { Library } from '@renderer/engine/sync/library.ts';
import type { Mutation, MutationBody } from '@shared/contracts/sync/mutation.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { preparedPage } from '../../support/desk/prepared-page.ts';
import {
  sampleBundle,
  sampleInteraction,
  sampleNow,
  sampleReference,
} from '../../support/desk/samples.ts';

const key = new Uint8Array(32).fill(9);
const userId = randomUUID();
let cache: Cache;
let pending: Mutation[];
let library: Library;

const mutation = (body: MutationBody): Mutation => ({
  id: randomUUID(),
  orderKey: 'customer:a',
  madeAt: new Date(sampleNow).toISOString(),
  ...body,
});

beforeEach(async () => {
  cache = await Cache.open(userId, key);
  pending = [];
  library = new Library(cache, () => pending);
});
afterEach(async () => {
  cache.close();
  await Dexie.delete(`parlance-${userId}`);
});

/** A page of the first load as the hub sends it. */
const pageOf = (bundles: readonly CustomerBundle[], next: string | null = null): ArrayBuffer => {
  const page = { cursor: 'c', total: bundles.length, reference: null, bundles, next };
  return new TextEncoder().encode(JSON.stringify(page)).buffer as ArrayBuffer;
};

/** Everything that lies in the database, as text. */
const databaseText = async (): Promise<string> => {
  const raw = new Dexie(`parlance-${userId}`);
  await raw.open();
  const rows = await Promise.all(raw.tables.map((table) => table.toArray()));
  raw.close();
  return JSON.stringify(rows, (_, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  );
};

describe('the cached customers', () => {
  it('[POP-2] are found by their number, all that have it', async () => {
    const [one, two, other] = [sampleBundle(), sampleBundle(), sampleBundle({ phones: [] })];
    await library.add([one, two, other]);
    const found = await library.byPhone('+33639984117');
    expect(found.map(({ customer }) => customer.id).sort()).toEqual(
      [one.customer.id, two.customer.id].sort(),
    );
    expect(await library.byPhone('+33639984118')).toEqual([]);
  });

  it.each(['page', 'one by one', 'set right'] as const)(
    '[SYNC-11] brought while something waits (%s) are as they were once it is sent',
    async (way) => {
      const bundle = sampleBundle();
      const { id } = bundle.customer;
      const payload = sampleInteraction({ customerId: id });
      const written = mutation({ kind: 'interaction.record', payload });
      pending = [written];
      await library.absorb(pending);
      if (way === 'page') await library.addPage(await preparedPage(cache, pageOf([bundle])), null);
      else if (way === 'one by one') await library.add([bundle]);
      else await library.replace(id, bundle);
      pending = [];
      const seen = await library.bundle(id);
      expect(seen?.interactions.map((one) => one.id)).toContain(payload.id);
    },
  );

  it('[SEAL-1] lie in the database without a name, number or note in clear', async () => {
    const bundle = sampleBundle();
    await library.add([
      { ...bundle, interactions: [sampleInteraction({ summary: 'pied cassé' })] },
    ]);
    await library.keepReference(sampleReference());
    expect(await databaseText()).not.toMatch(/Vasseur|Brest|639984117|pied cass|Kerdoual/);
  });

  it('[SEAL-4] are wiped before another advisor opens hers', async () => {
    await library.add([sampleBundle()]);
    cache.close();
    await wipeOtherCaches(randomUUID());
    expect(await Dexie.exists(`parlance-${userId}`)).toBe(false);
  });

  it('[SEAL-5] are started afresh when their key is gone', async () => {
    await library.add([sampleBundle()]);
    cache.close();
    cache = await Cache.open(userId, new Uint8Array(32).fill(1));
    expect(await cache.count()).toBe(0);
  });

  it('[SYNC-11] show what waits to be sent on top of what the hub sent', async () => {
    const bundle = sampleBundle();
    await library.add([bundle]);
    const { id } = bundle.customer;
    pending = [
      mutation({
        kind: 'interaction.record',
        payload: sampleInteraction({ customerId: id, title: 'Appel' }),
      }),
      mutation({
        kind: 'customer.change',
        payload: { customerId: id, base: {}, change: { lastName: 'Vasseur-Riou' } },
      }),
    ];
    const shown = await library.bundle(id);
    expect(shown?.interactions.map(({ title }) => title)).toEqual(['Appel']);
    expect(shown?.customer.lastName).toBe('Vasseur-Riou');
  });

  it('[SYNC-11] keep one interaction however often it comes, from here and from the hub', async () => {
    const bundle = sampleBundle();
    const { id } = bundle.customer;
    const payload = sampleInteraction({ customerId: id });
    const record = mutation({ kind: 'interaction.record', payload });
    await library.add([bundle]);
    await library.absorb([record]);
    await library.absorb([record]);
    pending = [record];
    await library.take([
      { entity: 'interaction', id: payload.id, row: { ...payload, recordedAt: payload.startedAt } },
    ]);
    const shown = await library.bundle(id);
    expect(shown?.interactions).toHaveLength(1);
    expect(shown?.interactions[0]?.recordedAt).toBe(payload.startedAt);
  });

  it('[WORK-8] know a customer made here before the hub has heard of her', async () => {
    const { customer } = sampleBundle();
    pending = [mutation({ kind: 'customer.create', payload: customer })];
    expect((await library.bundle(customer.id))?.customer).toEqual(customer);
    await library.absorb(pending);
    pending = [];
    expect(await library.byPhone('+33639984117')).toHaveLength(1);
  });

  it('[SYNC-11] forget what the hub has deleted', async () => {
    const bundle = sampleBundle();
    const interaction = sampleInteraction({ customerId: bundle.customer.id });
    await library.add([{ ...bundle, interactions: [interaction] }, sampleBundle()]);
    await library.take([{ entity: 'interaction', id: interaction.id, row: null }]);
    expect((await library.bundle(bundle.customer.id))?.interactions).toEqual([]);
    await library.take([{ entity: 'customer', id: bundle.customer.id, row: null }]);
    expect(await library.bundle(bundle.customer.id)).toBeNull();
    expect(await cache.search('vasseur', 5)).toHaveLength(1);
  });

  it('[WORK-10] list open callbacks, soonest first, without those closed here', async () => {
    const bundle = sampleBundle();
    const callback = (dueAt: string) => ({
      id: randomUUID(),
      kind: 'callback' as const,
      customerId: bundle.customer.id,
      customerName: 'Hélène Vasseur',
      brandId: 'kerdoual',
      number: '+33639984117',
      dueAt,
      advisorId: null,
      reason: 'photo',
      status: 'open' as const,
      createdBy: null,
      createdAt: dueAt,
      interactionId: null,
    });
    const [late, soon] = [
      callback('2026-11-06T10:00:00.000Z'),
      callback('2026-11-05T12:00:00.000Z'),
    ];
    await library.add([{ ...bundle, callbacks: [late, soon] }]);
    expect(library.callbacks().map(({ id }) => id)).toEqual([soon.id, late.id]);
    pending = [
      mutation({
        kind: 'callback.close',
        payload: { callbackId: soon.id, status: 'done', interactionId: null },
      }),
    ];
    expect(library.callbacks().map(({ id }) => id)).toEqual([late.id]);
    const again = new Library(cache, () => []);
    await again.open();
    expect(again.callbacks()).toHaveLength(2);
  });

  it.each([
    ['vasseur'],
    ['Hélène VASS'],
    ['brest helene'],
    ['06 39 98 41 17'],
    ['984117'],
    ['+33639984117'],
  ])('[POP-10] are found by %j, accents and case ignored', async (text) => {
    await library.add([
      sampleBundle(),
      sampleBundle({
        firstName: 'Odile',
        lastName: 'Marchand',
        phones: [],
        emails: [],
        address: null,
      }),
    ]);
    const hits = await cache.search(text, 5);
    expect(hits.map(({ name }) => name)).toEqual(['Hélène Vasseur']);
  });

  it('[MISS-4] list missed callers whom nobody knows, after a restart too, until they are settled', async () => {
    const missed = {
      id: randomUUID(),
      kind: 'missed' as const,
      customerId: null,
      customerName: '',
      brandId: 'kerdoual',
      number: '+33639990001',
      dueAt: '2026-11-05T10:00:00.000Z',
      advisorId: null,
      reason: '',
      status: 'open' as const,
      createdBy: null,
      createdAt: '2026-11-05T10:00:00.000Z',
      interactionId: null,
    };
    await library.take([{ entity: 'callback', id: missed.id, row: missed }]);
    const again = new Library(cache, () => []);
    await again.open();
    expect(again.callbacks()).toEqual([missed]);
    await library.take([{ entity: 'callback', id: missed.id, row: { ...missed, status: 'done' } }]);
    const later = new Library(cache, () => []);
    await later.open();
    expect([library.callbacks(), later.callbacks()]).toEqual([[], []]);
  });

  it('[SEAL-8] forget a deleted customer by name too, in the page that brought her', async () => {
    const [gone, stays] = [sampleBundle(), sampleBundle({ firstName: 'Odile' })];
    await library.addPage(await preparedPage(cache, pageOf([gone, stays])), null);
    await library.add([gone]);
    await library.take([{ entity: 'customer', id: gone.customer.id, row: null }]);
    const hits = await cache.search('vasseur', 5);
    expect(hits.map(({ customerId }) => customerId)).toEqual([stays.customer.id]);
    cache.close();
    cache = await Cache.open(userId, key);
    expect(await cache.search('vasseur', 5)).toEqual(hits);
  });

  it('[CACHE-26] take the changes of many customers in one write, whether a page or a row holds them', async () => {
    const people = Array.from({ length: 30 }, () => sampleBundle());
    const [changed, ...others] = people as [CustomerBundle, ...CustomerBundle[]];
    await library.addPage(await preparedPage(cache, pageOf(people)), null);
    await library.add([changed]);
    const put = vi.spyOn(cache, 'put');
    const read = vi.spyOn(cache, 'bundle');
    const rows = people.map(({ customer }) => ({ ...customer, firstName: 'Odile' }));
    await library.take(rows.map((row) => ({ entity: 'customer', id: row.id, row })));
    expect([put.mock.calls.length, read.mock.calls.length]).toEqual([1, 0]);
    for (const { customer } of [changed, ...others])
      expect((await library.bundle(customer.id))?.customer.firstName).toBe('Odile');
    expect(await cache.count()).toBe(30);
  });

  it('[CACHE-8] a customer who is not on the page of a load any more is forgotten', async () => {
    const [one, two, three, four] = ['1', '2', '3', '4'].map((last) =>
      sampleBundle({ id: `0191c0de-0000-7000-8000-00000000000${last}` }),
    ) as [CustomerBundle, CustomerBundle, CustomerBundle, CustomerBundle];
    await library.add([one, two, three, four]);
    const third = three.customer.id;
    await library.addPage(await preparedPage(cache, pageOf([one, three], third)), null);
    const left = [one, two, three, four].map(({ customer }) => library.bundle(customer.id));
    expect((await Promise.all(left)).map(Boolean)).toEqual([true, false, true, true]);
    await library.addPage(await preparedPage(cache, pageOf([])), third);
    expect(await cache.count()).toBe(2);
    expect(await cache.search('vasseur', 9)).toHaveLength(2);
  });

  it('[SEAL-9] a history is packed before it is sealed', async () => {
    const cipher = await Cipher.open(key);
    const history = Array.from({ length: 40 }, () => sampleInteraction({ summary: 'Colis égaré' }));
    const sealed = await cipher.seal(history);
    expect(await cipher.unseal(sealed)).toEqual(history);
    expect(sealed.length).toBeLessThan(JSON.stringify(history).length / 3);
  });

  it('[SEAL-9] a cache of an older form is started afresh', async () => {
    await library.add([sampleBundle()]);
    await cache.keep('form', 'plain');
    cache.close();
    cache = await Cache.open(userId, key);
    expect(await cache.count()).toBe(0);
  });

  it('[SEAL-5] a sealed value that was changed is refused', async () => {
    const cipher = await Cipher.open(key);
    const sealed = await cipher.seal({ a: 1 });
    expect(await cipher.unseal(sealed)).toEqual({ a: 1 });
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
    await expect(cipher.unseal(sealed)).rejects.toThrow();
  });
});
