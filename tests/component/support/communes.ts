/** Communes around Rennes as the hub tells them, with households of the brand. */
import type { AreaCounts, Commune, Communes } from '@shared/contracts/http/communes.ts';

type Row = readonly [
  code: string,
  name: string,
  lon: number,
  lat: number,
  km: number,
  population: number,
  callable: number,
];
const rows: readonly Row[] = [
  ['35238', 'Rennes', -1.674, 48.112, 0, 227_830, 312],
  ['35051', 'Cesson-Sévigné', -1.603, 48.121, 5.4, 17_410, 96],
  ['35024', 'Betton', -1.643, 48.183, 8.2, 12_380, 71],
  ['35047', 'Bruz', -1.749, 48.024, 11.3, 18_860, 44],
  ['35066', 'Chartres-de-Bretagne', -1.707, 48.045, 7.9, 8_110, 12],
  ['35281', 'Saint-Jacques-de-la-Lande', -1.721, 48.081, 5, 13_960, 8],
  ['35278', 'Saint-Grégoire', -1.687, 48.15, 4.4, 9_950, 33],
  ['35210', 'Pacé', -1.773, 48.148, 8.4, 12_040, 0],
  ['35055', 'Chantepie', -1.615, 48.088, 5.2, 10_520, 21],
  ['35334', 'Thorigné-Fouillard', -1.578, 48.16, 8.9, 8_600, 54],
  ['35353', 'Vezin-le-Coquet', -1.755, 48.119, 6.1, 5_900, 6],
  ['35352', 'Vern-sur-Seiche', -1.601, 48.045, 9.2, 8_170, 27],
  ['35206', 'Nouvoitou', -1.546, 48.041, 12.4, 3_260, 3],
  ['35240', 'Le Rheu', -1.795, 48.1, 9.1, 9_240, 15],
];

const communeOf = ([code, name, lon, lat, km, population]: Row): Commune => ({
  code,
  name,
  department: '35',
  postcodes: [code === '35238' ? '35000' : '35510'],
  population,
  at: [lon, lat],
  precision: code === '35206' ? 'postal' : 'centre',
  km,
});

const attribution =
  'Communes : Insee, Etalab (Licence Ouverte 2.0) ; centres : GeoNames (CC BY 4.0)';

export const communesWithin = (km: number): Communes => ({
  communes: rows.map(communeOf).filter((one) => (one.km ?? 0) <= km),
  more: false,
  attribution,
});

export const areaCounts: AreaCounts = {
  communes: rows.map(([code, , , , , , callable]) => ({
    code,
    households: callable * 2 + 5,
    weighed: callable * 2 + 5,
    callable,
  })),
};
