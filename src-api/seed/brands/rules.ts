/** What the brands of the demo promise and allow. */
import type { BrandRules, DelegationRule } from '@shared/domain/brand-rules/brand-rules.ts';

const weekdays = [1, 2, 3, 4, 5];
const openFrom = (days: readonly number[], fromHour: number, toHour: number) =>
  days.map((weekday) => ({ weekday, from: fromHour * 60, to: toHour * 60 }));

const rule = (
  kind: DelegationRule['kind'],
  audience: DelegationRule['audience'],
  [upToEuros, askUpToEuros]: readonly [number, number],
  roles: DelegationRule['roles'] = ['advisor', 'team-lead'],
): DelegationRule => ({
  kind,
  roles,
  audience,
  reasonCodes: [],
  upToCents: upToEuros * 100,
  askUpToCents: askUpToEuros * 100,
});

const paris = { zone: 'Europe/Paris', onHolidays: 'closed' } as const;

/** Each brand has its open page; what a message costs is invented. */
const knows = (brandId: string): BrandRules['knowledge'] => ({
  openPage: true,
  pageUrl: `https://aide.${brandId}.example`,
  emailCents: 1,
  smsCents: 6,
});

export const demoRules: Readonly<Record<string, BrandRules>> = {
  kerdoual: {
    hours: { ...paris, openings: [...openFrom(weekdays, 8, 20), ...openFrom([6], 9, 18)] },
    promises: [{ audience: 'vip', withinMinutes: 240, clock: 'open' }],
    escalateMinutes: 60,
    cards: [],
    knowledge: knows('kerdoual'),
    delegations: [
      rule('exchange', 'loyal', [0, 0]),
      rule('exchange', 'premium', [0, 0]),
      rule('gesture', 'anyone', [20, 60]),
      rule('gesture', 'vip', [120, 300]),
      rule('refund', 'premium', [0, 1500]),
      rule('refund', 'anyone', [0, 500], ['team-lead']),
    ],
  },
  solvenne: {
    hours: { ...paris, openings: openFrom([...weekdays, 6, 7], 0, 24), onHolidays: 'open' },
    promises: [{ audience: 'vip', withinMinutes: 240, clock: 'always' }],
    escalateMinutes: 60,
    cards: [],
    knowledge: knows('solvenne'),
    delegations: [rule('gesture', 'loyal', [30, 80]), rule('gesture', 'premium', [50, 120])],
  },
  lorvane: {
    hours: { ...paris, openings: openFrom(weekdays, 9, 19) },
    promises: [
      { audience: 'vip', withinMinutes: 240, clock: 'open' },
      { audience: 'premium', withinMinutes: 480, clock: 'open' },
    ],
    escalateMinutes: 90,
    cards: [],
    knowledge: knows('lorvane'),
    delegations: [rule('gesture', 'anyone', [15, 40]), rule('refund', 'vip', [80, 400])],
  },
};
