import { add, closingLine, countReport, secondTries } from '@scripts/testing/tally';
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
    expect(closingLine(countReport({ testResults }, code))).toBe(line);
  });

  it('[TOOL-9] a run without a report has failed', () => {
    expect(closingLine(countReport(undefined, 0))).toBe('0 passed, 1 failed, 0 skipped');
  });
});

describe('[TOOL-19] a second try', () => {
  const test = (fullName: string, ...failureMessages: string[]) => ({
    status: 'passed',
    fullName,
    failureMessages,
  });
  const report = (...tests: object[]) =>
    countReport({ testResults: [{ status: 'passed', assertionResults: tests }] }, 0);

  it('[TOOL-19] counts as passed and is named with its first failure', () => {
    const tally = add(
      report(test('one that rings', 'Error: not in time\n    at there'), test('another')),
      report(test('a third', 'AssertionError: 1 is not 2')),
    );
    expect(closingLine(tally)).toBe('3 passed, 0 failed, 0 skipped');
    expect(secondTries(tally)).toBe(
      '\nPassed at the second try only:\n' +
        '- one that rings: Error: not in time\n- a third: AssertionError: 1 is not 2\n',
    );
  });

  it('[TOOL-19] nothing is said where every test passed at its first', () => {
    expect(secondTries(report(test('one'), test('another')))).toBe('');
  });
});
