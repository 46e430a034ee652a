/** Called against control: what the calls themselves do, with the interval that it may be off by. */

import { Sheet } from '@renderer/platform/asked/loaded.tsx';
import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CampaignFigures, FigureRate } from '@shared/contracts/http/campaign-figures.ts';
import { Interval, usePoints } from './interval.tsx';
import styles from './live.module.css';
import { useShares } from './use-shares.ts';

const css = styleNames(styles);
type Difference = CampaignFigures['arms']['difference'];

const Arm = ({
  name,
  rate,
  difference,
}: {
  readonly name: 'called' | 'control';
  readonly rate: FigureRate;
  readonly difference: Difference;
}) => {
  const { t, language } = useText();
  const { share } = useShares();
  const points = usePoints();
  return (
    <tr>
      <th scope="row">
        <b>{t(`planning.arms.${name}`)}</b> <small>{t(`planning.arms.${name}What`)}</small>
      </th>
      <td>{formatNumber(rate.of, language)}</td>
      <td>{share(rate.count, rate.of, 1)}</td>
      <td>{difference === null ? null : <Interval difference={difference} />}</td>
      <td>{difference === null ? '' : points(difference)}</td>
    </tr>
  );
};

export const ArmsSheet = ({ arms }: Pick<CampaignFigures, 'arms'>) => {
  const { t } = useText();
  const { called, control, difference } = arms;
  const verdict =
    control.of === 0
      ? 'noControl'
      : difference === null
        ? 'nobodyCalled'
        : difference.low > 0
          ? 'more'
          : difference.high < 0
            ? 'less'
            : 'unsure';
  return (
    <Sheet look="wide" title={t('planning.arms.title')} beside={t('planning.arms.what')}>
      <table className={css('arms')} aria-label={t('planning.arms.title')}>
        <thead>
          <tr>
            <th scope="col">{t('planning.arms.arm')}</th>
            <th scope="col">{t('planning.arms.people')}</th>
            <th scope="col">{t('planning.arms.ordered')}</th>
            <th scope="col" colSpan={2}>
              {t('planning.arms.difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          <Arm name="called" rate={called} difference={difference} />
          <Arm name="control" rate={control} difference={null} />
        </tbody>
      </table>
      <p className={css('told')}>{t(`planning.arms.verdict.${verdict}`)}</p>
    </Sheet>
  );
};
