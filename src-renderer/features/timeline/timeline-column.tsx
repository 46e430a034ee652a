/** One thread over all channels: the call in progress on top, then everything, newest first. */
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import { formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import { type ReactNode, useMemo, useState } from 'react';
import type { CurrentCall } from './current-entry.tsx';
import type { Reply } from './entry.tsx';
import styles from './timeline.module.css';
import { BrandAndPeriod, ChannelFilters } from './timeline-filters.tsx';
import { TimelineList } from './timeline-list.tsx';
import { type CurrentExchange, channelsOf, everything, timelineRows } from './timeline-rows.ts';

const css = styleNames(styles);

const noExchange: readonly Interaction[] = [];
const channelButtons = 5;

/** The call in progress; a keystroke in its notes changes the work item, but not this. */
const useCurrent = (work: WorkItem | null): CurrentCall | null => {
  const { phase, direction, startedAt, calledLabel, brandId } = work ?? {};
  return useMemo(
    () =>
      phase === undefined ||
      direction === undefined ||
      startedAt === undefined ||
      brandId === undefined
        ? null
        : { phase, direction, startedAt, calledLabel: calledLabel ?? null, brandId },
    [phase, direction, startedAt, calledLabel, brandId],
  );
};

const midnightOf = (moment: number): number => new Date(moment).setHours(0, 0, 0, 0);

/** The call in progress as an exchange of the thread. */
const exchangeOf = (current: CurrentCall | null): CurrentExchange | null =>
  current === null
    ? null
    : {
        channel: 'phone',
        direction: current.direction,
        startedAt: current.startedAt,
        brandId: current.brandId,
        threadId: null,
      };

/** @param staleSince when the hub last confirmed what is shown, to be said when it is not now */
export const TimelineColumn = ({
  interactions = noExchange,
  brandId,
  work,
  staleSince,
  title,
  foot,
  onReply,
}: {
  /** Whose it would be, while nobody is chosen. */
  readonly title?: string | undefined;
  readonly interactions?: readonly Interaction[] | undefined;
  readonly brandId: string;
  readonly work: WorkItem | null;
  readonly staleSince: string | null;
  /** What stands under the thread: the way to write. */
  readonly foot?: ReactNode;
  /** The same function each time, or all rows are drawn anew. */
  readonly onReply?: Reply | undefined;
}) => {
  const { t, language } = useText();
  const now = useMinute();
  const current = useCurrent(work);
  const [filter, setFilter] = useState(everything);
  const past = useMemo(
    () => interactions.filter((one) => one.id !== work?.id),
    [interactions, work?.id],
  );
  // Made anew with each day, not with each minute: a long thread takes longer than a frame.
  const today = midnightOf(now);
  const rows = useMemo(
    () => timelineRows(past, filter, today, exchangeOf(current)),
    [past, filter, today, current],
  );
  const channels = useMemo(() => channelsOf(past).slice(0, channelButtons), [past]);
  const brandIds = useMemo(() => [...new Set(past.map((one) => one.brandId))], [past]);
  return (
    <section className={css('column')} aria-label={title ?? t('thread.title')}>
      <header className={css('head')}>
        <h2>{title ?? t('thread.title')}</h2>
        <span className={css('count', 'figures')}>{past.length}</span>
        <ChannelFilters channels={channels} filter={filter} onFilter={setFilter} />
      </header>
      {past.length === 0 ? null : (
        <div className={css('narrow')}>
          <BrandAndPeriod brandIds={brandIds} filter={filter} onFilter={setFilter} />
          {staleSince === null ? null : (
            <span className={css('count')}>
              {t('thread.freshAt', { time: formatTime(staleSince, language) })}
            </span>
          )}
        </div>
      )}
      {rows.length > 0 ? (
        <TimelineList rows={rows} brandId={brandId} current={current} now={now} onReply={onReply} />
      ) : null}
      {past.length === 0 ? (
        <EmptyState
          icon="all-channels"
          title={t('thread.empty')}
          detail={work === null ? t('thread.emptyIdle') : t('thread.emptyDetail')}
        />
      ) : null}
      {past.length > 0 && !rows.some((row) => row.type === 'entry') ? (
        <EmptyState icon="search" title={t('thread.filteredOut')} />
      ) : null}
      {foot}
    </section>
  );
};
