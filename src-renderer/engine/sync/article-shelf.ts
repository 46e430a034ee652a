/**
 * The articles of her brands: held sealed beside the customers, searched in memory. When the hub's stamp is
 * another one, what is here is compared with its list, and only what is missing is fetched (KNOW-41).
 */
import type { Cache } from '@renderer/cache/cache.ts';
import type { HubClient } from '@renderer/platform/hub-client.ts';
import {
  articleManifestSchema,
  articlesAtOnce,
  heldArticlesSchema,
} from '@shared/contracts/http/articles.ts';
import { routes } from '@shared/contracts/routes.ts';
import { currentProtocol } from '@shared/contracts/sync/protocol.ts';
import { type Article, articleSchema } from '@shared/domain/article/article.ts';
import { ArticleIndex } from '@shared/domain/article/article-index.ts';
import { z } from 'zod';

type Deps = {
  readonly hub: HubClient;
  readonly cache: Cache;
};
type Held = Pick<Article, 'id' | 'version' | 'revision'>;

const prefix = 'article/';
const stampKey = 'articles-stamp';
const keyOf = ({ id, version }: Pick<Article, 'id' | 'version'>): string =>
  `${prefix}${id}/${version}`;
/** So few that indexing them takes the engine some milliseconds only: a call may ring meanwhile. */
const indexedAtOnce = 5;
/** Whatever a newer hub adds to a row costs no other row. */
const lenientSchema = heldArticlesSchema.extend({ articles: z.array(z.unknown()) });

export class ArticleShelf {
  readonly #deps: Deps;
  readonly #index = new ArticleIndex();
  #stamp: string | null = null;
  #loaded: Promise<void> | null = null;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** KNOW-43: nothing is here any more, and is read again once it is wanted. */
  lock(): void {
    this.#stamp = null;
    this.#loaded = null;
    this.#index.clear();
  }

  /** Once what is kept has been read; empty while the desktop is locked. */
  async index(): Promise<ArticleIndex> {
    await this.#open();
    return this.#index;
  }

  async #open(): Promise<void> {
    if (this.#deps.cache.locked) return;
    this.#loaded ??= this.#load().catch(() => undefined);
    await this.#loaded;
  }

  /** The hub's stamp, as a pull tells it. What fails now is done at the next pull. */
  async follow(stamp: string | null): Promise<void> {
    await this.#open();
    if (stamp === null || stamp === this.#stamp || this.#deps.cache.locked) return;
    const manifest = await this.#deps.hub.ask({
      method: 'GET',
      path: routes.heldArticles,
      query: { protocol: currentProtocol },
      answer: articleManifestSchema,
    });
    if (!manifest.ok || this.#deps.cache.locked) return;
    const { articles } = manifest.value;
    await this.#drop(articles);
    if (!(await this.#fetch(articles)) || this.#deps.cache.locked) return;
    this.#stamp = manifest.value.stamp;
    await this.#deps.cache.keep(stampKey, this.#stamp);
  }

  async #load(): Promise<void> {
    const { cache } = this.#deps;
    const stamp = await cache.read(stampKey);
    const kept = await cache.readAll(prefix);
    await this.#take(kept.flatMap((raw) => articleSchema.safeParse(raw).data ?? []));
    if (!cache.locked) this.#stamp = typeof stamp === 'string' ? stamp : null;
  }

  async #take(articles: readonly Article[]): Promise<void> {
    for (let at = 0; at < articles.length; at += indexedAtOnce) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (this.#deps.cache.locked) return;
      this.#index.put(articles.slice(at, at + indexedAtOnce));
    }
  }

  /** What is not in the list is withdrawn, over, or no longer of her brands: it goes first (KNOW-42). */
  async #drop(listed: readonly Held[]): Promise<void> {
    const stays = new Set(listed.map(keyOf));
    const gone = this.#index.all().filter((one) => !stays.has(keyOf(one)));
    for (const one of gone) this.#index.remove(one);
    if (gone.length === 0) return;
    await this.#deps.cache.put(
      [],
      gone.map((one) => ({ key: keyOf(one), value: null })),
    );
  }

  async #fetch(listed: readonly Held[]): Promise<boolean> {
    const here = new Map(this.#index.all().map((one) => [keyOf(one), one.revision]));
    const wanted = listed.filter((one) => here.get(keyOf(one)) !== one.revision);
    for (let at = 0; at < wanted.length; at += articlesAtOnce) {
      const some = wanted.slice(at, at + articlesAtOnce);
      const answer = await this.#deps.hub.ask({
        method: 'POST',
        path: routes.heldArticles,
        query: { protocol: currentProtocol },
        body: { articles: some.map(({ id, version }) => ({ id, version })) },
        answer: lenientSchema,
      });
      if (!answer.ok || this.#deps.cache.locked) return false;
      const rows = answer.value.articles.flatMap((raw) => articleSchema.safeParse(raw).data ?? []);
      await this.#deps.cache.put(
        [],
        rows.map((value) => ({ key: keyOf(value), value })),
      );
      await this.#take(rows);
    }
    return true;
  }
}
