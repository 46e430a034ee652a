/** The day in figures and as a ribbon, from the engine's segments. Pure. */
import type { Slices } from '@shared/contracts/engine/views.ts';

type Day = Slices['day'];
type Segment = Day['segments'][number];
export type SegmentState = Segment['state'];

export type RibbonPart = {
  readonly state: SegmentState;
  readonly leftPercent: number;
  readonly widthPercent: number;
  readonly from: string;
};

const hourMs = 3_600_000;

/** The hours shown: nine hours around the shift, wider when she worked outside them. */
export const ribbonHours = (day: Day, nowMs: number): readonly [number, number] => {
  const hourOf = (ms: number) => new Date(ms).getHours();
  const first = day.segments[0];
  const start = Math.min(
    first === undefined ? 9 : hourOf(Date.parse(first.from)),
    9,
    hourOf(nowMs),
  );
  const end = Math.max(18, hourOf(nowMs) + 1);
  return [start, Math.min(24, end)];
};

export const atHour = (nowMs: number, hour: number): number => {
  const date = new Date(nowMs);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate(), hour).getTime();
};

export const placeOnRibbon = (
  ms: number,
  nowMs: number,
  [start, end]: readonly [number, number],
): number => {
  const from = atHour(nowMs, start);
  const share = ((ms - from) / ((end - start) * hourMs)) * 100;
  return Math.min(100, Math.max(0, share));
};

export const ribbonParts = (
  day: Day,
  nowMs: number,
  hours: readonly [number, number],
): RibbonPart[] =>
  day.segments.flatMap((segment) => {
    const left = placeOnRibbon(Date.parse(segment.from), nowMs, hours);
    const right = placeOnRibbon(segment.to === null ? nowMs : Date.parse(segment.to), nowMs, hours);
    if (right <= left || segment.state === 'offline') return [];
    return [
      { state: segment.state, leftPercent: left, widthPercent: right - left, from: segment.from },
    ];
  });

/** Time spent in each state today, in milliseconds. */
export const spentByState = (day: Day, nowMs: number): ReadonlyMap<SegmentState, number> => {
  const spent = new Map<SegmentState, number>();
  for (const { state, from, to } of day.segments) {
    const ms = (to === null ? nowMs : Date.parse(to)) - Date.parse(from);
    spent.set(state, (spent.get(state) ?? 0) + Math.max(0, ms));
  }
  return spent;
};
