import path from 'node:path';
import { defineConfig } from 'vitest/config';

const at = (folder: string) => path.resolve(import.meta.dirname, folder);
const alias = {
  '@shared': at('src-shared'),
  '@main': at('src-main'),
  '@renderer': at('src-renderer'),
  '@api': at('src-api'),
  '@scripts': at('scripts'),
};
const serial = { fileParallelism: false, testTimeout: 90_000, hookTimeout: 120_000 };
const hub = { globalSetup: ['tests/support/hub-database.ts'] };
// Real parts on a shared machine: one second try, and the run names who needed it (TOOL-23).
const staged = { ...serial, retry: 1 };
const minute = { testTimeout: 60_000, hookTimeout: 120_000 };
// Loading the modules anew for each file took as long as the tests: these keep nothing in them.
const shared = { isolate: false };

/** One project for each kind of test; its files live in tests/<name>. */
const projects = [
  { name: 'unit', environment: 'node', testTimeout: 20_000, ...shared },
  { name: 'static', environment: 'node', ...minute },
  { name: 'component', environment: 'happy-dom', testTimeout: 20_000 },
  { name: 'contract', environment: 'node', ...shared, ...minute, ...hub },
  { name: 'convergence', environment: 'node', testTimeout: 90_000, hookTimeout: 120_000, ...hub },
  { name: 'lab', environment: 'node', ...staged },
  { name: 'e2e', environment: 'node', ...staged },
  { name: 'bench', environment: 'node', ...serial, ...hub, include: ['tests/bench/**/*.bench.ts'] },
];

export default defineConfig({
  test: {
    projects: projects.map(({ name, ...options }, order) => ({
      resolve: { alias },
      test: {
        name,
        include: [`tests/${name}/**/*.test.{ts,tsx}`],
        pool: 'forks',
        maxWorkers: 'fileParallelism' in options ? 1 : 2,
        sequence: { groupOrder: order },
        ...options,
      },
    })),
  },
});
