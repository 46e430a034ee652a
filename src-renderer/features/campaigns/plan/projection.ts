/** A piece of the earth as a plane around its middle, in kilometres: good for a hundred of them. Pure. */
import type { GeoPoint } from '@shared/domain/campaign/audience.ts';

const kmPerDegree = 111.195;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

export type Projection = {
  readonly toPlane: (point: GeoPoint) => readonly [x: number, y: number];
  readonly toEarth: (x: number, y: number) => GeoPoint;
  /** Pixels of a kilometre. */
  readonly scale: number;
};

/** @param kmAcross what fits across the smaller side. */
export const projectionAt = (
  [lon, lat]: GeoPoint,
  kmAcross: number,
  { width, height }: { readonly width: number; readonly height: number },
): Projection => {
  const scale = Math.min(width, height) / kmAcross;
  const shrink = Math.cos(radians(lat));
  return {
    scale,
    toPlane: (point) => [
      width / 2 + (point[0] - lon) * kmPerDegree * shrink * scale,
      height / 2 - (point[1] - lat) * kmPerDegree * scale,
    ],
    toEarth: (x, y) => [
      lon + (x - width / 2) / (kmPerDegree * shrink * scale),
      lat - (y - height / 2) / (kmPerDegree * scale),
    ],
  };
};
