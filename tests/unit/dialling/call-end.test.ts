import { causeOf } from '@api/pbx/end-cause.ts';
import { endedAs } from '@shared/domain/dialling/call-end.ts';
import { todayFrom } from '@shared/domain/dialling/limits.ts';
import { expect, it } from 'vitest';

const rang = { isAnswered: false, isGiven: false, isTaken: false };
const waited = { ...rang, isAnswered: true };
const given = { ...waited, isGiven: true };
const talked = { ...given, isTaken: true };

it.each([
  ['busy', rang, 'busy', 'busy'],
  ['no answer', rang, 'no-answer', 'no-answer'],
  ['put down at once', rang, 'hung-up', 'no-answer'],
  ['an unknown number', rang, 'unknown-number', 'wrong-number'],
  ['a fault of the network', rang, 'failed', 'failed'],
  ['a call that the switch lost', rang, 'lost', 'failed'],
  ['a machine', rang, 'machine', 'machine'],
  ['somebody for whom nobody was there', waited, 'abandoned', 'abandoned'],
  ['somebody who did not wait for an advisor that she had not', waited, 'hung-up', 'abandoned'],
  ['somebody whose end nobody heard', waited, 'lost', 'abandoned'],
  ['somebody whose advisor did not take the call', given, 'abandoned', 'abandoned'],
  ['somebody who hung up while her advisor took the call', given, 'hung-up', 'no-answer'],
  ['a call whose end nobody heard while it was taken', given, 'lost', 'abandoned'],
  ['a talk', talked, 'hung-up', 'reached'],
  ['a talk that broke', talked, 'failed', 'reached'],
] as const)('[DIAL-5] %s', (_what, soFar, end, result) => {
  expect(endedAs(soFar, end).result).toBe(result);
});

it.each([
  ['17', 'busy'],
  ['21', 'busy'],
  ['19', 'no-answer'],
  ['0', 'no-answer'],
  ['1', 'unknown-number'],
  ['28', 'unknown-number'],
  ['16', 'hung-up'],
  ['34', 'failed'],
  ['', 'no-answer'],
  ['what', 'failed'],
] as const)('[DIAL-5] cause %s of the network is %s', (code, cause) => {
  expect(causeOf(code)).toBe(cause);
});

it('[DIAL-12] a day of abandoned calls begins at midnight of the metropole, in summer and in winter', () => {
  expect(todayFrom(Date.parse('2026-07-01T21:59:00Z'))).toBe('2026-06-30T22:00:00.000Z');
  expect(todayFrom(Date.parse('2026-07-01T22:00:00Z'))).toBe('2026-07-01T22:00:00.000Z');
  expect(todayFrom(Date.parse('2026-12-01T00:00:00Z'))).toBe('2026-11-30T23:00:00.000Z');
});
