import { z } from 'zod';

/** How many tests ended how. */
export type Tally = { readonly passed: number; readonly failed: number; readonly skipped: number };

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };

/** The part of vitest's JSON report that is counted. */
const reportSchema = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

/** The sum of two tallies. */
export const add = (one: Tally, other: Tally): Tally => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
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
    const passed = assertionResults.filter((test) => test.status === 'passed').length;
    const failed = assertionResults.filter((test) => test.status === 'failed').length;
    const skipped = assertionResults.length - passed - failed;
    const broken = status === 'failed' && failed === 0 ? 1 : 0;
    tally = add(tally, { passed, failed: failed + broken, skipped });
  }
  const isUnexplained = exitCode !== 0 && tally.failed === 0;
  return isUnexplained ? { ...tally, failed: 1 } : tally;
}

/** The one line that a run ends with. */
export const closingLine = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
