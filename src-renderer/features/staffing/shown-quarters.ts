/** The quarters of an hour in which anybody calls, is expected or works, whole hours of them. */
import type { ChartQuarter } from './needed-chart.tsx';

type Quarter = Pick<ChartQuarter, 'needed' | 'high' | 'planned'>;

const isAlive = ({ needed, high, planned = 0 }: Quarter): boolean =>
  needed > 0 || high > 0 || planned > 0;

export const shownQuarters = <Q extends Quarter>(quarters: readonly Q[]): readonly Q[] => {
  const first = quarters.findIndex(isAlive);
  if (first === -1) return [];
  const last = quarters.findLastIndex(isAlive);
  return quarters.slice(first - (first % 4), last - (last % 4) + 4);
};
