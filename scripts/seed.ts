import { parseArgs } from 'node:util';
import { openDatabase } from '@api/db/database.ts';
import { startCluster } from '@api/db/embedded/cluster.ts';
import { migrate } from '@api/db/migrate.ts';
import { remedyFor } from '@api/failure-remedy.ts';
import { seedWhenEmpty } from '@api/seed/seed.ts';
import { hubDataFolder } from './launch/data-folder';
import { Lifetime } from './processes/lifetime';
import { ProgressBar } from './progress/progress-bar';
import { printFailure } from './progress/report';
import { StepError } from './progress/step-error';

// npm run seed [-- --customers N --seed N]: fills an empty database with the demo, ten interactions
// for each customer. DATABASE_URL says where; otherwise the embedded database of npm start.

const DEMO_SEED = 20_817;
const MOST = 1_000_000;
const USAGE = 'npm run seed -- --customers 100000 [--seed 7]';

type Wish = { readonly customers: number; readonly seed: number };

function readWish(words: string[]): Wish {
  const options = {
    customers: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(DEMO_SEED) },
  } as const;
  const numberFrom = (text: string, name: string): number => {
    const value = Number(text);
    if (Number.isInteger(value) && value > 0 && value <= MOST) return value;
    throw new StepError(`--${name} ${text} is not a whole number from 1 to ${MOST}`, USAGE);
  };
  try {
    const { values } = parseArgs({ args: words, options });
    return {
      customers: numberFrom(values.customers, 'customers'),
      seed: numberFrom(values.seed, 'seed'),
    };
  } catch (error) {
    if (error instanceof StepError) throw error;
    throw new StepError(error instanceof Error ? error.message : String(error), USAGE);
  }
}

/** Where the rows go, in words, and the address of it. */
async function openTarget(lifetime: Lifetime): Promise<{ place: string; url: string }> {
  const given = process.env['DATABASE_URL'];
  if (given) return { place: 'the database of DATABASE_URL', url: given };
  const dataDir = hubDataFolder();
  const cluster = await startCluster({ dataDir, log: () => undefined });
  lifetime.onEnd(cluster.stop);
  return { place: `the embedded database in ${dataDir}`, url: cluster.url };
}

async function seed(lifetime: Lifetime, wish: Wish): Promise<number> {
  const startedAt = performance.now();
  const { place, url } = await openTarget(lifetime);
  const database = openDatabase(url, () => undefined);
  lifetime.onEnd(database.close);
  await migrate(database.db);
  const bar = new ProgressBar(process.stdout);
  const isSeeded = await seedWhenEmpty(database, {
    ...wish,
    nowMs: Date.now(),
    progress: (text, done, total) => bar.show(text, done, total),
  });
  if (!isSeeded) {
    throw new StepError(
      `${place} holds data already; nothing was changed`,
      'seed an empty one: delete that folder, or name another by PARLANCE_DATA_DIR or DATABASE_URL',
    );
  }
  bar.end();
  const count = async (table: 'customers' | 'interactions'): Promise<number> => {
    const found = await database.db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow();
    return Number(found.count);
  };
  const rows = `${await count('customers')} customers and ${await count('interactions')} interactions`;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  process.stdout.write(`${place} holds ${rows} after ${seconds} s\n`);
  return 0;
}

async function main(): Promise<void> {
  const lifetime = new Lifetime();
  try {
    const wish = readWish(process.argv.slice(2));
    process.exit(await lifetime.run(() => seed(lifetime, wish)));
  } catch (error) {
    const isExplained = error instanceof StepError || !(error instanceof Error);
    printFailure(isExplained ? error : new StepError(error.message, remedyFor(error)));
    process.exit(1);
  }
}

void main();
