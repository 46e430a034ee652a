/** The same as figures: each quarter of an hour with what was expected, what came, and whom it needs. */
import { formatNumber, formatTimer } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { StaffingQuarter } from '@shared/contracts/http/staffing.ts';
import styles from './forecast.module.css';

const css = styleNames(styles);
/** A quarter in which less than half a call is expected has none. */
const round = (calls: number): number => Math.round(calls);

export const QuartersTable = ({ quarters }: { readonly quarters: readonly StaffingQuarter[] }) => {
  const { t, language } = useText();
  const number = (value: number) => formatNumber(value, language);
  return (
    <table className={css('rows')}>
      <caption>{t('forecast.byQuarter')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('forecast.column.from')}</th>
          <th scope="col">{t('forecast.column.expected')}</th>
          <th scope="col">{t('forecast.column.calls')}</th>
          <th scope="col">{t('forecast.column.handling')}</th>
          <th scope="col">{t('forecast.column.needed')}</th>
        </tr>
      </thead>
      <tbody>
        {quarters.map((one) => {
          const isTold = one.came === null;
          return (
            <tr key={one.from} className={css(isTold && 'ahead')}>
              <th scope="row">{one.from}</th>
              <td>{number(round(one.expected))}</td>
              <td>
                {number(round(one.calls))}
                {isTold ? (
                  <small>
                    {t('forecast.range', { low: number(one.low), high: number(one.high) })}
                  </small>
                ) : null}
              </td>
              <td>{formatTimer(one.handlingSeconds * 1000)}</td>
              <td>
                <b>{number(one.needed)}</b>
                {isTold ? (
                  <small>
                    {t('forecast.range', {
                      low: number(one.neededLow),
                      high: number(one.neededHigh),
                    })}
                  </small>
                ) : null}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
