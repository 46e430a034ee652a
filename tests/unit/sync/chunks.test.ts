import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { packInParts } from '@api/plugins/packing.ts';
import { Cache } from '@renderer/cache/cache.ts';
import { Cipher } from '@renderer/cache/cipher.ts';
import { unpackPage, unpackPart } from '@renderer/cache/pack.ts';
import {
  gzipHeaderBytes,
  isInLines,
  linesOf,
  packedPageHead,
  pageTexts,
  readPackedPage,
} from '@shared/contracts/sync/packed-page.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import Dexie from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { preparedPage } from '../../support/desk/prepared-page.ts';
import { sampleBundle } from '../../support/desk/samples.ts';

const key = new Uint8Array(32).fill(6);
let userId: string;
let cache: Cache;
const fresh = async (): Promise<void> => {
  userId = randomUUID();
  cache = await Cache.open(userId, key);
};
const drop = async (): Promise<void> => {
  cache.close();
  await Dexie.delete(`parlance-${userId}`);
};
beforeEach(fresh);
afterEach(drop);

const idAt = (at: number): string => `0191c0de-0000-7000-8000-${String(at).padStart(12, '0')}`;
const phoneAt = (at: number): string => `+3363998${String(4_000 + at)}`;
const personAt = (at: number, firstName = `Prénom${'abcdefghijkl'[at]}`): CustomerBundle =>
  sampleBundle({ id: idAt(at), firstName, phones: [{ e164: phoneAt(at), label: 'mobile' }] });

type Form = 'parts' | 'one part' | 'no lines' | 'json';
/** A page as hubs of this and of former releases send it. */
const bytesOf = async (
  bundles: readonly CustomerBundle[],
  next: string | null,
  form: Form = 'parts',
): Promise<ArrayBuffer> => {
  const page = { cursor: 'c', total: 9, reference: null, bundles, next };
  if (form === 'json') return new Uint8Array(Buffer.from(JSON.stringify(page))).buffer;
  const texts = form === 'no lines' ? [] : pageTexts(page, form === 'parts' ? 2 : 99);
  const { bytes, lengths } = await packInParts(
    form === 'no lines' ? [JSON.stringify(page)] : texts.map(({ text }) => text),
  );
  const parts = texts.map(({ count }, at): [number, number] => [count, lengths[at] ?? 0]);
  const head = packedPageHead(next, form === 'parts' && bundles.length > 0 ? parts : null);
  return new Uint8Array(Buffer.concat([Buffer.from(head), bytes])).buffer;
};
const load = async (
  bundles: readonly CustomerBundle[],
  after: string | null,
  next: string | null,
) => cache.load(await preparedPage(cache, await bytesOf(bundles, next)), after);
const reopened = async (): Promise<void> => {
  cache.close();
  cache = await Cache.open(userId, key);
};
const raw = async (work: (tables: Dexie) => Promise<unknown>): Promise<void> => {
  const tables = new Dexie(`parlance-${userId}`);
  await tables.open();
  await work(tables);
  tables.close();
};
const foundIds = async (text: string) =>
  (await cache.search(text, 20)).map(({ customerId }) => customerId).sort();

it('[CACHE-20] a page is one chunk; who changed is read by herself, under her new number alone', async () => {
  await load([personAt(1), personAt(2), personAt(3)], null, null);
  await raw(async (tables) => {
    expect([await tables.table('chunks').count(), await tables.table('bundles').count()]).toEqual([
      1, 0,
    ]);
  });
  const changed = { ...personAt(2, 'Odile'), customer: personAt(9).customer };
  const odile = { ...changed, customer: { ...changed.customer, id: idAt(2), firstName: 'Odile' } };
  await cache.put([odile]);
  expect((await cache.bundle(idAt(2)))?.customer.firstName).toBe('Odile');
  expect(await cache.byPhone(phoneAt(2))).toEqual([]);
  expect((await cache.byPhone(phoneAt(9))).map(({ customer }) => customer.id)).toEqual([idAt(2)]);
  expect((await cache.byPhone(phoneAt(3))).map(({ customer }) => customer.id)).toEqual([idAt(3)]);
  expect([await cache.count(), await foundIds('odile')]).toEqual([3, [idAt(2)]]);
});

it('[CACHE-21] a forgotten customer is taken out of the chunk that brought her', async () => {
  await load([personAt(1), personAt(2)], null, null);
  let before: string[] = [];
  await raw(async (tables) => {
    before = (await tables.table('chunks').toCollection().primaryKeys()) as string[];
  });
  await cache.put([personAt(1, 'Odile')]);
  await cache.remove([idAt(1)]);
  expect([await cache.bundle(idAt(1)), await cache.byPhone(phoneAt(1))]).toEqual([null, []]);
  expect((await cache.bundle(idAt(2)))?.customer).toEqual(personAt(2).customer);
  await raw(async (tables) => {
    const [chunk] = await tables.table('chunks').toArray();
    expect([chunk.ids, chunk.phones.length]).toEqual([[idAt(2)], 1]);
    expect(before).not.toContain(chunk.seq);
  });
  await cache.remove([idAt(2)]);
  await raw(async (tables) => expect(await tables.table('chunks').count()).toBe(0));
});

