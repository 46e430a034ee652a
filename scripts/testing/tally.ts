import { z } from 'zod';

/** How many tests ended how. */
export type Tally = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** The tests that passed at their second try, each with the first line of what failed before. */
  readonly retried: readonly string[];
};

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0, retried: [] };

/** The part of vitest's JSON report that is counted. */
const reportSchema = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string().default(''),
          failureMessages: z.array(z.string()).default([]),
        }),
      ),
    }),
  ),
});

/** The sum of two tallies. */
export const add = (one: Tally, other: Tally): Tally => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
  retried: [...one.retried, ...other.retried],
});

/**
 * Counts a JSON report of vitest. A file that broke before its first test counts as one failure,
 * and so does a run that ended badly although no test failed (an error outside the tests), or one
 * that left no readable report.
 */
export function countReport(report: unknown, exitCode: number): Tally {
  const parsed = reportSchema.safeParse(report);
  if (!parsed.success) return { ...NOTHING, failed: 1 };
  let tally = NOTHING;
  for (const { status, assertionResults } of parsed.data.testResults) {
    const good = assertionResults.filter((test) => test.status === 'passed');
    const passed = good.length;
    const failed = assertionResults.filter((test) => test.status === 'failed').length;
    const skipped = assertionResults.length - passed - failed;
    const broken = status === 'failed' && failed === 0 ? 1 : 0;
    // A failure that a passed test has left is the one of its first try.
    const retried = good.flatMap(({ fullName, failureMessages: [first] }) =>
      first === undefined ? [] : [`${fullName.trim()}: ${first.split('\n', 1)[0]}`],
    );
    tally = add(tally, { passed, failed: failed + broken, skipped, retried });
  }
  const isUnexplained = exitCode !== 0 && tally.failed === 0;
  return isUnexplained ? { ...tally, failed: 1 } : tally;
}

/** What passed at the second try only, a line each; empty where everything passed at its first. */
export const secondTries = ({ retried }: Tally): string =>
  retried.length === 0
    ? ''
    : ['', 'Passed at the second try only:', ...retried.map((line) => `- ${line}`), ''].join('\n');

/** The one line that a run ends with. */
export const closingLine = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
