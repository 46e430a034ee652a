/** The day in one line each: calls, advisors at the busiest moment, and how sure it is. */
import { formatNumber, formatTimer } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { StaffingDay } from '@shared/contracts/http/staffing.ts';
import styles from './forecast.module.css';

const css = styleNames(styles);

/** The moment that needs most advisors; null where nobody calls. */
const busiestOf = ({ quarters }: StaffingDay) =>
  quarters.reduce<StaffingDay['quarters'][number] | null>(
    (most, one) => (one.needed > (most?.needed ?? 0) ? one : most),
    null,
  );

const handlingOf = ({ quarters }: StaffingDay): number => {
  const calls = quarters.reduce((sum, one) => sum + one.calls, 0);
  const seconds = quarters.reduce((sum, one) => sum + one.calls * one.handlingSeconds, 0);
  return calls === 0 ? 0 : seconds / calls;
};

export const DaySummary = ({ told }: { readonly told: StaffingDay }) => {
  const { t, language } = useText();
  const number = (value: number) => formatNumber(Math.round(value), language);
  const { total, error, goal } = told;
  const busiest = busiestOf(told);
  if (total === null) return null;
  const parts = [
    {
      id: 'calls',
      value: number(total.calls),
      more: t('forecast.range', { low: number(total.low), high: number(total.high) }),
    },
    {
      id: 'busiest',
      value: number(busiest?.needed ?? 0),
      more: busiest === null ? '' : t('forecast.at', { time: busiest.from }),
    },
    {
      id: 'handling',
      value: formatTimer(handlingOf(told) * 1000),
      more: t(goal.patienceSeconds === null ? 'forecast.erlangC' : 'forecast.erlangA'),
    },
    {
      id: 'error',
      value: error === null ? '–' : t('forecast.percent', { percent: number(error * 100) }),
      more: t('forecast.errorMeans'),
    },
    {
      id: 'written',
      value: number(total.fromWritten),
      more: t('forecast.writtenMeans'),
    },
  ];
  return (
    <dl className={css('summary')}>
      {parts.map(({ id, value, more }) => (
        <div key={id}>
          <dt>{t(`forecast.summary.${id}`)}</dt>
          <dd>
            <b>{value}</b>
            <small>{more}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
};
