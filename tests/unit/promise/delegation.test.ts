import { allowancesOf, judgeGrant } from '@shared/domain/delegation/delegation.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { heleneBundle } from '../../component/support/helene.ts';
import { kerdoualRules } from '../../support/kerdoual-rules.ts';

const [relation] = heleneBundle.customer.relations;
const advisor = { role: 'advisor' as const, relation, reasonCode: 'reclamation-livraison' };

it('[PROM-10] role, value and reason decide; the most generous rule counts', () => {
  expect(allowancesOf(kerdoualRules, advisor)).toEqual([
    { kind: 'gesture', upToCents: 12_000, askUpToCents: 30_000 },
    { kind: 'exchange', upToCents: 0, askUpToCents: 0 },
  ]);
  expect(allowancesOf(kerdoualRules, { ...advisor, reasonCode: null })[0]?.upToCents).toBe(2_000);
  expect(allowancesOf(kerdoualRules, { ...advisor, relation: undefined })).toEqual([
    { kind: 'gesture', upToCents: 2_000, askUpToCents: 5_000 },
  ]);
  expect(allowancesOf(kerdoualRules, { ...advisor, role: 'brand-manager' })).toEqual([]);
});

it('[PROM-11] within the limit granted, above it asked, beyond or without a rule refused', () => {
  const allowances = allowancesOf(kerdoualRules, advisor);
  const verdict = (kind: 'gesture' | 'refund' | 'exchange', amountCents: number) =>
    judgeGrant(allowances, { kind, amountCents });
  expect(verdict('gesture', 12_000)).toBe('granted');
  expect(verdict('gesture', 12_001)).toBe('to-ask');
  expect(verdict('gesture', 30_001)).toBe('refused');
  expect(verdict('gesture', 0)).toBe('refused');
  expect(verdict('refund', 1)).toBe('refused');
  expect(verdict('exchange', 0)).toBe('granted');
});

it('[PROM-11] more money is never judged more kindly', () => {
  const order = ['granted', 'to-ask', 'refused'];
  const amount = fc.integer({ min: 1, max: 40_000 });
  fc.assert(
    fc.property(amount, amount, (one, other) => {
      const allowances = allowancesOf(kerdoualRules, advisor);
      const of = (amountCents: number) =>
        order.indexOf(judgeGrant(allowances, { kind: 'gesture', amountCents }));
      expect(of(Math.min(one, other))).toBeLessThanOrEqual(of(Math.max(one, other)));
    }),
  );
});
