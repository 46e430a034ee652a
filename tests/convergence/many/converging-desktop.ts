/**
 * One of many desktops: the real journal on a real disk, the real outbox, cache, search and sync,
 * with a clock that may be days wrong. It can be killed at any moment and started again.
 */
import 'fake-indexeddb/auto';
import { randomBytes } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { Journal } from '@main/journal/journal.ts';
import { Cache } from '@renderer/cache/cache.ts';
import { HubSync } from '@renderer/engine/sync/hub-sync.ts';
import { Library } from '@renderer/engine/sync/library.ts';
import { Outbox } from '@renderer/engine/sync/outbox.ts';
import { HubClient } from '@renderer/platform/hub-client.ts';
import type { Mutation } from '@shared/contracts/sync/mutation.ts';
import { succeed } from '@shared/kernel/result.ts';

const never = new Promise<never>(() => undefined);

export type Place = {
  readonly dir: string;
  readonly key: Uint8Array;
  /** Names the cache: each desktop has one of its own. */
  readonly name: string;
  readonly deviceId: string;
  readonly apiUrl: string;
  readonly accessToken: string;
};

export class ConvergingDesktop {
  readonly outbox: Outbox;
  readonly library: Library;
  readonly cache: Cache;
  /** Rounds with the hub that went through. */
  rounds = 0;
  readonly #sync: HubSync;
  readonly #journal: Journal;
  readonly #place: Place;
  #alive = true;

  private constructor(place: Place, cache: Cache, changed: (outbox: Outbox) => void) {
    this.#place = place;
    this.cache = cache;
    this.#journal = new Journal(place.dir, place.key);
    const guard = async <T>(run: () => Promise<T>): Promise<T> => {
      if (!this.#alive) return never;
      const done = await run();
      return this.#alive ? done : never;
    };
    const read = async () => {
      const { records, damaged } = await this.#journal.read();
      return succeed({ records: [...records], damaged });
    };
    this.outbox = new Outbox(
      {
        read: () => guard(read),
        append: (lines) => guard(() => this.#journal.append(lines)),
        compact: (lines) => guard(() => this.#journal.compact(lines)),
      },
      () => changed(this.outbox),
    );
    this.library = new Library(cache, () => this.outbox.pending);
    this.#sync = this.#makeSync();
  }

  static async start(place: Place, changed: (outbox: Outbox) => void): Promise<ConvergingDesktop> {
    const cache = await Cache.open(place.name, place.key);
    const desktop = new ConvergingDesktop(place, cache, changed);
    await desktop.library.open();
    await desktop.outbox.load();
    return desktop;
  }

  wake(): void {
    this.#sync.wake();
  }

  /** As the program does: the journal first, then the cache, then the hub. */
  async write(mutation: Mutation): Promise<void> {
    await this.outbox.write([{ t: 'mutation', mutation }]);
    await this.library.absorb([mutation]);
    this.wake();
  }

  /** A power cut: nothing more is written or answered; a torn line may lie at the journal's end. */
  async kill(torn: boolean): Promise<void> {
    this.#alive = false;
    this.#sync.stop();
    await this.#journal.close();
    this.cache.close();
    const file = path.join(this.#place.dir, 'journal');
    if (torn) appendFileSync(file, randomBytes(23).toString('base64'));
  }

  #makeSync(): HubSync {
    const { apiUrl, accessToken, deviceId } = this.#place;
    const hub = new HubClient(apiUrl);
    hub.takeTokensFrom(async () => succeed(accessToken));
    return new HubSync({
      hub,
      deviceId,
      outbox: this.outbox,
      cache: this.cache,
      library: this.library,
      calm: async () => undefined,
      listener: {
        online: () => undefined,
        sent: () => undefined,
        fresh: () => {
          this.rounds += 1;
        },
        wire: () => undefined,
        loading: () => undefined,
        reference: () => undefined,
        touched: () => undefined,
      },
    });
  }
}
