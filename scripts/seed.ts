/**
 * `npm run seed -- --customers 100000`: fills an empty database with the demo, ten interactions for
 * each customer. DATABASE_URL says where; otherwise the embedded database of PARLANCE_DATA_DIR.
 */
import { parseArgs } from 'node:util';
import { openDatabase } from '@api/db/database.ts';
import { startCluster } from '@api/db/embedded/cluster.ts';
import { migrate } from '@api/db/migrate.ts';
import { seedWhenEmpty } from '@api/seed/seed.ts';

const barWidth = 40;
const demoSeed = 20_817;

const bar = (text: string, done: number, total: number): void => {
  const full = total === 0 ? barWidth : Math.round((done / total) * barWidth);
  const line = `${'█'.repeat(full)}${'░'.repeat(barWidth - full)} ${done}/${total} ${text}`;
  process.stdout.write(process.stdout.isTTY ? `\r${line}\u001b[K` : `${line}\n`);
};

const numberFrom = (text: string, name: string): number => {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0 && value <= 1_000_000) return value;
  throw new Error(`--${name} is a whole number from 1 to 1000000`);
};

const run = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      customers: { type: 'string', default: '2000' },
      seed: { type: 'string', default: String(demoSeed) },
    },
  });
  const given = process.env['DATABASE_URL'];
  const dataDir = process.env['PARLANCE_DATA_DIR'] ?? '.parlance-data';
  const cluster = given ? null : await startCluster({ dataDir, log: () => undefined });
  const database = openDatabase(given ?? cluster?.url ?? '', () => undefined);
  const startedMs = Date.now();
  try {
    await migrate(database.db);
    const seeded = await seedWhenEmpty(database, {
      customers: numberFrom(values.customers, 'customers'),
      seed: numberFrom(values.seed, 'seed'),
      nowMs: Date.now(),
      progress: bar,
    });
    const seconds = Math.round((Date.now() - startedMs) / 1000);
    process.stdout.write(
      seeded
        ? `\nseeded in ${seconds} s\n`
        : 'there is data already: seed an empty database, or delete its folder\n',
    );
    if (!seeded) process.exitCode = 1;
  } finally {
    await database.close();
    await cluster?.stop();
  }
};

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
