import { runVitest, type VitestRun } from './run-vitest';
import { add, afterSecondRun, type Count, NOTHING, type Tally } from './tally';

/** A run that has ended. */
export type Ended = { readonly run: VitestRun; readonly count: Count };

// More than these did not fail because the machine was busy.
const FILES_AT_MOST = 4;

/**
 * Runs each file in which something failed once more, alone on the machine, after everything else:
 * what failed only because others wanted the same seconds passes then, and is told all the same.
 * Whoever names the tests to run wants their first outcome.
 */
export async function runAgain(ended: readonly Ended[]): Promise<Tally> {
  let total = NOTHING;
  for (const { run, count } of ended) {
    const files = count.failedFiles;
    const isWorthIt = files.length > 0 && files.length <= FILES_AT_MOST;
    if (!isWorthIt || run.filters.length > 0) {
      total = add(total, count.tally);
      continue;
    }
    process.stdout.write(`\nOnce more, alone: ${files.join(', ')}\n`);
    const { share, ...whole } = run;
    total = add(total, afterSecondRun(count, await runVitest({ ...whole, filters: files })));
  }
  return total;
}
