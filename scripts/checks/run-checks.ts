import type { Tally } from '../testing/tally';
import { allChecks } from './all-checks';
import { type Check, type CheckOutcome, describeFinding } from './finding';

/** A check that breaks has failed; the other checks still run. */
function toOutcome(error: unknown): CheckOutcome {
  const message = 'the check itself broke';
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { findings: [{ file: 'scripts/check.ts', line: 1, message }], details };
}

async function runCheck({ name, run }: Check): Promise<boolean> {
  const start = performance.now();
  const { findings, details, note } = await run().catch(toOutcome);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const passed = findings.length === 0;
  const remark = note === undefined ? '' : ` (${note})`;
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${name.padEnd(22)} ${seconds.padStart(5)} s${remark}`);
  if (details === undefined) for (const finding of findings) console.log(describeFinding(finding));
  else console.log(details);
  return passed;
}

/** Runs every check whose name contains `part`, one printed line each, and counts them. */
export async function runChecks(part: string): Promise<Tally> {
  let passed = 0;
  const failures: string[] = [];
  for (const check of allChecks().filter(({ name }) => name.includes(part))) {
    if (await runCheck(check)) passed += 1;
    else failures.push(`the check « ${check.name} »: see above`);
  }
  return { passed, failed: failures.length, skipped: 0, retried: [], failures };
}
