/**
 * The first load, by pages: while one is stored the next ones are fetched and read. It goes on where it
 * stopped; its cursor is the one from before its first page.
 */
import type { Cache } from '@renderer/cache/cache.ts';
import type { PreparedPage } from '@renderer/cache/prepare-page.ts';
import type { LoadedPage } from '@renderer/cache/read-page.ts';
import { positionKey } from '@renderer/cache/tables.ts';
import type { HubClient } from '@renderer/platform/hub-client.ts';
import { routes } from '@shared/contracts/routes.ts';
import { readPackedPage } from '@shared/contracts/sync/packed-page.ts';
import { currentProtocol } from '@shared/contracts/sync/protocol.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { Library } from './library.ts';
import { PagesAhead } from './pages-ahead.ts';
import type { Position, SyncListener } from './sync-position.ts';

type Deps = {
  readonly hub: HubClient;
  readonly cache: Cache;
  readonly library: Library;
  readonly listener: SyncListener;
  readonly calm: () => Promise<void>;
  readonly pinned?: (() => Promise<ReadonlySet<string>>) | undefined;
  readonly stopped: () => boolean;
  /** Between two pages: what waits to be sent goes out. */
  readonly between: () => Promise<Result<null>>;
  /** Of those who stay although no page names them. */
  readonly spared: (customerIds: readonly string[]) => Promise<void>;
};

/** Customers: a chunk of as many is written anew within milliseconds when one of them goes. */
const pageSize = 200;

/** A page on its way: it is known where the next one begins before it is read. */
type Ahead = {
  readonly page: Promise<PreparedPage | null>;
  /** undefined: the hub sends the page as it is, and only reading it tells. */
  readonly next: string | null | undefined;
};

export class FirstLoad {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async run(from: Position | null): Promise<Result<Position>> {
    let position = from;
    const pages = new PagesAhead((after) => this.#fetch(after));
    for (;;) {
      const fetched = await pages.take(position?.after ?? null);
      if (!fetched.ok) return fetched;
      if (this.#deps.stopped()) return fail('hub-unreachable');
      const { page } = fetched.value;
      const prepared = await page;
      if (prepared === null) return fail('hub-failing', 'unexpected answer');
      const loaded = await this.#store(prepared, position);
      position = this.#after(loaded, position);
      await this.#deps.cache.keep(positionKey, position);
      const { done, complete } = position;
      this.#deps.listener.loading(complete ? null : { done, total: loaded.total });
      this.#deps.listener.online(true, null);
      if (complete) return succeed(position);
      const sent = await this.#deps.between();
      if (!sent.ok) return sent;
    }
  }

  /** Parsed, packed, sealed and indexed beside: a call that rings meanwhile waits for none of it. */
  async #fetch(after: string | null): Promise<Result<Ahead>> {
    const { hub, cache, calm } = this.#deps;
    await calm();
    const query = {
      limit: pageSize,
      after: after ?? undefined,
      hold: 'needed',
      form: 'packed',
      protocol: currentProtocol,
    };
    const answer = await hub.fetchBytes({ path: routes.bootstrap, query, timeoutMs: 60_000 });
    if (!answer.ok) return answer;
    const next = readPackedPage(answer.value)?.next;
    const page = cache.prepare(answer.value);
    // Whoever awaits it hears of it; a load that stops meanwhile awaits nothing.
    page.catch(() => undefined);
    return succeed({ page, next });
  }

  async #store(page: PreparedPage, position: Position | null): Promise<LoadedPage> {
    const { library, listener, pinned, spared } = this.#deps;
    const loaded = await library.addPage(page, position?.after ?? null, await pinned?.());
    await spared(loaded.spared);
    const { reference, looseCallbacks } = loaded;
    if (reference !== null) {
      await library.keepReference(reference);
      listener.reference(reference);
      await library.replaceLoose(looseCallbacks);
    }
    return loaded;
  }

  #after(loaded: LoadedPage, position: Position | null): Position {
    return {
      cursor: position?.cursor ?? loaded.cursor,
      after: loaded.next,
      done: (position?.done ?? 0) + loaded.count,
      complete: loaded.next === null,
      skipped: (position?.skipped ?? 0) + loaded.skipped,
    };
  }
}
