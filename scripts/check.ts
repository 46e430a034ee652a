import { writeFileSync } from 'node:fs';
import { allChecks } from './checks/all-checks';
import { type Check, type CheckOutcome, describeFinding } from './checks/finding';

// npm run check [-- --only PART] [--report FILE]: one line for each check, its findings below it.

type Verdict = { readonly name: string; readonly passed: boolean };

/** A check that breaks has failed; the other checks still run. */
function toOutcome(error: unknown): CheckOutcome {
  const message = 'the check itself broke';
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { findings: [{ file: 'scripts/check.ts', line: 1, message }], details };
}

async function runCheck({ name, run }: Check): Promise<Verdict> {
  const start = performance.now();
  const { findings, details, note } = await run().catch(toOutcome);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const passed = findings.length === 0;
  const remark = note === undefined ? '' : ` (${note})`;
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${name.padEnd(22)} ${seconds.padStart(5)} s${remark}`);
  if (details === undefined) for (const finding of findings) console.log(describeFinding(finding));
  else console.log(details);
  return { name, passed };
}

function optionValue(option: string): string | undefined {
  const at = process.argv.indexOf(option);
  return at === -1 ? undefined : process.argv[at + 1];
}

async function main(): Promise<void> {
  const part = optionValue('--only') ?? '';
  const report = optionValue('--report');
  const verdicts: Verdict[] = [];
  for (const check of allChecks().filter(({ name }) => name.includes(part))) {
    verdicts.push(await runCheck(check));
  }
  if (report !== undefined) writeFileSync(report, JSON.stringify(verdicts));
  const failed = verdicts.filter(({ passed }) => !passed).length;
  console.log(`${verdicts.length - failed} checks passed, ${failed} failed`);
  process.exitCode = failed === 0 && verdicts.length > 0 ? 0 : 1;
}

void main();
