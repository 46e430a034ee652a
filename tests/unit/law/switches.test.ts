import { judgeCall } from '@shared/domain/law/judge-call.ts';
import { ruleIds } from '@shared/domain/law/rule.ts';
import { switchedOffAt } from '@shared/domain/law/switches.ts';
import { expect, it } from 'vitest';
import { sampleBundle } from '../../support/desk/samples.ts';

const noon = Date.parse('2026-11-24T11:00:00.000Z');
const at = (ms: number): string => new Date(ms).toISOString();

it('[LAW-10] a rule is off until its end and not a moment longer; what is unknown is in force', () => {
  const lawSwitches = [
    { rule: 'pressure', until: at(noon) },
    { rule: 'hours', until: at(noon + 1) },
    { rule: 'no-such-rule', until: at(noon + 1) },
  ];
  expect([...switchedOffAt({ lawSwitches }, noon - 1)]).toEqual(['pressure', 'hours']);
  expect([...switchedOffAt({ lawSwitches }, noon)]).toEqual(['hours']);
  expect([...switchedOffAt({ lawSwitches }, noon + 1)]).toEqual([]);
  expect([...switchedOffAt({ lawSwitchedOff: ['consent', 'odd'] }, noon)]).toEqual(['consent']);
  expect([...switchedOffAt({}, noon)]).toEqual([]);
});

it('[LAW-19] names the rules that were off and would have refused, and those alone', () => {
  const call = {
    person: sampleBundle(),
    brand: { id: 'kerdoual', name: 'Maison Kerdoual' },
    purpose: 'commercial' as const,
    presented: '+33298000001',
    calledNumber: null,
    refusalCodes: new Set<string>(),
    opposingCodes: new Set<string>(),
    nowMs: noon,
  };
  const strict = judgeCall(call as never, new Set());
  expect(strict).toMatchObject({ decision: { allowed: false, rule: 'consent' }, waived: [] });
  const loose = judgeCall(call as never, new Set(ruleIds));
  expect(loose).toMatchObject({ decision: { allowed: true }, waived: ['consent'] });
  const other = judgeCall(call as never, new Set(['pressure']));
  expect(other).toMatchObject({ decision: { allowed: false, rule: 'consent' }, waived: [] });
});
