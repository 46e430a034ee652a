import { runChecks } from './checks/run-checks';

// npm run check [-- PART]: one line for each check, its findings below it; PART is part of a name.

async function main(): Promise<void> {
  const { passed, failed } = await runChecks(process.argv[2] ?? '');
  console.log(`${passed} checks passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

void main();
