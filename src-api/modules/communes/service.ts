/** Communes by name, around a place, and inside a drawn line. */
import type { Commune, Communes } from '@shared/contracts/http/communes.ts';
import { type GeoPoint, mostCommunes } from '@shared/domain/campaign/audience.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { distance } from '@turf/distance';
import { attribution, type Place, places } from './gazetteer.ts';

const mostFound = 20;

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();

const told = (found: readonly Commune[], most: number): Communes => ({
  communes: found.slice(0, most),
  more: found.length > most,
  attribution,
});
const without = (place: Place): Commune => ({ ...place, km: null });

/** Those that begin with it first, the largest first. */
export const searchCommunes = (text: string): Communes => {
  const wanted = plain(text);
  const isPostcode = /^\d{2,5}$/.test(wanted);
  const found = places()
    .map((place) => ({ place, at: plain(place.name).indexOf(wanted) }))
    .filter(({ place, at }) =>
      isPostcode ? place.postcodes.some((one) => one.startsWith(wanted)) : at >= 0,
    )
    .sort((a, b) => Number(a.at > 0) - Number(b.at > 0) || b.place.population - a.place.population);
  return told(
    found.map(({ place }) => without(place)),
    mostFound,
  );
};

/** As the crow flies, the nearest first. */
export const communesAround = (from: GeoPoint, km: number): Communes => {
  const found = places().flatMap((place): Commune[] => {
    if (place.at === null) return [];
    const far = distance([...from], [...place.at], { units: 'kilometers' });
    return far <= km ? [{ ...place, km: Math.round(far * 10) / 10 }] : [];
  });
  return told(
    found.sort((a, b) => (a.km ?? 0) - (b.km ?? 0)),
    mostCommunes,
  );
};

/** `not-found` for a code that is no commune's, or one of which nobody told where it lies. */
export const communesNear = (code: string, km: number): Result<Communes> => {
  const centre = places().find((place) => place.code === code)?.at ?? null;
  return centre === null ? fail('not-found') : succeed(communesAround(centre, km));
};

export const communesInside = (drawn: readonly GeoPoint[]): Communes => {
  const [first] = drawn;
  if (first === undefined) return told([], mostCommunes);
  const ring = [...drawn, first].map(([lon, lat]) => [lon, lat]);
  const polygon = { type: 'Polygon' as const, coordinates: [ring] };
  const found = places().filter(({ at }) => at !== null && booleanPointInPolygon([...at], polygon));
  return told(found.sort((a, b) => b.population - a.population).map(without), mostCommunes);
};
