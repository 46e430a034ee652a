/** The last hour as one band of her states. */
import { formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { SeatContext } from '@shared/contracts/http/seat-context.ts';
import styles from './board.module.css';

const css = styleNames(styles);
const hourMs = 3_600_000;

export const LastHour = ({
  hour,
  now,
}: {
  readonly hour: SeatContext['hour'];
  readonly now: number;
}) => {
  const { t, language } = useText();
  if (hour.length === 0) return null;
  const from = now - hourMs;
  const words = `${formatTime(from, language)} – ${formatTime(now, language)}`;
  const pieces = hour.map(({ state, from: since }, at) => ({
    state,
    start: Math.max(from, Date.parse(since)),
    end: Math.min(now, Date.parse(hour[at + 1]?.from ?? new Date(now).toISOString())),
  }));
  return (
    <section aria-label={t('board.lastHour')}>
      <h3>
        {t('board.lastHour')} <small>{words}</small>
      </h3>
      <div className={css('band')} role="img" aria-label={words}>
        {pieces
          .filter(({ start, end }) => end > start)
          .map(({ state, start, end }) => (
            <i
              key={start}
              className={css('piece', `is-${state}`)}
              title={t(`state.${state}`)}
              style={{
                left: `${((start - from) / hourMs) * 100}%`,
                width: `${((end - start) / hourMs) * 100}%`,
              }}
            />
          ))}
      </div>
    </section>
  );
};
