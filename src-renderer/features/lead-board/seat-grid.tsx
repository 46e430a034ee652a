/** The seats in rows, whole while they are few, virtual beyond: two thousand scroll like forty. */
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Seat } from '@shared/domain/lead-board/seat.ts';
import type { Thresholds } from '@shared/domain/lead-board/thresholds.ts';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import styles from './board.module.css';
import { SeatTile } from './seat.tsx';
import { useColumns } from './use-columns.ts';

const css = styleNames(styles);
const rowPx = 63;
const narrowestPx = 178;
const wholeUpTo = 120;
/** What a turn of the wheel shows is drawn with the next frame, not in the middle of the turn. */
const smooth = { estimateSize: () => rowPx, overscan: 2, useFlushSync: false } as const;

export const SeatGrid = ({
  seats,
  thresholdsOf,
  now,
  chosenId,
  onChoose,
  label,
}: {
  readonly seats: readonly Seat[];
  readonly thresholdsOf: (teamId: string) => Thresholds;
  readonly now: number;
  readonly chosenId: string | null;
  readonly onChoose: (userId: string) => void;
  readonly label: string;
}) => {
  const scroller = useRef<HTMLDivElement>(null);
  const columns = useColumns(scroller, narrowestPx);
  const virtual = useVirtualizer({
    count: Math.ceil(seats.length / columns),
    getScrollElement: () => scroller.current,
    ...smooth,
  });
  const rows =
    seats.length > wholeUpTo
      ? virtual.getVirtualItems()
      : Array.from({ length: Math.ceil(seats.length / columns) }, (_, index) => ({
          index,
          start: index * rowPx,
        }));
  const at = seats.findIndex(({ userId }) => userId === chosenId);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(Math.floor(at / columns));
  }, [at, columns, virtual]);
  const move = (by: number) => {
    const next = at < 0 ? 0 : Math.min(seats.length - 1, Math.max(0, at + by));
    const seat = seats[next];
    if (seat !== undefined) onChoose(seat.userId);
  };
  useKeys([
    { key: 'ArrowLeft', whileTyping: 'rests', act: () => move(-1) },
    { key: 'ArrowRight', whileTyping: 'rests', act: () => move(1) },
    { key: 'ArrowUp', whileTyping: 'rests', act: () => move(-columns) },
    { key: 'ArrowDown', whileTyping: 'rests', act: () => move(columns) },
  ]);
  return (
    <div
      ref={scroller}
      className={css('seats')}
      role="listbox"
      aria-label={label}
      aria-activedescendant={at < 0 ? undefined : `seat-${chosenId}`}
      tabIndex={0}
    >
      <div style={{ blockSize: virtual.getTotalSize(), position: 'relative' }} role="presentation">
        {rows.map(({ index, start }) => (
          <div
            key={index}
            role="presentation"
            className={css('row')}
            style={{
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
              transform: `translateY(${start}px)`,
            }}
          >
            {seats.slice(index * columns, (index + 1) * columns).map((seat) => (
              <SeatTile
                key={seat.userId}
                seat={seat}
                thresholds={thresholdsOf(seat.teamId)}
                now={now}
                chosen={seat.userId === chosenId ? 'chosen' : 'other'}
                onChoose={onChoose}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
};
