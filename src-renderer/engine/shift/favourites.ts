/**
 * Whom she has starred: the hub's list, or the last one known here, with her own changes on top that
 * have not reached it yet.
 */
import type { Cache } from '@renderer/cache/cache.ts';
import type { HubClient } from '@renderer/platform/hub-client.ts';
import { favouritesSchema } from '@shared/contracts/http/favourites.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { Mutation } from '@shared/contracts/sync/mutation.ts';
import { type Favourite, withFavourite } from '@shared/domain/favourite/favourite.ts';

type Deps = {
  readonly hub: Pick<HubClient, 'ask'>;
  readonly cache: Pick<Cache, 'read' | 'keep'>;
  readonly pending: () => readonly Mutation[];
  readonly show: (favourites: Favourite[]) => void;
};

const keptKey = 'favourites';

const apply = (list: readonly Favourite[], mutations: readonly Mutation[]): Favourite[] => {
  let now = [...list];
  for (const mutation of mutations) {
    if (mutation.kind !== 'favourite.set') continue;
    const { starred, at: _, ...favourite } = mutation.payload;
    now = withFavourite(now, favourite, starred);
  }
  return now;
};

export class Favourites {
  readonly #deps: Deps;
  #list: readonly Favourite[] = [];
  #writing: Promise<unknown> = Promise.resolve();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** What this desktop knows. */
  async open(): Promise<void> {
    const kept = favouritesSchema.safeParse(await this.#deps.cache.read(keptKey));
    if (kept.success) this.#list = kept.data.favourites;
    this.#show();
  }

  /** Her own change is seen before the hub has it. */
  note(mutations: readonly Mutation[]): void {
    if (!mutations.some(({ kind }) => kind === 'favourite.set')) return;
    this.#take(apply(this.#list, mutations));
  }

  /** As the hub says; a hub that is away changes nothing. */
  async refresh(): Promise<void> {
    const { hub } = this.#deps;
    const answer = await hub.ask({
      method: 'GET',
      path: routes.favourites,
      answer: favouritesSchema,
    });
    if (answer.ok) this.#take(answer.value.favourites);
  }

  #take(list: readonly Favourite[]): void {
    this.#list = list;
    this.#show();
    const { cache } = this.#deps;
    this.#writing = this.#writing
      .then(() => cache.keep(keptKey, { favourites: this.#list }))
      .catch(() => undefined);
  }

  #show(): void {
    this.#deps.show(apply(this.#list, this.#deps.pending()));
  }
}
