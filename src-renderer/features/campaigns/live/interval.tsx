/** A difference of shares with what it may be off by, drawn around zero. */
import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import styles from './live.module.css';

const css = styleNames(styles);
export type Shown = { readonly value: number; readonly low: number; readonly high: number };

export type Scale = { readonly from: number; readonly to: number };

/** From two points below zero to twelve above, or as far as the intervals go, in hundredths. */
export const scaleOf = (differences: readonly Shown[]): Scale => ({
  from: Math.min(-0.02, ...differences.map(({ low }) => low)),
  to: Math.max(0.12, ...differences.map(({ high }) => high)),
});

const place = ({ from, to }: Scale, value: number): string =>
  `${(100 * (value - from)) / (to - from)}%`;

const steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5];
const mostTicks = 8;

/** Over the intervals of a table: whole points, so many that they can be read. */
export const Axis = ({ scale }: { readonly scale: Scale }) => {
  const { language } = useText();
  const step = steps.find((one) => (scale.to - scale.from) / one <= mostTicks) ?? 1;
  const first = Math.ceil(scale.from / step);
  const count = Math.floor(scale.to / step) - first + 1;
  return (
    <span className={css('axis')} aria-hidden="true">
      {Array.from({ length: count }, (_, at) => (first + at) * step).map((value) => (
        <i key={value} style={{ insetInlineStart: place(scale, value) }}>
          {value < 0 ? '−' : value > 0 ? '+' : ''}
          {formatNumber(Math.abs(100 * value), language)}
        </i>
      ))}
    </span>
  );
};

export const Interval = ({
  difference,
  scale = scaleOf([difference]),
  paysFrom = null,
}: {
  readonly difference: Shown;
  /** Of a table, so that its intervals can be compared. */
  readonly scale?: Scale;
  /** The difference from which on it pays. */
  readonly paysFrom?: number | null;
}) => {
  const { from, to } = scale;
  const at = (value: number): string => place(scale, value);
  const sure = difference.low > 0 || difference.high < 0;
  return (
    <span className={css('interval', sure && 'sure')} aria-hidden="true">
      <i style={{ insetInlineStart: at(0) }} />
      {paysFrom === null || paysFrom < from || paysFrom > to ? null : (
        <u style={{ insetInlineStart: at(paysFrom) }} />
      )}
      <b
        style={{
          insetInlineStart: at(difference.low),
          insetInlineEnd: `calc(100% - ${at(difference.high)})`,
        }}
      />
      <em style={{ insetInlineStart: at(difference.value) }} />
    </span>
  );
};

/** « +7,1 pts de +4,6 à +9,6 » */
export const usePoints = (): ((difference: Shown) => string) => {
  const { t, language } = useText();
  const points = (value: number): string => {
    const said = formatNumber(Math.abs(100 * value), language, 1);
    return `${value < 0 ? '−' : '+'}${said}`;
  };
  return ({ value, low, high }) =>
    t('planning.arms.points', { value: points(value), low: points(low), high: points(high) });
};
