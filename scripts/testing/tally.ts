import { z } from 'zod';

/** How many tests ended how. */
export type Tally = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** The tests that passed at a later try, each with the first line of what failed before. */
  readonly retried: readonly string[];
  /** What failed to the end, each with where and why. */
  readonly failures: readonly string[];
};

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0, retried: [], failures: [] };

/** The part of vitest's JSON report that is counted. */
const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string().default(''),
      status: z.string(),
      message: z.string().default(''),
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
type FileResult = z.infer<typeof reportSchema>['testResults'][number];

/** A run of vitest, counted: what is settled, and apart from it the files in which something failed. */
export type Count = {
  readonly tally: Tally;
  /** Their paths, to be run again. Empty where the run failed as a whole. */
  readonly failedFiles: readonly string[];
  /** The tally of everything outside those files. */
  readonly settled: Tally;
};

/** The sum of two tallies. */
export const add = (one: Tally, other: Tally): Tally => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
  retried: [...one.retried, ...other.retried],
  failures: [...one.failures, ...other.failures],
});

const firstLine = (text: string): string => text.trim().split('\n', 1)[0] ?? '';

function countFile({ name, status, message, assertionResults }: FileResult): Tally {
  const good = assertionResults.filter((test) => test.status === 'passed');
  const bad = assertionResults.filter((test) => test.status === 'failed');
  const broken = status === 'failed' && bad.length === 0 ? [firstLine(message)] : [];
  return {
    passed: good.length,
    failed: bad.length + broken.length,
    skipped: assertionResults.length - good.length - bad.length,
    // A failure that a passed test has left is the one of its first try.
    retried: good.flatMap(({ fullName, failureMessages: [first] }) =>
      first === undefined ? [] : [`${fullName.trim()}: ${firstLine(first)}`],
    ),
    failures: [
      ...bad.map(
        ({ fullName, failureMessages }) =>
          `${name}\n  ${fullName.trim()}: ${failureMessages.map(firstLine).join(' | ')}`,
      ),
      ...broken.map((line) => `${name}: ${line}`),
    ],
  };
}

/** A run that ended badly as a whole: one failure, with no file to blame. */
const wholeRun = (tally: Tally, why: string): Count => {
  const failed = add(tally, { ...NOTHING, failed: 1, failures: [why] });
  return { tally: failed, failedFiles: [], settled: failed };
};

/**
 * Counts a JSON report of vitest. A file that broke before its first test counts as one failure,
 * and so does a run that ended badly although no test failed (an error outside the tests), or one
 * that left no readable report.
 */
export function countReport(report: unknown, exitCode: number): Count {
  const parsed = reportSchema.safeParse(report);
  if (!parsed.success) return wholeRun(NOTHING, 'the run left no report');
  const counted = parsed.data.testResults.map((file) => ({ file, tally: countFile(file) }));
  const sum = (some: typeof counted) => some.reduce((tally, one) => add(tally, one.tally), NOTHING);
  const tally = sum(counted);
  if (exitCode !== 0 && tally.failed === 0) return wholeRun(tally, 'an error outside the tests');
  const bad = counted.filter((one) => one.tally.failed > 0);
  return {
    tally,
    failedFiles: bad.map(({ file }) => file.name),
    settled: sum(counted.filter((one) => !bad.includes(one))),
  };
}

/** Of the files that were run again their second outcome counts; what failed at first is still told. */
export const afterSecondRun = (first: Count, second: Count): Tally => {
  const failedAtFirst = second.tally.failed === 0 ? first.tally.failures : [];
  return add(add(first.settled, second.tally), { ...NOTHING, retried: failedAtFirst });
};

const listed = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : ['', title, ...lines.map((line) => `- ${line}`), ''].join('\n');

/** What passed at a later try only, and what failed: a line or two each; empty where all passed at once. */
export const troubles = ({ retried, failures }: Tally): string =>
  listed('Passed at a second try only:', retried) + listed('Failed:', failures);

/** The one line that a run ends with. */
export const closingLine = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
