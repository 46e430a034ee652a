import { buildIfChanged } from './build/build-if-changed';
import { startApi } from './launch/api-process';
import { hubDataFolder } from './launch/data-folder';
import { Lifetime } from './processes/lifetime';
import { printFailure, Steps } from './progress/report';
import { StepError } from './progress/step-error';
import { inProject } from './project-root';

// npm run seed [-- --customers 100000]: fills the hub's database (DATABASE_URL, or the embedded one
// in PARLANCE_DATA_DIR) with demo data. Only an empty database is filled.

const DEFAULT_CUSTOMERS = 2_000;

function wantedCustomers(words: readonly string[]): number {
  const at = words.indexOf('--customers');
  const count = at === -1 ? DEFAULT_CUSTOMERS : Number(words[at + 1]);
  if (Number.isInteger(count) && count > 0) return count;
  throw new StepError('--customers wants a whole number', 'npm run seed -- --customers 100000');
}

async function seed(lifetime: Lifetime): Promise<number> {
  const customers = wantedCustomers(process.argv.slice(2));
  const steps = new Steps(2);
  await steps.run('Build', buildIfChanged);
  await steps.run(`Demo data of ${customers} customers`, async (report) => {
    const env = {
      ...process.env,
      PARLANCE_API_PORT: '0',
      PARLANCE_DATA_DIR: hubDataFolder(),
      PARLANCE_SEED_CUSTOMERS: String(customers),
    };
    const api = await startApi({ env, logFile: inProject('.cache', 'seed.log'), report });
    lifetime.onEnd(api.stop);
  });
  return 0;
}

async function main(): Promise<void> {
  const lifetime = new Lifetime();
  try {
    process.exit(await lifetime.run(() => seed(lifetime)));
  } catch (error) {
    printFailure(error);
    process.exit(1);
  }
}

void main();
