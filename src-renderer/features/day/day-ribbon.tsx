/** Her day as a ribbon: heights and patterns tell the states apart, not colours alone. */
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import { formatHours } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { placeOnRibbon, ribbonHours, ribbonParts, spentByState } from './day-figures.ts';
import styles from './day-ribbon.module.css';

const css = styleNames(styles);
const shown = ['talking', 'wrap-up', 'ready', 'pause'] as const;

export const DayRibbon = () => {
  const { t } = useText();
  const day = useSlice('day');
  const now = useMinute();
  if (day === undefined) return null;
  const hours = ribbonHours(day, now);
  const spent = spentByState(day, now);
  const marks = Array.from({ length: hours[1] - hours[0] + 1 }, (_, at) => hours[0] + at);
  return (
    <figure className={css('figure')}>
      <figcaption className={css('legend')}>
        <span className={css('label')}>{t('day.mine')}</span>
        <i />
        {shown.map((state) => (
          <span key={state}>
            <i className={css('swatch', state)} />
            {t(`day.spent.${state}`, { time: formatHours(spent.get(state) ?? 0, t) })}
          </span>
        ))}
      </figcaption>
      <div className={css('ribbon')} aria-hidden="true">
        {ribbonParts(day, now, hours).map((part) => (
          <i
            key={part.from + part.state}
            className={css('part', part.state)}
            style={{ left: `${part.leftPercent}%`, width: `${part.widthPercent}%` }}
          />
        ))}
        <i className={css('now')} style={{ left: `${placeOnRibbon(now, now, hours)}%` }} />
      </div>
      <div className={css('hours')} aria-hidden="true">
        {marks.map((hour) => (
          <span key={hour}>{t('day.hour', { h: hour })}</span>
        ))}
      </div>
    </figure>
  );
};
