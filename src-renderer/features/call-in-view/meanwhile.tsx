/** « Pendant ce temps »: what goes on at the floor while she is in one call. */
import { useSecond } from '@renderer/platform/clock/use-now.ts';
import { formatTimer } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import type { ShownBoard } from '@renderer/platform/lead-board/use-lead-board.ts';
import { useServices } from '@renderer/platform/store/services.tsx';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Seat } from '@shared/domain/lead-board/seat.ts';
import { usualThresholds } from '@shared/domain/lead-board/thresholds.ts';
import styles from './call-in-view.module.css';

const css = styleNames(styles);

export const Meanwhile = ({ board, seat }: { readonly board: ShownBoard; readonly seat: Seat }) => {
  const { t } = useText();
  const { screen } = useServices();
  const second = useSecond();
  const brands = useBrands();
  const now = board.isStale ? (board.trueAt ?? second) : second;
  const { waitS } = board.thresholds[seat.teamId] ?? usualThresholds;
  const isKnown = board.sources?.switch === 'ready';
  const late = board.queues.flatMap((queue) => {
    const waitMs = queue.longestSince === null ? 0 : now - Date.parse(queue.longestSince);
    return queue.waiting > 0 && waitMs >= waitS * 1000 ? [{ queue, waitMs }] : [];
  });
  const hands = [...board.seats.values()].filter(
    ({ userId, now: desk }) => userId !== seat.userId && desk?.hand != null,
  );
  return (
    <section className={css('meanwhile')} aria-label={t('inView.meanwhile')}>
      <h3>{t('inView.meanwhile')}</h3>
      {isKnown && !board.isStale ? (
        late.map(({ queue, waitMs }) => (
          <p key={queue.name} className={css('late')}>
            <Icon name="alert" size={18} />
            {t('inView.queue', {
              queue: [queue.label, brands.find(({ id }) => id === queue.brandId)?.name]
                .filter(Boolean)
                .join(' '),
              count: queue.waiting,
              time: formatTimer(waitMs),
            })}
          </p>
        ))
      ) : (
        <p>
          <Icon name="cloud-off" size={18} />
          {t('inView.queuesUnknown')}
        </p>
      )}
      {isKnown && !board.isStale && late.length === 0 ? (
        <p>
          <Icon name="check" size={18} />
          {t('inView.noQueue')}
        </p>
      ) : null}
      {hands.map(({ userId, name, now: desk }) => (
        <button
          key={userId}
          type="button"
          onClick={() => screen.setState({ seenAdvisorId: userId })}
        >
          <Icon name="hand" size={18} />
          <span>
            {t('inView.otherHand', { name })}
            {desk?.hand == null || desk.hand.words === '' ? null : (
              <small>{`« ${desk.hand.words} »`}</small>
            )}
          </span>
        </button>
      ))}
      {hands.length === 0 ? (
        <p>
          <Icon name="hand" size={18} />
          {t('inView.noHand')}
        </p>
      ) : null}
    </section>
  );
};
