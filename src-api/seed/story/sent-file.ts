/** A file of the autumn fairs that somebody sent and nobody has tried yet: it waits on the screen of imports. */

import { brandsOverlap } from '@api/db/brand-scope.ts';
import type { HubDatabase } from '@api/db/database.ts';
import { addChunk, insertImport, updateImport } from '@api/modules/imports/repository.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { nameId } from '../name-id.ts';
import { demoUser } from '../organisation-data.ts';

const brandId = 'solvenne';
const dayMs = 86_400_000;
const day = (ms: number): string =>
  new Date(ms).toISOString().slice(0, 10).split('-').reverse().join('/');

const header = 'NOM;PRENOM;TEL_1;MAIL;CP;VILLE;DATE_CONSENT;CANAL;FINALITE;SUPPORT;SCORE_X';
const people: readonly (readonly string[])[] = [
  ['ARMAND', 'Gilles', '0639982760', 'g.armand@exemple.fr', '35200', 'RENNES'],
  ['DE LA TOUR', 'Inès', '639982761', 'ines@exemple.fr', '1000', 'BOURG-EN-BRESSE'],
  ["D'ORMEVAL", 'JEAN-PIERRE', '06 39 98 27 62', '', '67000', 'STRASBOURG'],
  ['LE GOFF', 'Maël', '06399', '', '29200', 'BREST'],
  ['RIOU', 'Anne', '00 33 6 39 98 27 63', 'riou@', '2A0O4', 'AJACCIO'],
  ['KERVELLA', 'Nolwenn', '0639982764', 'n.kervella@exemple.fr', '35000', 'RENNES'],
  ['VOISIN', 'Paul', '0162000010', '', '75012', 'PARIS'],
];
/** Days since the consent; the second is of a day that no month has. */
const consentDays = [24, null, 12, 30, 400, 3, 8] as const;

/** Someone of the brand whose number stands in the file under another name. */
const somebody = async (db: HubDatabase) =>
  db
    .selectFrom('customers')
    .innerJoin('customer_phones', 'customer_phones.customer_id', 'customers.id')
    .select(['last_name as lastName', 'e164', 'commune'])
    .where('kind', '=', 'person')
    .where('label', '=', 'mobile')
    .where(brandsOverlap('customers.brand_ids', [brandId]))
    .orderBy('customers.id')
    .limit(1)
    .executeTakeFirst();

export const sendFile = async (db: HubDatabase, nowMs: number): Promise<string> => {
  const lines = people.map((cells, at) => {
    const ago = consentDays[at];
    const given = ago == null ? '31/09/2026' : day(nowMs - ago * dayMs);
    return [...cells, given, 'téléphone', 'offres d’énergie', 'stand', '0,71'].join(';');
  });
  const known = await somebody(db);
  if (known !== undefined) {
    const family = [`FAMILLE ${known.lastName}`, '', known.e164, '', '', known.commune ?? ''];
    lines.push(
      [...family, day(nowMs - 5 * dayMs), 'téléphone', 'offres d’énergie', 'stand', ''].join(';'),
    );
  }
  const id = nameId('import of the autumn fairs');
  await insertImport(db, {
    id,
    brand_id: brandId,
    kind: 'customers',
    file_name: 'foires-automne.csv',
    by_id: demoUser('agathe.perrot').id,
    created_at: toInstant(nowMs),
    sheet: null,
  });
  await addChunk(db, id, 0, Buffer.from([header, ...lines].join('\r\n')));
  await updateImport(db, id, { reader_until: null });
  return id;
};
