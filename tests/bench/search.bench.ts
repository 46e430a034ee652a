/**
 * The search over 100,000 customers against MiniSearch over the same: the time for each key of people
 * who type, and what both hold in memory. Each runs in a process of its own, so that memory is told.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, it } from 'vitest';
import { z } from 'zod';
import { recordRow } from './support/rows.ts';

const customers = Number(process.env['PARLANCE_BENCH_CUSTOMERS'] ?? 100_000);
const root = path.resolve(import.meta.dirname, '../..');
const frameMs = 1000 / 60;

const measuredSchema = z.object({
  p50Ms: z.number(),
  p95Ms: z.number(),
  heldMiB: z.number(),
  found: z.number(),
  firstAnswerMs: z.number(),
});
type Measured = z.infer<typeof measuredSchema>;

let folder: string;
let ours: Measured;
let theirs: Measured;

const measure = async (what: 'ours' | 'minisearch'): Promise<Measured> => {
  const file = path.join(folder, `${what}.mjs`);
  await build({
    entryPoints: [path.join(import.meta.dirname, 'support', `search-${what}.ts`)],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    alias: {
      '@shared': path.join(root, 'src-shared'),
      '@renderer': path.join(root, 'src-renderer'),
      '@api': path.join(root, 'src-api'),
    },
  });
  const args = ['--expose-gc', '--max-old-space-size=6000', file, String(customers), folder];
  // What only the making needs is not counted: the desktop starts from what lies on the disk.
  execFileSync(process.execPath, [...args, 'prepare']);
  const out = execFileSync(process.execPath, args, { encoding: 'utf8' });
  return measuredSchema.parse(JSON.parse(out));
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'parlance-search-'));
  ours = await measure('ours');
  theirs = await measure('minisearch');
  if (ours.found < theirs.found * 0.9) throw new Error('it finds less than its peer');
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('measures the search against MiniSearch', () => {
  recordRow({
    id: 'search-typing',
    what: `a key in the search over ${customers} customers, p95, against the p50 of MiniSearch`,
    value: ours.p95Ms,
    unit: 'ms',
    baseline: theirs.p50Ms,
    goal: { ratioAtMost: 1, valueAtMost: frameMs },
  });
  recordRow({
    id: 'search-typing-median',
    what: 'the same, both medians',
    value: ours.p50Ms,
    unit: 'ms',
    baseline: theirs.p50Ms,
    goal: { ratioAtMost: 1 },
  });
  recordRow({
    id: 'search-memory',
    what: 'memory that the index holds, against MiniSearch with the same fields',
    value: ours.heldMiB,
    unit: 'MiB',
    baseline: theirs.heldMiB,
    goal: { ratioAtMost: 0.5 },
  });
  recordRow({
    id: 'search-first-answer',
    what: 'sealed index read, opened and asked for the first time, against making it anew by MiniSearch',
    value: ours.firstAnswerMs,
    unit: 'ms',
    baseline: theirs.firstAnswerMs,
    goal: { valueAtMost: 1_000 },
  });
});
