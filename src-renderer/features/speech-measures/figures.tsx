/** A rate or a mean with what it may be off by and its cases; from under a hundred cases nothing is said. */
import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import { leastCases, type Mean, type Rate } from '@shared/domain/script/measure/intervals.ts';
import styles from './speech-measures.module.css';

const css = styleNames(styles);

const TooFew = ({ n }: { readonly n: number }) => {
  const { t, language } = useText();
  return (
    <span className={css('few')}>
      {t('speechMeasures.tooFew')}{' '}
      <small>{t('speechMeasures.of', { n: formatNumber(n, language) })}</small>
    </span>
  );
};

export const RateFigure = ({ rate }: { readonly rate: Rate }) => {
  const { t, language } = useText();
  if (rate.rate === null || rate.n < leastCases) return <TooFew n={rate.n} />;
  const half = Math.max(1, Math.round(((rate.high - rate.low) / 2) * 100));
  return (
    <span className="figures">
      {t('speechMeasures.percent', { value: formatNumber(rate.rate * 100, language) })}{' '}
      <small>
        ±{half}{' '}
        <span className={css('cases')}>
          {t('speechMeasures.of', { n: formatNumber(rate.n, language) })}
        </span>
      </small>
    </span>
  );
};

export const MeanFigure = ({
  mean,
  unit = 'none',
  digits = 1,
}: {
  readonly mean: Mean;
  readonly unit?: 'none' | 'minutes' | 'seconds';
  readonly digits?: 0 | 1;
}) => {
  const { t, language } = useText();
  if (mean.mean === null || mean.n < leastCases) return <TooFew n={mean.n} />;
  const value = formatNumber(mean.mean, language, digits);
  return (
    <span className="figures">
      {unit === 'none' ? value : t(`speechMeasures.${unit}`, { value })}{' '}
      <small>±{formatNumber(mean.half, language, 1)}</small>
    </span>
  );
};
