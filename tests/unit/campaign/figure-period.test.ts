import { daysOf } from '@shared/domain/campaign/figure-period.ts';
import { expect, it } from 'vitest';

/** In Paris it is the 1st of March already. */
const justAfterMidnight = Date.parse('2026-02-28T23:30:00Z');

it('[FIG-7] periods are days of Paris, both of them included, and her own may be typed the wrong way round', () => {
  const of = (period: Parameters<typeof daysOf>[0]) => daysOf(period, justAfterMidnight);
  expect(of('today')).toEqual({ from: '2026-03-01', to: '2026-03-01' });
  expect(of('week')).toEqual({ from: '2026-02-23', to: '2026-03-01' });
  expect(of('thirty')).toEqual({ from: '2026-01-31', to: '2026-03-01' });
  expect(of('month')).toEqual({ from: '2026-03-01', to: '2026-03-01' });
  expect(of('own')).toEqual(of('thirty'));
  const turned = { from: '2026-02-10', to: '2026-01-05' };
  expect(daysOf('own', justAfterMidnight, turned)).toEqual({
    from: '2026-01-05',
    to: '2026-02-10',
  });
});
