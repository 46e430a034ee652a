import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { Cache } from '@renderer/cache/cache.ts';
import { articleCommands } from '@renderer/engine/commands/article-commands.ts';
import type { CommandDeps } from '@renderer/engine/commands/command-parts.ts';
import { ArticleShelf } from '@renderer/engine/sync/article-shelf.ts';
import type { HubClient, HubRequest } from '@renderer/platform/hub-client.ts';
import type { MutationBody } from '@shared/contracts/sync/mutation.ts';
import type { Article } from '@shared/domain/article/article.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import Dexie from 'dexie';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { z } from 'zod';
import { sampleBundle, sampleReference } from '../../support/desk/samples.ts';
import { anArticle } from './samples.ts';

const key = new Uint8Array(32).fill(7);
const userId = randomUUID();
let cache: Cache;
let published: Article[];
let online: boolean;
/** Which versions the hub was asked for, in each request. */
let fetched: string[][];
let day: string;

const hub = {
  ask: async ({ method, body }: HubRequest<z.ZodType>) => {
    if (!online) return fail('hub-unreachable');
    if (method === 'GET') return succeed({ stamp: stamp(), articles: published });
    const wanted = (body as { articles: { id: string; version: number }[] }).articles;
    fetched.push(wanted.map(({ id }) => id));
    return succeed({
      articles: published.filter((one) =>
        wanted.some(({ id, version }) => id === one.id && version === one.version),
      ),
    });
  },
} as unknown as HubClient;
const stamp = () => published.map((one) => `${one.id}/${one.version}/${one.revision}`).join();

beforeEach(async () => {
  cache = await Cache.open(userId, key);
  [published, online, fetched, day] = [[], true, [], '2026-11-28'];
});
afterEach(async () => {
  cache.close();
  await Dexie.delete(`parlance-${userId}`);
});

const opened = () => new ArticleShelf({ hub, cache });
const recorded: MutationBody[] = [];
const commandsOf = (shelf: ArticleShelf, bundle = sampleBundle()) =>
  articleCommands({
    session: {
      shift: {
        records: { articles: shelf, library: { bundle: async () => bundle } },
        record: async (body: MutationBody) => {
          recorded.push(body);
          return succeed(null);
        },
      },
    },
    hub,
    clock: { now: () => Date.parse(`${day}T12:00:00Z`) },
    newId: randomUUID,
    board: {
      get: (slice: string) =>
        slice === 'reference'
          ? sampleReference()
          : { user: { id: userId, brandIds: ['kerdoual', 'lorvane'] } },
    },
  } as unknown as CommandDeps);
const find = async (shelf: ArticleShelf, text: string) => {
  const found = await commandsOf(shelf)['articles.search']({
    text,
    brandId: null,
    language: null,
    limit: 9,
  });
  return found.ok ? found.value.map(({ title }) => title) : found.error.code;
};

it('[KNOW-40] the articles of her brands are held sealed and searched without the network', async () => {
  published = [anArticle({ title: 'Cirer un buffet' }), anArticle({ title: 'Laver le lin' })];
  await opened().follow(stamp());
  online = false;
  // Another start, without the network.
  const again = opened();
  expect(await find(again, 'buffets')).toEqual(['Cirer un buffet']);
  const database = await new Dexie(`parlance-${userId}`).open();
  const rows = await database.table('kept').toArray();
  expect(rows.length).toBeGreaterThan(2);
  expect(JSON.stringify(rows.map(({ body }) => Buffer.from(body).toString('utf8')))).not.toContain(
    'Cirer',
  );
  database.close();
});

