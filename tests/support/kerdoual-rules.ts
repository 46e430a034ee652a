/** The rules of one brand, for tests: open on weekdays, Saturday morning, closed on holidays. */
import type { BrandRules } from '@shared/domain/brand-rules/brand-rules.ts';

const weekday = (day: number) => [
  { weekday: day, from: 9 * 60, to: 12 * 60 + 30 },
  { weekday: day, from: 14 * 60, to: 19 * 60 },
];

export const kerdoualRules: BrandRules & { readonly brandId: string } = {
  brandId: 'kerdoual',
  hours: {
    zone: 'Europe/Paris',
    openings: [...[1, 2, 3, 4, 5].flatMap(weekday), { weekday: 6, from: 9 * 60, to: 12 * 60 }],
    onHolidays: 'closed',
  },
  promises: [
    { audience: 'vip', withinMinutes: 240, clock: 'open' },
    { audience: 'anyone', withinMinutes: 2880, clock: 'always' },
  ],
  escalateMinutes: 60,
  cards: [],
  delegations: [
    {
      kind: 'gesture',
      roles: ['advisor', 'team-lead'],
      audience: 'anyone',
      reasonCodes: [],
      upToCents: 2_000,
      askUpToCents: 5_000,
    },
    {
      kind: 'gesture',
      roles: ['advisor'],
      audience: 'vip',
      reasonCodes: ['reclamation-livraison'],
      upToCents: 12_000,
      askUpToCents: 30_000,
    },
    {
      kind: 'exchange',
      roles: ['advisor'],
      audience: 'premium',
      reasonCodes: [],
      upToCents: 0,
      askUpToCents: 0,
    },
  ],
};
