/** Where the window may stand, on the displays that there are now. Pure; in device-independent px. */
import type { WindowPlace } from './desktop-file.ts';

export type Area = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export const smallestWindow = { width: 1024, height: 640 } as const;

const clamp = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), Math.max(low, high));

const shared = (one: Area, other: Area): number => {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return width > 0 && height > 0 ? width * height : 0;
};

/**
 * Brings the remembered place whole onto the display that it shares most with; with none, onto the
 * first, which is the primary one.
 * @param workAreas of the displays, at least one
 */
export const fitToDisplays = (place: WindowPlace, workAreas: readonly Area[]): Area => {
  const [primary] = workAreas;
  if (primary === undefined) return place;
  const best = [...workAreas].sort((a, b) => shared(place, b) - shared(place, a))[0] ?? primary;
  const width = clamp(place.width, Math.min(smallestWindow.width, best.width), best.width);
  const height = clamp(place.height, Math.min(smallestWindow.height, best.height), best.height);
  return {
    x: clamp(place.x, best.x, best.x + best.width - width),
    y: clamp(place.y, best.y, best.y + best.height - height),
    width,
    height,
  };
};
