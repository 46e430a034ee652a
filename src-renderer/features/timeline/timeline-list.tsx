/** The rows, whole while they are few, virtual beyond fifty: five thousand scroll like ten. */
import { formatDay, formatDelay, formatMonth } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, type ReactNode, type Ref, useRef } from 'react';
import { type CurrentCall, CurrentEntry } from './current-entry.tsx';
import { Entry } from './entry.tsx';
import styles from './timeline.module.css';
import type { DayHead, TimelineRow } from './timeline-rows.ts';

const css = styleNames(styles);
const wholeUpTo = 50;

const HeadWords = ({ head }: { readonly head: DayHead }) => {
  const { t, language } = useText();
  if (head.kind === 'today' || head.kind === 'yesterday') return <>{t(`thread.${head.kind}`)}</>;
  const words =
    head.kind === 'day'
      ? formatDay(head.at, language)
      : formatMonth(head.at, language, head.kind === 'month' ? 'no-year' : 'year');
  return <>{words.charAt(0).toUpperCase() + words.slice(1)}</>;
};

type RowProps = {
  /** Milliseconds since the epoch, on the whole minute. */
  readonly now: number;
  readonly row: TimelineRow;
  readonly brandId: string;
  readonly current: CurrentCall | null;
};

const Row = memo(({ row, brandId, current, now }: RowProps) => {
  const { t } = useText();
  if (row.type === 'current') return current === null ? null : <CurrentEntry current={current} />;
  if (row.type === 'entry') return <Entry row={row} now={now} brandId={brandId} />;
  if (row.type === 'head')
    return (
      <h3 className={css('day')}>
        <HeadWords head={row.head} />
      </h3>
    );
  return (
    <p className={css('break')}>
      <Icon name="break" size={18} />
      {t('thread.break', {
        from: t(`channel.${row.from}`).toLowerCase(),
        to: t(`channel.${row.to}`).toLowerCase(),
        time: formatDelay(row.afterMs, t),
      })}
    </p>
  );
});

/** A scrolled region is reached by the keyboard (WCAG 2.1.1). */
const Scroller = ({
  ref,
  height,
  children,
}: {
  readonly ref?: Ref<HTMLDivElement>;
  readonly height: 'full' | 'short';
  readonly children: ReactNode;
}) => {
  const { t } = useText();
  return (
    <section
      ref={ref}
      className={css('scroller', height)}
      aria-label={t('thread.entries')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keys
      tabIndex={0}
    >
      {children}
    </section>
  );
};

const estimates = { head: 34, current: 64, entry: 78, break: 45 } as const;

type ListProps = Omit<RowProps, 'row'> & { readonly rows: readonly TimelineRow[] };

const VirtualRows = ({ rows, ...rest }: ListProps) => {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => estimates[rows[at]?.type ?? 'entry'],
    getItemKey: (at) => rows[at]?.key ?? at,
    overscan: 8,
  });
  return (
    <Scroller ref={scroller} height="full">
      <div className={css('runway')} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return row === undefined ? null : (
            <div
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              className={css('placed')}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <Row row={row} {...rest} />
            </div>
          );
        })}
      </div>
    </Scroller>
  );
};

export const TimelineList = ({ rows, ...rest }: ListProps) => {
  if (rows.length > wholeUpTo) return <VirtualRows rows={rows} {...rest} />;
  return (
    <Scroller height={rows.some((row) => row.type === 'entry') ? 'full' : 'short'}>
      {rows.map((row) => (
        <Row key={row.key} row={row} {...rest} />
      ))}
    </Scroller>
  );
};
