/** Successes day by day: the middle, what holds nine times out of ten, and the target. */
import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CampaignForecast } from '@shared/domain/campaign/forecast.ts';
import styles from './plan.module.css';

const css = styleNames(styles);
const width = 640;
const height = 220;
const left = 44;
const bottom = 26;
const top = 16;

/** Round steps of the axis: 1, 2 or 5 times a power of ten, four of them at most. */
const stepOf = (most: number): number => {
  const rough = Math.max(most, 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find((one) => one * power >= rough) ?? 10;
  return Math.max(1, step * power);
};

export const Growth = ({
  forecast,
  target,
}: {
  readonly forecast: CampaignForecast;
  readonly target: number | null;
}) => {
  const { t, language } = useText();
  const { byDay, successes } = forecast;
  const most = Math.max(target ?? 0, byDay.at(-1)?.high ?? 0, 1);
  const x = (day: number): number =>
    left + ((width - left - 16) * (day + 1)) / Math.max(byDay.length, 1);
  const y = (value: number): number => height - bottom - ((height - bottom - top) * value) / most;
  const step = stepOf(most);
  const ticks = Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => at * step);
  const start = `${left},${y(0)}`;
  const line = (pick: (at: (typeof byDay)[number]) => number): string[] =>
    byDay.map((day, at) => `${x(at)},${y(pick(day))}`);
  const every = Math.max(1, Math.ceil(byDay.length / 8));
  const said = t('planning.simulation.drawing', {
    low: formatNumber(successes.low, language),
    high: formatNumber(successes.high, language),
    days: byDay.length,
  });
  return (
    <svg className={css('growth')} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={said}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={width - 8} y1={y(tick)} y2={y(tick)} />
          <text x={left - 8} y={y(tick) + 4} textAnchor="end">
            {formatNumber(tick, language)}
          </text>
        </g>
      ))}
      {byDay.map((_, at) =>
        at % every === every - 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a day has no name but its place
          <text key={at} x={x(at)} y={height - 8} textAnchor="middle">
            {at + 1}
          </text>
        ) : null,
      )}
      <polygon
        points={[start, ...line(({ low }) => low), ...line(({ high }) => high).reverse()].join(' ')}
      />
      <polyline points={[start, ...line(({ middle }) => middle)].join(' ')} />
      {target === null ? null : (
        <g className={css('aim')}>
          <line x1={left} x2={width - 8} y1={y(target)} y2={y(target)} />
          <text x={left + 6} y={y(target) - 5}>
            {t('planning.simulation.aim', { target: formatNumber(target, language) })}
          </text>
        </g>
      )}
      {byDay.length === 0 ? null : (
        <circle cx={x(byDay.length - 1)} cy={y(successes.middle)} r={5} />
      )}
    </svg>
  );
};
