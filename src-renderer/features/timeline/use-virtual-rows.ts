/** Which rows stand in the page while thousands are scrolled, and where. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef } from 'react';
import { estimatedHeight } from './estimated-height.ts';
import type { TimelineRow } from './timeline-rows.ts';

const overscan = 4;

type Range = { readonly startIndex: number; readonly endIndex: number } | null;

const overlap = (one: Range, other: Range): boolean =>
  one !== null &&
  other !== null &&
  one.startIndex <= other.endIndex &&
  other.startIndex <= one.endIndex;

export const useVirtualRows = (rows: readonly TimelineRow[]) => {
  const scroller = useRef<HTMLDivElement>(null);
  const painted = useRef<Range>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback((at: number) => estimatedHeight(rows[at]), [rows]),
    // The same function while the rows are the same: with a new one all of them are laid out anew.
    getItemKey: useCallback((at: number) => rows[at]?.key ?? at, [rows]),
    overscan,
  });
  // What grows above the edge moves the rest away again only from who has something to lose by it:
  // after a leap with the thumb nothing of what stands there has been seen.
  virtual.shouldAdjustScrollPositionOnItemSizeChange = (item, _delta, { range, scrollOffset }) =>
    item.start < (scrollOffset ?? 0) && overlap(painted.current, range);
  useEffect(() => {
    const { range } = virtual;
    // Not before the frame is over: its rows are measured within it, and it is not seen yet.
    const later = setTimeout(() => {
      painted.current = range;
    });
    return () => clearTimeout(later);
  });
  const items = virtual.getVirtualItems();
  return {
    scroller,
    height: virtual.getTotalSize(),
    offset: items[0]?.start ?? 0,
    shown: items.flatMap(({ index }) => {
      const row = rows[index];
      return row === undefined ? [] : [{ row, index, measure: virtual.measureElement }];
    }),
  };
};
