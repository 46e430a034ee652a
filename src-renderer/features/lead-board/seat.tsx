/** One advisor: name, brand, state and its time; the bar below is the time against its threshold. */
import { formatTimer } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { BrandMark } from '@renderer/ui/parts/brand-mark.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { attentionOf, usedShare } from '@shared/domain/lead-board/attention.ts';
import { type Seat, seatStateOf } from '@shared/domain/lead-board/seat.ts';
import type { Thresholds } from '@shared/domain/lead-board/thresholds.ts';
import { memo } from 'react';
import styles from './seat.module.css';
import { seatIcons, seatWords } from './seat-words.ts';

const css = styleNames(styles);

type SeatProps = {
  readonly seat: Seat;
  readonly thresholds: Thresholds;
  /** Milliseconds since the epoch, on the whole second. */
  readonly now: number;
  readonly chosen: 'chosen' | 'other';
  readonly onChoose: (userId: string) => void;
};

const badge = (seat: Seat): 'hand' | 'alert' | 'cloud-off' | 'crown' | null => {
  if (seat.now?.hand != null) return 'hand';
  if (seat.stuck !== null) return 'alert';
  if (seat.unheardSince !== null && seatStateOf(seat).state !== 'offline') return 'cloud-off';
  return seat.value === 'vip' ? 'crown' : null;
};

export const SeatTile = memo(({ seat, thresholds, now, chosen, onChoose }: SeatProps) => {
  const { t } = useText();
  const brands = useBrands();
  const { state, since } = seatStateOf(seat);
  const need = attentionOf(seat, thresholds, now);
  const share = usedShare(seat, thresholds, now);
  const brandId = seat.now?.call?.brandId ?? null;
  const mark = badge(seat);
  const isWanted = need !== null && need.because !== 'unheard';
  const isUnheard = seat.unheardSince !== null && state !== 'offline';
  return (
    <button
      type="button"
      id={`seat-${seat.userId}`}
      role="option"
      aria-selected={chosen === 'chosen'}
      tabIndex={-1}
      className={css('seat', state, isWanted && 'wanted', isUnheard && 'unheard')}
      onClick={() => onChoose(seat.userId)}
    >
      <span className={css('first')}>
        <b>{seat.name}</b>
        {brandId === null ? null : (
          <BrandMark brand={brands.find(({ id }) => id === brandId)} size="small" />
        )}
      </span>
      <span className={css('second')}>
        <Icon name={seatIcons[state]} size={16} />
        <span>{seatWords(seat, t)}</span>
        <em>
          {mark === null ? null : (
            <span role="img" aria-label={t(`board.badge.${mark}`)}>
              <Icon name={mark} size={16} />
            </span>
          )}
          {since === null ? '–' : formatTimer(now - Date.parse(since))}
        </em>
      </span>
      {share === null ? null : (
        <i style={{ width: `${Math.min(100, share * 100)}%` }} aria-hidden="true" />
      )}
    </button>
  );
});
