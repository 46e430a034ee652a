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
const hub = { globalSetup: ['tests/support/hub-database.ts'] };
const patient = { testTimeout: 90_000, hookTimeout: 120_000 };
const minute = { testTimeout: 60_000, hookTimeout: 120_000 };
// Loading the modules anew for each file took as long as the tests: these keep nothing in them.
const shared = { isolate: false };
// These run two files at a time, whatever kind they are: no worker waits for the last file of a kind.
const together = { maxWorkers: 2, sequence: { groupOrder: 0 } };
/** Alone on the machine, in this place. */
const alone = (groupOrder: number) => ({
  ...patient,
  fileParallelism: false,
  maxWorkers: 1,
  sequence: { groupOrder },
});
// Real parts on a shared machine: one second try, and the run names who needed it (TOOL-23).
const staged = { retry: 1 };

/** One project for each kind of test; its files live in tests/<name>. */
const projects = [
  { name: 'unit', testTimeout: 20_000, ...shared, ...together },
  { name: 'static', ...minute, ...together },
  { name: 'component', environment: 'happy-dom', testTimeout: 20_000, ...together },
  { name: 'contract', ...shared, ...minute, ...hub, ...together },
  { name: 'convergence', ...patient, ...hub, ...together },
  { name: 'lab', ...staged, ...alone(1) },
  { name: 'e2e', ...staged, ...alone(2) },
  { name: 'bench', ...hub, ...alone(3), include: ['tests/bench/**/*.bench.ts'] },
];

export default defineConfig({
  test: {
    projects: projects.map(({ name, ...options }) => ({
      resolve: { alias },
      test: {
        name,
        environment: 'node',
        include: [`tests/${name}/**/*.test.{ts,tsx}`],
        pool: 'forks',
        ...options,
      },
    })),
  },
});
