/** Who of those who wait was put ahead, and why; nobody is named. */
import { formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Icon, type IconName } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { BoardQueue } from '@shared/contracts/live/board.ts';
import type { ArrivalWhy } from '@shared/domain/distribution/arrival.ts';
import styles from './queue-table.module.css';

const css = styleNames(styles);

const icons: { readonly [by in ArrivalWhy['by']]: IconName } = {
  vip: 'crown',
  deadline: 'clock',
  'last-advisor': 'phone',
};

/** So many stand in the table; it is said how many more there are. */
const shownAtOnce = 2;

export const QueuePreferred = ({
  preferred,
  now,
}: {
  readonly preferred: BoardQueue['preferred'];
  readonly now: number;
}) => {
  const { t, language } = useText();
  const lines = preferred.flatMap(({ position, why }) => {
    const words = why.flatMap((one) => {
      if (one.by === 'vip') return t('board.ahead.vip');
      const at = Date.parse(one.by === 'deadline' ? one.dueAt : one.until);
      const time = formatTime(at, language);
      if (one.by === 'deadline')
        return t(`board.ahead.${at < now ? 'late' : 'deadline'}`, { time });
      return at < now ? [] : t('board.ahead.lastAdvisor');
    });
    const icon = icons[why[0]?.by ?? 'vip'];
    return words.length === 0 ? [] : [{ position, icon, words: words.join(', ') }];
  });
  if (lines.length === 0) return null;
  const more = lines.length - shownAtOnce;
  return (
    <small className={css('ahead')}>
      {lines.slice(0, shownAtOnce).map(({ position, icon, words }) => (
        <span key={position}>
          <Icon name={icon} size={14} />
          {t('board.ahead.line', { place: position, words })}
        </span>
      ))}
      {more > 0 ? <span>{t('board.ahead.more', { count: more })}</span> : null}
    </small>
  );
};