it('[CACHE-22] killed in the middle of a load, everyone who is here is found after the start', async () => {
  await load([personAt(1), personAt(2)], null, idAt(2));
  await reopened();
  expect(await foundIds('prénom')).toEqual([idAt(1), idAt(2)]);
  await load([personAt(3)], idAt(2), null);
  await reopened();
  expect(await foundIds('prénom')).toEqual([idAt(1), idAt(2), idAt(3)]);
});

it('[CACHE-23] a page that comes unpacked is taken as well', async () => {
  const people = [personAt(1), personAt(2)];
  const loaded = await cache.load(
    await preparedPage(cache, await bytesOf(people, null, 'json')),
    null,
  );
  expect(loaded).toMatchObject({ count: 2, next: null, skipped: 0 });
  expect((await cache.bundle(idAt(2)))?.customer).toEqual(personAt(2).customer);
  expect(await cache.prepare(new TextEncoder().encode('{"cursor":1}\n').buffer)).toBeNull();
});

it('[CACHE-24] a damaged chunk is dropped, everything is loaded again, and the others stay', async () => {
  await load([personAt(1), personAt(2)], null, idAt(2));
  await load([personAt(3)], idAt(2), null);
  await cache.keep('position', { cursor: 'c' });
  await raw(async (tables) => {
    const chunk = await tables.table('chunks').where('ids').equals(idAt(1)).first();
    const body = (chunk.body as Uint8Array).map((byte, at) => (at === 40 ? byte ^ 4 : byte));
    await tables.table('chunks').put({ ...chunk, body });
  });
  expect([await cache.bundle(idAt(1)), await cache.bundle(idAt(2))]).toEqual([null, null]);
  expect((await cache.byPhone(phoneAt(3))).map(({ customer }) => customer.id)).toEqual([idAt(3)]);
  expect(await cache.read('position')).toBeNull();
});

it('[CACHE-20] what is no packed page is told from one', async () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(readPackedPage(new Uint8Array(bytes).buffer)).toBeNull();
    }),
  );
  const cut = (await bytesOf([], null)).slice(0, 14);
  expect(readPackedPage(cut)).toBeNull();
});

const step = fc.oneof(
  fc.record({ put: fc.nat(9), name: fc.constantFrom('Odile', 'Anne') }),
  fc.record({ remove: fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 3 }) }),
  fc.record({ page: fc.tuple(fc.nat(9), fc.nat(9)), absent: fc.uniqueArray(fc.nat(9)) }),
  fc.record({ restart: fc.constant(true) }),
);

it('[CACHE-20] [CACHE-21] whatever is loaded, changed, forgotten and loaded again is as the last word said', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      await drop();
      await fresh();
      const model = new Map<number, string>();
      for (const one of steps) {
        if ('put' in one) {
          await cache.put([personAt(one.put, one.name)]);
          model.set(one.put, one.name);
        } else if ('remove' in one) {
          await cache.remove(one.remove.map(idAt));
          for (const at of one.remove) model.delete(at);
        } else if ('page' in one) {
          // The stretch of a page: after the one, up to the other.
          const [from, to] = [Math.min(...one.page), Math.max(...one.page)];
          const stretch = Array.from({ length: to - from }, (_, at) => from + 1 + at);
          const people = stretch.filter((at) => !one.absent.includes(at));
          await load(
            people.map((at) => personAt(at)),
            idAt(from),
            idAt(to),
          );
          for (const at of stretch) model.delete(at);
          for (const at of people) model.set(at, personAt(at).customer.firstName);
        } else await reopened();
      }
      const names = new Map<number, string>();
      for (let at = 0; at < 10; at += 1) {
        const name = (await cache.bundle(idAt(at)))?.customer.firstName;
        if (name !== undefined) names.set(at, name);
        const byPhone = await cache.byPhone(phoneAt(at));
        expect(byPhone.map(({ customer }) => customer.firstName)).toEqual(
          name === undefined ? [] : [name],
        );
      }
      expect([...names].sort()).toEqual([...model].sort());
      expect(await cache.count()).toBe(model.size);
      expect((await cache.search('vasseur', 20)).length).toBe(model.size);
    }),
    { numRuns: 30 },
  );
});

