/** Advisors that each quarter of an hour needs: what it came to, then what is told, with its interval. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import styles from './forecast.module.css';
import { scaleTo, stepBand, stepLine } from './step-path.ts';

const css = styleNames(styles);
const line = { vectorEffect: 'non-scaling-stroke' as const, fill: 'none' };

export type ChartQuarter = {
  /** `08:15` */
  readonly from: string;
  readonly over: boolean;
  readonly needed: number;
  readonly low: number;
  readonly high: number;
  /** Where somebody is planned. */
  readonly planned?: number;
  readonly missing?: number;
};

type Gap = { readonly from: number; readonly to: number; readonly missing: number };

/** Stretches to come in which somebody is missing. */
const gapsOf = (quarters: readonly ChartQuarter[]): readonly Gap[] => {
  const gaps: Gap[] = [];
  for (const [at, { over, missing = 0 }] of quarters.entries()) {
    if (over || missing === 0) continue;
    const last = gaps.at(-1);
    if (last?.to === at)
      gaps[gaps.length - 1] = { ...last, to: at + 1, missing: Math.max(last.missing, missing) };
    else gaps.push({ from: at, to: at + 1, missing });
  }
  return gaps;
};

/** Hours, as far apart as there is room for them. */
const hoursOf = (quarters: readonly ChartQuarter[]) => {
  const every = quarters.length > 64 ? 8 : 4;
  return quarters.flatMap(({ from }, at) =>
    at % every === 0 ? [{ at, hour: Number(from.slice(0, 2)) }] : [],
  );
};

const Caption = ({ planned }: { readonly planned: 'shown' | 'none' }) => {
  const { t } = useText();
  return (
    <figcaption>
      <span className={css('was')}>{t('forecast.was')}</span>
      <span className={css('told')}>{t('forecast.told')}</span>
      <span className={css('band')}>{t('forecast.interval')}</span>
      {planned === 'none' ? null : <span className={css('plan')}>{t('schedules.planned')}</span>}
    </figcaption>
  );
};

type Gaps = { readonly gaps: readonly Gap[]; readonly count: number };

const GapAreas = ({ gaps, count }: Gaps) =>
  gaps.map(({ from, to }) => (
    <rect
      key={from}
      className={css('gap')}
      x={(1000 * from) / count}
      width={(1000 * (to - from)) / count}
      y="0"
      height="1000"
    />
  ));

/** Narrow ones say the number alone. */
const wideQuarters = 4;

const GapNumbers = ({ gaps, count }: Gaps) => {
  const { t } = useText();
  return gaps.map(({ from, to, missing }) => (
    <b
      key={from}
      className={css('missing')}
      style={{ insetInlineStart: `${(100 * from) / count}%` }}
    >
      {to - from < wideQuarters && gaps.length > 1
        ? missing
        : t('schedules.missing', { count: missing })}
    </b>
  ));
};

export const NeededChart = ({ quarters }: { readonly quarters: readonly ChartQuarter[] }) => {
  const { t } = useText();
  const over = quarters.filter((one) => one.over).length;
  const planned = quarters.flatMap((one) => one.planned ?? []);
  const gaps = gapsOf(quarters);
  const { top, lines } = scaleTo(Math.max(1, ...planned, ...quarters.map(({ high }) => high)));
  const scale = { count: quarters.length, top };
  const rest = quarters.slice(over);
  const share = (at: number) => `${(100 * at) / quarters.length}%`;
  const left = (level: number) => `${100 - (100 * level) / top}%`;
  const isToday = over > 0 && over < quarters.length;
  const next = quarters[over];
  return (
    <figure className={css('chart')}>
      <Caption planned={planned.length > 0 ? 'shown' : 'none'} />
      <div className={css('plot')} aria-hidden="true">
        {lines.map((level) => (
          <span key={level} className={css('level')} style={{ insetBlockStart: left(level) }}>
            {level}
          </span>
        ))}
        <svg viewBox="0 0 1000 1000" preserveAspectRatio="none">
          <title>{t('forecast.needed')}</title>
          {lines.map((level) => {
            const height = 1000 - (1000 * level) / top;
            return (
              <path
                key={level}
                className={css('grid')}
                d={`M0 ${height}L1000 ${height}`}
                {...line}
              />
            );
          })}
          <GapAreas gaps={gaps} count={quarters.length} />
          <path
            className={css('interval')}
            d={stepBand(
              rest.map(({ low }) => low),
              rest.map(({ high }) => high),
              over,
              scale,
            )}
          />
          <path
            className={css('line')}
            d={stepLine(
              quarters.slice(0, over).map(({ needed }) => needed),
              0,
              scale,
            )}
            {...line}
          />
          <path
            className={css('line', 'dashed')}
            d={stepLine(
              rest.map(({ needed }) => needed),
              over,
              scale,
            )}
            {...line}
          />
          <path className={css('line', 'planned')} d={stepLine(planned, 0, scale)} {...line} />
        </svg>
        <GapNumbers gaps={gaps} count={quarters.length} />
        {isToday ? (
          <span className={css('now')} style={{ insetInlineStart: share(over) }}>
            {next?.from}
          </span>
        ) : null}
        {hoursOf(quarters).map(({ at, hour }) => (
          <span key={at} className={css('hour')} style={{ insetInlineStart: share(at) }}>
            {t('forecast.hour', { hour })}
          </span>
        ))}
      </div>
    </figure>
  );
};
