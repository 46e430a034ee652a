import {
  firstHelpPolicy,
  helpPolicySchema,
  isShownTo,
  mayHelpIn,
} from '@shared/domain/team-help/policy.ts';
import { expect, it } from 'vitest';

it.each([
  ['always', { listen: true, whisper: true, barge: true }],
  ['whisper-and-barge', { listen: false, whisper: true, barge: true }],
  ['never', { listen: false, whisper: false, barge: true }],
] as const)('[HELP-10] with the sign %s the advisor is shown', (sign, shown) => {
  const policy = { ...firstHelpPolicy, sign };
  const ways = ['listen', 'whisper', 'barge'] as const;
  expect(Object.fromEntries(ways.map((way) => [way, isShownTo(policy, way)]))).toEqual(shown);
});

it('[HELP-11] showing nothing takes words', () => {
  const never = { ...firstHelpPolicy, sign: 'never' };
  expect(helpPolicySchema.safeParse({ ...never, informed: '  ' }).success).toBe(false);
  expect(helpPolicySchema.safeParse({ ...never, informed: 'Note du 3 mars' }).success).toBe(true);
  expect(helpPolicySchema.safeParse(firstHelpPolicy).success).toBe(true);
});

it.each([
  ['of a brand of hers', 'kerdoual', [], true],
  ['of a brand that is not hers', 'lorvane', [], false],
  ['of a brand that forbids it', 'kerdoual', ['kerdoual'], false],
  ['of an unknown brand, where all allow it', null, [], true],
  ['of an unknown brand, where one forbids it', null, ['solvenne'], false],
] as const)('[HELP-12] a call %s', (_what, brandId, closedBrandIds, may) => {
  const policy = { ...firstHelpPolicy, closedBrandIds: [...closedBrandIds] };
  const call = { brandId, advisorBrandIds: ['kerdoual', 'solvenne'] };
  expect(mayHelpIn(policy, call, new Set(['kerdoual', 'solvenne']))).toBe(may);
});
