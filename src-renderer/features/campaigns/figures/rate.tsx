/** A share as a bar with its figure, and what it may be off by; of fewer than a hundred that they are too few. */
import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import { rateOf } from '@shared/domain/script/measure/intervals.ts';
import styles from './figures.module.css';

const css = styleNames(styles);
/** Fewer cases than this say nothing sure. */
const fewest = 100;

export type Share = { readonly part: number; readonly whole: number };

/** « ± 3 », in points; or that it rests on too few. */
export const useMargin = (): ((share: Share) => string) => {
  const { t, language } = useText();
  return ({ part, whole }) => {
    if (whole < fewest) return t('figures.tooFew');
    const { low, high } = rateOf(part, whole);
    return t('figures.margin', { points: formatNumber(50 * (high - low), language, 1) });
  };
};

export const Percent = ({ part, whole }: Share) => {
  const { t, language } = useText();
  if (whole === 0) return '–';
  const digits = part / whole < 0.1 ? 1 : 0;
  return t('common.percent', { value: formatNumber((100 * part) / whole, language, digits) });
};

/** The bar is of all of the calls or people that it is a share of. */
export const RateCell = ({ part, whole }: Share) => {
  const { language } = useText();
  const margin = useMargin();
  if (whole === 0) return <span className={css('none')}>–</span>;
  return (
    <span className={css('rate', whole < fewest && 'unsure')}>
      <span className={css('track')} aria-hidden="true">
        <i style={{ inlineSize: `${(100 * part) / whole}%` }} />
      </span>
      <b>
        <Percent part={part} whole={whole} />
      </b>
      <small>
        {formatNumber(part, language)} · {margin({ part, whole })}
      </small>
    </span>
  );
};
