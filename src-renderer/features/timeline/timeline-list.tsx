/** The rows, whole while they are few, virtual beyond fifty: five thousand scroll like ten. */
import { formatDay, formatDelay, formatMonth } from '@renderer/platform/i18n/format-time.ts';
import { useText, type Words } from '@renderer/platform/i18n/use-text.ts';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Brand } from '@shared/domain/brand/brand.ts';
import { memo, type ReactNode, type Ref } from 'react';
import { type CurrentCall, CurrentEntry } from './current-entry.tsx';
import { Entry, type Reply } from './entry.tsx';
import styles from './timeline.module.css';
import type { DayHead, TimelineRow } from './timeline-rows.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

const css = styleNames(styles);
const wholeUpTo = 50;

const HeadWords = ({
  head,
  words: { t, language },
}: {
  readonly head: DayHead;
  readonly words: Words;
}) => {
  if (head.kind === 'today' || head.kind === 'yesterday') return <>{t(`thread.${head.kind}`)}</>;
  const text =
    head.kind === 'day'
      ? formatDay(head.at, language)
      : formatMonth(head.at, language, head.kind === 'month' ? 'no-year' : 'year');
  return <>{text.charAt(0).toUpperCase() + text.slice(1)}</>;
};

type ListProps = {
  readonly rows: readonly TimelineRow[];
  /** Milliseconds since the epoch, on the whole minute. */
  readonly now: number;
  readonly brandId: string;
  readonly current: CurrentCall | null;
  readonly onReply?: Reply | undefined;
};
type RowProps = Omit<ListProps, 'rows' | 'brandId'> & {
  readonly row: TimelineRow;
  /** Found once by the list, not by each of ten thousand rows. */
  readonly words: Words;
  /** Of the exchange, where it is not the brand that the call is for. */
  readonly brand: Brand | null | undefined;
};

const Row = memo(({ row, brand, current, now, words, onReply }: RowProps) => {
  const { t } = words;
  if (row.type === 'current') return current === null ? null : <CurrentEntry current={current} />;
  if (row.type === 'entry')
    return <Entry row={row} now={now} brand={brand} words={words} onReply={onReply} />;
  if (row.type === 'head')
    return (
      <h3 className={css('day')}>
        <HeadWords head={row.head} words={words} />
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
    <>
      <section
        ref={ref}
        className={css('scroller', height)}
        aria-label={t('thread.entries')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keys
        tabIndex={0}
      >
        {children}
      </section>
      {height === 'full' ? <span className={css('veil')} /> : null}
    </>
  );
};

/** What every row is drawn with. */
const useDrawing = ({ now, brandId, current, onReply }: Omit<ListProps, 'rows'>) => {
  const words = useText();
  const brands = useBrands();
  return (row: TimelineRow) => {
    const own = row.type === 'entry' ? row.interaction.brandId : brandId;
    const brand = own === brandId ? undefined : (brands.find(({ id }) => id === own) ?? null);
    return (
      <Row
        key={row.key}
        row={row}
        now={now}
        brand={brand}
        current={current}
        words={words}
        onReply={onReply}
      />
    );
  };
};

/** Only the rows near what is seen stand in the page, one below the other, as a block that moves. */
const VirtualRows = ({ rows, ...rest }: ListProps) => {
  const { scroller, height, offset, shown } = useVirtualRows(rows);
  const draw = useDrawing(rest);
  return (
    <Scroller ref={scroller} height="full">
      <div className={css('runway')} style={{ height }}>
        <div style={{ transform: `translateY(${offset}px)` }}>
          {shown.map(({ row, index, measure }) => (
            <div key={row.key} ref={measure} data-index={index} className={css('placed')}>
              {draw(row)}
            </div>
          ))}
        </div>
      </div>
    </Scroller>
  );
};

export const TimelineList = ({ rows, ...rest }: ListProps) => {
  const draw = useDrawing(rest);
  if (rows.length > wholeUpTo) return <VirtualRows rows={rows} {...rest} />;
  return (
    <Scroller height={rows.some((row) => row.type === 'entry') ? 'full' : 'short'}>
      {rows.map(draw)}
    </Scroller>
  );
};
