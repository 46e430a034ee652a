/** Runs in Electron: loads what the server has in one of three ways, or searches what was loaded. */
import type { PreparedPage } from '@renderer/cache/prepare-page.ts';
import type { LoadedPage } from '@renderer/cache/read-page.ts';
import type { ToWorker } from '@renderer/cache/worker/messages.ts';
import { PagesAhead } from '@renderer/engine/sync/pages-ahead.ts';
import { succeed } from '@shared/kernel/result.ts';
import PouchDB from 'pouchdb-browser';

const asked = new URLSearchParams(location.search);
const pages = Number(asked.get('pages'));
const key = new Uint8Array(32).fill(7);
const decoder = new TextDecoder();

type Asked = ToWorker extends infer M ? (M extends ToWorker ? Omit<M, 'id'> : never) : never;

/** A worker of the cache, asked as the engine asks it. */
const openWorker = () => {
  const worker = new Worker('/worker.js', { type: 'module' });
  let id = 0;
  return (message: Asked, moved: Transferable[] = []): Promise<unknown> => {
    id += 1;
    const own = id;
    return new Promise((resolve, reject) => {
      const listen = ({ data }: MessageEvent<{ id: number; ok: boolean; value?: unknown }>) => {
        if (data.id !== own) return;
        worker.removeEventListener('message', listen);
        if (data.ok) resolve(data.value);
        else reject(new Error(JSON.stringify(data)));
      };
      worker.addEventListener('message', listen);
      worker.postMessage({ ...message, id: own }, moved);
    });
  };
};

const pageAt = async (at: number, form: 'json' | 'packed'): Promise<ArrayBuffer> =>
  (await fetch(`/page?at=${at}&form=${form}`)).arrayBuffer();

const ours = async (): Promise<number> => {
  const ask = openWorker();
  await ask({ name: 'open', args: ['bench-cache', key] });
  const read = openWorker();
  await read({ name: 'openReader', args: [key] });
  let at = 0;
  // As the engine does it: the next pages are fetched and read while one is stored.
  const ahead = new PagesAhead(async () => {
    const bytes = await pageAt(at, 'packed');
    at += 1;
    const page = read({ name: 'prepare', args: [bytes] }, [bytes]) as Promise<PreparedPage>;
    return succeed({ page, next: at < pages ? String(at) : null });
  });
  let after: string | null = null;
  for (let stored = 0; stored < pages; stored += 1) {
    const fetched = await ahead.take(after);
    if (!fetched.ok) throw new Error('no page');
    const page = await fetched.value.page;
    const args: [PreparedPage, string | null, Set<string>] = [page, after, new Set()];
    const loaded = (await ask({ name: 'load', args }, [page.body.buffer])) as LoadedPage;
    after = loaded.next;
  }
  return pages;
};

/** The raw limit: every byte parsed and encrypted, and nothing kept. */
const raw = async (): Promise<number> => {
  const box = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt']);
  let count = 0;
  for (let at = 0; at < pages; at += 1) {
    const page = await pageAt(at, 'json');
    const parsed = JSON.parse(decoder.decode(page)) as { bundles: unknown[] };
    count += parsed.bundles.length;
    const iv = crypto.getRandomValues(new Uint8Array(12));
    await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, box, page);
  }
  return count;
};

const pouch = async (): Promise<number> => {
  const target = new PouchDB('bench-pouch', { auto_compaction: true });
  const done = await target.replicate.from(`${location.origin}/couch`, {
    batch_size: 1_000,
    batches_limit: 2,
  });
  return done.docs_written;
};

const search = async (): Promise<number> => {
  const ask = openWorker();
  await ask({ name: 'open', args: ['bench-cache', key] });
  const found = (await ask({ name: 'search', args: [asked.get('text') ?? '', 8] })) as unknown[];
  return found.length;
};

const runs: { readonly [name: string]: () => Promise<number> } = { ours, raw, pouch, search };

const report = (value: object) => fetch('/report', { method: 'POST', body: JSON.stringify(value) });

const startedAt = performance.now();
const run = runs[asked.get('run') ?? ''];
(run === undefined ? Promise.reject(new Error('no such run')) : run()).then(
  (count) => report({ ms: performance.now() - startedAt, count }),
  (error: unknown) => report({ error: String(error) }),
);