it('[KNOW-41] a desktop that hears of a change fetches only the articles that changed', async () => {
  published = Array.from({ length: 230 }, (_, at) => anArticle({ title: `Sujet ${at}` }));
  const shelf = opened();
  await shelf.follow(stamp());
  expect(fetched.map(({ length }) => length)).toEqual([200, 30]);
  await shelf.follow(stamp());
  expect(fetched).toHaveLength(2);
  const [first, second] = published as [Article, Article, ...Article[]];
  const changed = { ...first, revision: 2, reviewBy: '2029-01-01' };
  const next = { ...second, version: 2, title: 'Sujet nouveau' };
  published = [changed, next, ...published.slice(1)];
  // One that is kept and one that was read again know the same.
  for (const other of [shelf, opened()]) {
    fetched = [];
    await other.follow(stamp());
    expect(fetched.flat().sort()).toEqual(other === shelf ? [first.id, second.id].sort() : []);
    expect(await find(other, 'nouveau')).toEqual(['Sujet nouveau']);
  }
});

it('[KNOW-42] an article that was withdrawn is not shown once this was heard, and an expired one not after its end, also without the network', async () => {
  const gone = anArticle({ title: 'Retirer' });
  const ending = anArticle({ title: 'Finir', validUntil: '2026-11-28' });
  const coming = anArticle({ title: 'Commencer', validFrom: '2026-11-29' });
  published = [gone, ending, coming];
  const shelf = opened();
  await shelf.follow(stamp());
  expect(await find(shelf, 'retirer')).toEqual(['Retirer']);
  published = [ending, coming];
  await shelf.follow(stamp());
  expect(await find(shelf, 'retirer')).toEqual([]);
  online = false;
  const later = opened();
  expect(await find(later, 'retirer')).toEqual([]);
  expect([await find(later, 'finir'), await find(later, 'commencer')]).toEqual([['Finir'], []]);
  day = '2026-11-29';
  expect([await find(later, 'finir'), await find(later, 'commencer')]).toEqual([[], ['Commencer']]);
  // What the hub did not answer is not taken for gone, and is asked for again.
  published = [];
  await later.follow(stamp());
  expect(await find(later, 'commencer')).toEqual(['Commencer']);
  online = true;
  await later.follow('another');
  expect(await find(later, 'commencer')).toEqual([]);
});

it('[KNOW-43] while the desktop is locked no article is read', async () => {
  published = [anArticle({ title: 'Ouvrir' })];
  const shelf = opened();
  await shelf.follow(stamp());
  cache.lock();
  shelf.lock();
  expect(await find(shelf, 'ouvrir')).toEqual([]);
  await cache.unlock(key);
  expect(await find(shelf, 'ouvrir')).toEqual(['Ouvrir']);
});

it('[KNOW-30] a sent article waits on the desktop as an exchange with the article, and [KNOW-32] none by a channel that she opposed', async () => {
  const article = anArticle();
  published = [article];
  const shelf = opened();
  await shelf.follow(stamp());
  online = false;
  recorded.length = 0;
  const bundle = sampleBundle();
  const to = {
    articleId: article.id,
    customerId: bundle.customer.id,
    caseId: null,
    threadId: null,
  };
  const sent = await commandsOf(shelf)['articles.send']({
    ...to,
    channel: 'email',
    greeting: 'Bonjour,',
  });
  expect(sent).toMatchObject({
    ok: true,
    value: { text: 'Bonjour,\n\nLe pied se visse à la main.' },
  });
  expect(recorded).toMatchObject([
    {
      kind: 'interaction.record',
      payload: { channel: 'email', direction: 'outbound', article: { id: article.id, version: 1 } },
    },
  ]);
  const opposed = {
    id: randomUUID(),
    customerId: bundle.customer.id,
    brandId: 'kerdoual',
    channel: 'sms' as const,
    status: 'opposed' as const,
    purpose: '',
    givenAt: '2026-11-01T10:00:00.000Z',
    until: null,
    proof: '',
  };
  const refusing = { ...bundle, consents: [opposed] };
  const refused = await commandsOf(shelf, refusing)['articles.send']({
    ...to,
    channel: 'sms',
    greeting: '',
  });
  expect(refused).toMatchObject({ ok: false, error: { code: 'channel-opposed' } });
  expect(recorded).toHaveLength(1);
});
