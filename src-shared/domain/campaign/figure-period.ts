/** Days that figures are told of, both of them included, in Paris, where all of the house is. */
import { type LocalDate, localDateOf } from '../calendar/zoned-time.ts';

export const figurePeriods = ['today', 'week', 'thirty', 'month', 'own'] as const;
export type FigurePeriod = (typeof figurePeriods)[number];
export type Days = { readonly from: string; readonly to: string };

const dayMs = 86_400_000;
const zone = 'Europe/Paris';

const textOf = ({ year, month, day }: LocalDate): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
const before = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * dayMs).toISOString().slice(0, 10);

/** @param own her own days; what she typed the wrong way round is turned. */
export const daysOf = (period: FigurePeriod, nowMs: number, own: Days | null = null): Days => {
  const today = textOf(localDateOf(nowMs, zone));
  switch (period) {
    case 'today':
      return { from: today, to: today };
    case 'week':
      return { from: before(today, 6), to: today };
    case 'thirty':
      return { from: before(today, 29), to: today };
    case 'month':
      return { from: `${today.slice(0, 8)}01`, to: today };
    case 'own': {
      const { from, to } = own ?? daysOf('thirty', nowMs);
      return from <= to ? { from, to } : { from: to, to: from };
    }
  }
};