/** How much JSON is read for a task. */
const readFor = async <T>(
  task: Promise<T>,
): Promise<{ value: T; texts: number; length: number }> => {
  const parse = vi.spyOn(JSON, 'parse');
  const value = await task;
  const texts = parse.mock.calls.map(([text]) => String(text));
  parse.mockRestore();
  return { value, texts: texts.length, length: texts.join('').length };
};

it.each([
  ['parts', 'as it came'],
  ['one part', 'as it came'],
  ['json', 'as it came'],
  ['parts', 'written anew without one of them'],
] as const)(
  '[CACHE-25] a customer of a chunk (%s, %s) is read without the others of it',
  async (form, then) => {
    const people = Array.from({ length: 7 }, (_, at) => personAt(at));
    await cache.load(await preparedPage(cache, await bytesOf(people, null, form)), null);
    if (then !== 'as it came') await cache.remove([idAt(2)]);
    const own = JSON.stringify(personAt(4)).length;
    const byId = await readFor(cache.bundle(idAt(4)));
    expect(byId.value?.customer).toEqual(personAt(4).customer);
    expect([byId.texts, byId.length]).toEqual([1, own]);
    const byPhone = await readFor(cache.byPhone(phoneAt(5)));
    expect(byPhone.value.map(({ customer }) => customer.id)).toEqual([idAt(5)]);
    // Others may name the number in what they say.
    expect(byPhone.texts).toBeLessThan(3);
  },
);

it('[CACHE-25] two of one number are found in whatever parts they are', async () => {
  const shared = [personAt(0), personAt(5), personAt(6)].map((one) => ({
    ...one,
    customer: { ...one.customer, phones: personAt(0).customer.phones },
  }));
  const [first, second, third] = shared as [CustomerBundle, CustomerBundle, CustomerBundle];
  const page = [first, personAt(1), personAt(2), personAt(3), second, third];
  await load(page, null, null);
  const found = await cache.byPhone(phoneAt(0));
  expect(found.map(({ customer }) => customer.id).sort()).toEqual([idAt(0), idAt(5), idAt(6)]);
});

it('[SEAL-1] two numbers that are blinded to the same are told apart', async () => {
  const blind = vi.spyOn(Cipher.prototype, 'blind').mockReturnValue(7);
  await load([personAt(1), personAt(2)], null, null);
  await cache.put([personAt(3), personAt(4)]);
  for (const at of [1, 2, 3, 4]) {
    const found = await cache.byPhone(phoneAt(at));
    expect(found.map(({ customer }) => customer.id)).toEqual([idAt(at)]);
  }
  blind.mockRestore();
});

it('[CACHE-25] a chunk whose customers are no lines, or some of them unreadable, is read whole', async () => {
  const bytes = await bytesOf([personAt(1), personAt(2)], idAt(2), 'no lines');
  await cache.load(await preparedPage(cache, bytes), null);
  const odd = { customer: 'nobody' } as unknown as CustomerBundle;
  await load([odd, personAt(3), personAt(4), personAt(5)], idAt(2), null);
  for (const at of [1, 2, 3, 4, 5]) {
    expect((await cache.bundle(idAt(at)))?.customer).toEqual(personAt(at).customer);
    const found = await cache.byPhone(phoneAt(at));
    expect(found.map(({ customer }) => customer.id)).toEqual([idAt(at)]);
  }
});

it('[CACHE-25] whatever customers say: the texts are the page, packed together one gzip, each its own', async () => {
  const anyText = fc.string({ unit: 'binary' });
  const one = fc.record({ id: fc.uuid(), note: anyText, friend: fc.option(fc.uuid()) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(one, { maxLength: 9 }),
      anyText,
      fc.integer({ min: 1, max: 4 }),
      async (bundles, cursor, inPart) => {
        const texts = pageTexts({ bundles, cursor } as { bundles: unknown[] }, inPart);
        const whole = texts.map(({ text }) => text).join('');
        expect(JSON.parse(whole)).toEqual({ bundles, cursor });
        const { bytes, lengths } = await packInParts(texts.map(({ text }) => text));
        expect(await unpackPage(bytes)).toBe(Buffer.from(whole).toString());
        let [at, place] = [gzipHeaderBytes, 0];
        texts.forEach(({ count }, part) => {
          const text = unpackPart(bytes.subarray(at, at + (lengths[part] ?? 0)));
          at += lengths[part] ?? 0;
          const its = bundles.slice(place, place + count);
          place += count;
          const lines = linesOf(text).map((line) => JSON.parse(line));
          expect(JSON.stringify(lines)).toBe(Buffer.from(JSON.stringify(its)).toString());
        });
        expect(place).toBe(bundles.length);
      },
    ),
    { numRuns: 15 },
  );
  expect(isInLines(JSON.stringify({ bundles: [] }))).toBe(false);
});
