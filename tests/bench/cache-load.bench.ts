/**
 * The first load of a desktop, read, sealed, indexed and kept, against a PouchDB that replicates the
 * same documents, and against parsing and encrypting the same bytes; then a start on what was kept.
 */
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, it } from 'vitest';
import { z } from 'zod';
import { runFolder } from '../support/run-folder';
import { openElectronPage } from './support/electron-page.ts';
import { type LoadCrowd, makeLoadCrowd } from './support/load-crowd.ts';
import { type LoadServer, startLoadServer } from './support/load-server.ts';
import { recordRow } from './support/rows.ts';

const customers = Number(process.env['PARLANCE_BENCH_CUSTOMERS'] ?? 100_000);
/** A peer that needs minutes for a tenth is measured by its rate, which only falls with more. */
const documentsOf = Math.ceil(customers / 10);
const root = path.resolve(import.meta.dirname, '../..');
const withinMs = 900_000;
const reportSchema = z.object({ ms: z.number(), count: z.number().int().min(1) });

let crowd: LoadCrowd;
let server: LoadServer;
let folder: string;

const bundled = async (file: string): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, file)],
    bundle: true,
    write: false,
    minify: true,
    platform: 'browser',
    format: 'esm',
    target: 'chrome114',
    alias: {
      '@shared': path.join(root, 'src-shared'),
      '@renderer': path.join(root, 'src-renderer'),
    },
  });
  return outputFiles[0]?.text ?? '';
};

beforeAll(async () => {
  crowd = await makeLoadCrowd(customers, documentsOf);
  const files = new Map([
    ['/', '<!doctype html><title>load</title><script type="module" src="/page.js"></script>'],
    ['/page.js', await bundled('tests/bench/support/load-page.ts')],
    ['/worker.js', await bundled('src-renderer/cache/worker/worker.ts')],
  ]);
  server = await startLoadServer(crowd, files);
  folder = runFolder('load');
}, withinMs);
afterAll(() => server?.stop());

/** One run in a program of its own. `sinceStartMs` counts from before the program started. */
const run = async (name: string, text = '') => {
  const startedAt = performance.now();
  const reported = server.reported();
  const query = `run=${name}&pages=${crowd.pages.length}&text=${encodeURIComponent(text)}`;
  const close = await openElectronPage(folder, `${server.url}/?${query}`);
  const answer = await reported;
  const sinceStartMs = performance.now() - startedAt;
  await close();
  const { ms, count } = reportSchema.parse(answer);
  return { ms, count, sinceStartMs };
};

it(
  `measures the first load of ${customers} customers`,
  async () => {
    const raw = await run('raw');
    const ours = await run('ours');
    const pouch = await run('pouch');
    const rows = customers + crowd.interactions;
    const rate = (count: number, ms: number) => count / (ms / 1000);
    recordRow({
      id: 'cache-load-pouchdb',
      what: `first load of ${customers} customers and ${crowd.interactions} interactions, rows a second, against PouchDB replicating ${pouch.count} of the same as documents`,
      value: rate(rows, ours.ms),
      unit: 'rows/s',
      baseline: rate(pouch.count, pouch.ms),
      goal: { ratioAtLeast: 10 },
    });
    recordRow({
      id: 'cache-load-raw',
      what: 'the same against parsing and encrypting the same bytes, which keeps nothing',
      value: rate(rows, ours.ms),
      unit: 'rows/s',
      baseline: rate(rows, raw.ms),
      goal: { ratioAtLeast: 0.4 },
    });
    const { sinceStartMs, ms } = await run('search', 'le gof');
    recordRow({
      id: 'search-after-start',
      what: `start of the program until the first search over ${customers} cached customers has its answer, against its part that opens and asks the cache`,
      value: sinceStartMs,
      unit: 'ms',
      baseline: ms,
      goal: { valueAtMost: 1_000 },
    });
  },
  withinMs,
);
