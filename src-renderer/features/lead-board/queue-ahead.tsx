/** What a queue needs beside who serves it, and two hours back and two ahead as bars. */
import { formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { QueueForecast } from '@shared/contracts/http/queue-forecasts.ts';
import styles from './queue-ahead.module.css';

const css = styleNames(styles);

type Quarter = QueueForecast['quarters'][number];

/** The quarter ahead that needs most, the running one among them; null: nothing is told. */
export const mostNeeded = (quarters: readonly Quarter[]): (Quarter & { needed: number }) | null =>
  quarters.reduce<(Quarter & { needed: number }) | null>(
    (most, one) =>
      one.needed !== null && one.needed > (most?.needed ?? -1)
        ? { ...one, needed: one.needed }
        : most,
    null,
  );

/** An advisor who serves two queues is needed in each: together they need no more than this. */
export const sumOfQuarters = (forecasts: readonly QueueForecast[]): Quarter[] => {
  const sums = new Map<string, Quarter>();
  for (const one of forecasts.flatMap(({ quarters }) => quarters)) {
    const before = sums.get(one.from);
    const needed = one.needed === null ? null : (before?.needed ?? 0) + one.needed;
    sums.set(one.from, { ...one, calls: (before?.calls ?? 0) + one.calls, needed });
  }
  return [...sums.values()].sort((a, b) => a.from.localeCompare(b.from));
};

const runningOf = (quarters: readonly Quarter[]): Quarter | undefined =>
  quarters.find(({ isOver }) => !isOver);

/** « 9 / 8 »: who serves it now, and how many the running quarter needs. */
export const StaffedAndNeeded = ({
  staffed,
  quarters,
}: {
  /** Null: the switch says nothing. */
  readonly staffed: number | null;
  readonly quarters: readonly Quarter[];
}) => {
  const { t } = useText();
  const needed = runningOf(quarters)?.needed;
  if (needed == null) return <>{staffed ?? '–'}</>;
  const isShort = staffed !== null && staffed < needed;
  return (
    <span className={css(isShort && 'short')} title={t('board.ahead.neededNow', { count: needed })}>
      {staffed ?? '–'} / {needed}
    </span>
  );
};

export const QueueAhead = ({
  staffed,
  quarters,
}: {
  readonly staffed: number | null;
  readonly quarters: readonly Quarter[];
}) => {
  const { t, language } = useText();
  const highest = Math.max(1, ...quarters.map(({ calls }) => calls));
  const most = mostNeeded(quarters);
  if (most === null) return <span className={css('none')}>{t('board.ahead.unknown')}</span>;
  const words = t('board.ahead.words', {
    count: Math.round(quarters.reduce((sum, one) => sum + (one.isOver ? 0 : one.calls), 0)),
    needed: most.needed,
    time: formatTime(most.from, language),
  });
  return (
    <span className={css('bars')} role="img" aria-label={words} title={words}>
      {quarters.map(({ from, calls, isOver, needed }) => (
        <i
          key={from}
          className={css(
            isOver ? 'over' : 'ahead',
            needed !== null && staffed !== null && needed > staffed && 'short',
          )}
          style={{ blockSize: `${Math.max(8, (calls / highest) * 100)}%` }}
        />
      ))}
    </span>
  );
};
