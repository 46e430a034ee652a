import { add, afterSecondRun, closingLine, countReport, troubles } from '@scripts/testing/tally';
import { describe, expect, it } from 'vitest';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((word) => ({ status: word })),
});

describe('[TOOL-9] the closing line', () => {
  it.each([
    ['every test', [file('passed', 'passed', 'passed')], 0, '2 passed, 0 failed, 0 skipped'],
    [
      'skipped and open tests',
      [file('passed', 'skipped', 'todo')],
      0,
      '0 passed, 0 failed, 2 skipped',
    ],
    ['a failed test', [file('failed', 'passed', 'failed')], 1, '1 passed, 1 failed, 0 skipped'],
    ['a file that broke', [file('failed')], 1, '0 passed, 1 failed, 0 skipped'],
    ['an error outside the tests', [file('passed', 'passed')], 1, '1 passed, 1 failed, 0 skipped'],
  ])('[TOOL-9] counts %s', (_, testResults, code, line) => {
    expect(closingLine(countReport({ testResults }, code).tally)).toBe(line);
  });

  it('[TOOL-9] a run without a report has failed', () => {
    expect(closingLine(countReport(undefined, 0).tally)).toBe('0 passed, 1 failed, 0 skipped');
  });
});

describe('[TOOL-19] a second try', () => {
  const test = (fullName: string, ...failureMessages: string[]) => ({
    status: 'passed',
    fullName,
    failureMessages,
  });
  const report = (...tests: object[]) =>
    countReport({ testResults: [{ status: 'passed', assertionResults: tests }] }, 0).tally;

  it('[TOOL-19] counts as passed and is named with its first failure', () => {
    const tally = add(
      report(test('one that rings', 'Error: not in time\n    at there'), test('another')),
      report(test('a third', 'AssertionError: 1 is not 2')),
    );
    expect(closingLine(tally)).toBe('3 passed, 0 failed, 0 skipped');
    expect(troubles(tally)).toBe(
      '\nPassed at a second try only:\n' +
        '- one that rings: Error: not in time\n- a third: AssertionError: 1 is not 2\n',
    );
  });

  it('[TOOL-19] nothing is said where every test passed at its first', () => {
    expect(troubles(report(test('one'), test('another')))).toBe('');
  });
});

describe('[TOOL-24] a file that failed', () => {
  const of = (name: string, ...tests: [status: string, fullName: string, ...why: string[]][]) => ({
    name,
    status: tests.some(([status]) => status === 'failed') ? 'failed' : 'passed',
    assertionResults: tests.map(([status, fullName, ...failureMessages]) => ({
      status,
      fullName,
      failureMessages,
    })),
  });
  const late = of(
    'late.ts',
    ['passed', 'two'],
    ['failed', 'three', 'Error: late\n at x', 'Error: later'],
  );
  const first = countReport({ testResults: [of('good.ts', ['passed', 'one']), late] }, 1);

  it('[TOOL-24] is named for a second run, and the others are settled', () => {
    expect(first.failedFiles).toEqual(['late.ts']);
    expect(closingLine(first.settled)).toBe('1 passed, 0 failed, 0 skipped');
  });

  it('[TOOL-24] counts as its second run ended, and what failed at first is told', () => {
    const second = countReport(
      { testResults: [of('late.ts', ['passed', 'two'], ['passed', 'three'])] },
      0,
    );
    const tally = afterSecondRun(first, second);
    expect(closingLine(tally)).toBe('3 passed, 0 failed, 0 skipped');
    expect(troubles(tally)).toContain('- late.ts\n  three: Error: late | Error: later');
  });

  it('[TOOL-24] [TOOL-25] that fails again has failed, and stands at the end with its reason', () => {
    const tally = afterSecondRun(first, countReport({ testResults: [late] }, 1));
    expect(closingLine(tally)).toBe('2 passed, 1 failed, 0 skipped');
    expect(troubles(tally)).toBe('\nFailed:\n- late.ts\n  three: Error: late | Error: later\n');
  });

  it('[TOOL-24] a second run that left no report has failed', () => {
    expect(afterSecondRun(first, countReport(undefined, 1)).failed).toBe(1);
  });

  it('[TOOL-25] a file that broke before its first test is named with its reason', () => {
    const broken = { name: 'x.ts', status: 'failed', message: 'no such module\n at y' };
    const { tally } = countReport({ testResults: [{ ...broken, assertionResults: [] }] }, 1);
    expect(troubles(tally)).toBe('\nFailed:\n- x.ts: no such module\n');
  });
});
