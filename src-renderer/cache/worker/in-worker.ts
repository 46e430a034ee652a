/**
 * The cache's writer in a worker of the engine window, and the pages of a load read in another; one
 * that died fails what it was asked.
 */
import type { OpenWriter } from '../cache.ts';
import type { PreparedPage } from '../prepare-page.ts';
import type { CacheWriter } from '../writer.ts';
import type { AskedName, FromWorker, ToWorker } from './messages.ts';

type Waiting = {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
};

class WorkerPort {
  readonly #worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  readonly #waiting = new Map<number, Waiting>();
  #id = 0;

  constructor() {
    this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (data.ok) waiting?.resolve(data.value);
      else waiting?.reject(Object.assign(new Error(data.message), { name: data.name }));
    };
    this.#worker.onerror = () => this.#failAll('the worker failed');
  }

  ask<T>(
    name: AskedName,
    args: Extract<ToWorker, { name: AskedName }>['args'],
    moved: Transferable[] = [],
  ): Promise<T> {
    this.#id += 1;
    const message = { id: this.#id, name, args };
    return new Promise((resolve, reject) => {
      this.#waiting.set(message.id, { resolve: (value) => resolve(value as T), reject });
      this.#worker.postMessage(message, moved);
    });
  }

  end(): void {
    this.#worker.terminate();
    this.#failAll('the worker has ended');
  }

  #failAll(message: string): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(message));
    this.#waiting.clear();
  }
}

/** Reads the pages of a load; it is there from the first page to the last. */
class PageReader {
  readonly #key: Uint8Array;
  #port: Promise<WorkerPort> | null = null;

  constructor(key: Uint8Array) {
    this.#key = key.slice();
  }

  async prepare(page: ArrayBuffer): Promise<PreparedPage | null> {
    this.#port ??= this.#open();
    try {
      return await (await this.#port).ask('prepare', [page], [page]);
    } catch (error) {
      // One that failed answers nothing more: the load that is tried again has another.
      this.end();
      throw error;
    }
  }

  end(): void {
    void this.#port?.then(
      (port) => port.end(),
      () => undefined,
    );
    this.#port = null;
  }

  /** The desktop is locked: the key stays nowhere. */
  forget(): void {
    this.end();
    this.#key.fill(0);
  }

  async #open(): Promise<WorkerPort> {
    const port = new WorkerPort();
    await port.ask('openReader', [this.#key]);
    return port;
  }
}

export const openWriterInWorker: OpenWriter = async (name, key): Promise<CacheWriter> => {
  const port = new WorkerPort();
  await port.ask('open', [name, key]);
  const reader = new PageReader(key);
  return {
    put: (bundles, kept) => port.ask('put', [bundles, kept]),
    prepare: (page) => reader.prepare(page),
    load: (page, after, pinned) => {
      if (page.isLast) reader.end();
      return port.ask('load', [page, after, pinned], [page.body.buffer]);
    },
    remove: (customerIds) => port.ask('remove', [customerIds]),
    keepOutside: (news) => port.ask('keepOutside', [news]),
    evict: (limits) => port.ask('evict', [limits]),
    search: (text, limit) => port.ask('search', [text, limit]),
    clear: () => port.ask('clear', []),
    close: () => {
      reader.forget();
      port.end();
    },
  };
};
