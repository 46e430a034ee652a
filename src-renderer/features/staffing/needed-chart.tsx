/** Advisors that each quarter of an hour needs: what it came to, then what is told, with its interval. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { StaffingQuarter } from '@shared/contracts/http/staffing.ts';
import styles from './forecast.module.css';
import { scaleTo, stepBand, stepLine } from './step-path.ts';

const css = styleNames(styles);
const line = { vectorEffect: 'non-scaling-stroke' as const, fill: 'none' };

/** Hours, as far apart as there is room for them. */
const hoursOf = (quarters: readonly StaffingQuarter[]) => {
  const every = quarters.length > 64 ? 8 : 4;
  return quarters.flatMap(({ from }, at) =>
    at % every === 0 ? [{ at, hour: Number(from.slice(0, 2)) }] : [],
  );
};

export const NeededChart = ({ quarters }: { readonly quarters: readonly StaffingQuarter[] }) => {
  const { t } = useText();
  const over = quarters.filter(({ came }) => came !== null).length;
  const { top, lines } = scaleTo(Math.max(1, ...quarters.map(({ neededHigh }) => neededHigh)));
  const scale = { count: quarters.length, top };
  const rest = quarters.slice(over);
  const share = (at: number) => `${(100 * at) / quarters.length}%`;
  const left = (level: number) => `${100 - (100 * level) / top}%`;
  const isToday = over > 0 && over < quarters.length;
  const next = quarters[over];
  return (
    <figure className={css('chart')}>
      <figcaption>
        <span className={css('was')}>{t('forecast.was')}</span>
        <span className={css('told')}>{t('forecast.told')}</span>
        <span className={css('band')}>{t('forecast.interval')}</span>
      </figcaption>
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
          <path
            className={css('interval')}
            d={stepBand(
              rest.map(({ neededLow }) => neededLow),
              rest.map(({ neededHigh }) => neededHigh),
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
        </svg>
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
