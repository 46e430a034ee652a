/** Writing brands and their words; reading them is the reference repository's. */

import type { HubTables } from '@api/db/tables.ts';
import type { BrandChange, DispositionWords, ReasonWords } from '@shared/contracts/http/brands.ts';
import type { Brand, BrandNumber } from '@shared/domain/brand/brand.ts';
import type { Kysely } from 'kysely';

type Db = Kysely<HubTables>;

const rowOf = (brand: BrandChange) => ({
  name: brand.name,
  monogram: brand.monogram,
  hue: brand.hue,
  chroma: brand.chroma,
  wrap_up_seconds: brand.wrapUpSeconds,
  reason_required: brand.reasonRequired,
  disposition_required: brand.dispositionRequired,
});

export const insertBrand = async (db: Db, brand: Brand, makerId: string): Promise<void> => {
  const { id, name, monogram, hue, chroma } = brand;
  await db
    .insertInto('brands')
    .values({
      id,
      name,
      monogram,
      hue,
      chroma,
      wrap_up_seconds: brand.wrapUpSeconds,
      reason_required: brand.reasonRequired,
      disposition_required: brand.dispositionRequired,
    })
    .execute();
  await db.insertInto('user_brands').values({ user_id: makerId, brand_id: id }).execute();
};

/** Undefined leaves a setting as it is. */
export const updateBrand = async (db: Db, id: string, change: BrandChange): Promise<void> => {
  const given = Object.entries(rowOf(change)).filter(([, value]) => value !== undefined);
  if (given.length === 0) return;
  await db.updateTable('brands').set(Object.fromEntries(given)).where('id', '=', id).execute();
};

export const insertNumber = async (db: Db, number: BrandNumber): Promise<void> => {
  await db
    .insertInto('brand_numbers')
    .values({
      id: number.id,
      e164: number.e164,
      brand_id: number.brandId,
      label: number.label,
      tariff_class: number.tariffClass,
      queue: number.queue,
      reason_code: number.reasonCode,
    })
    .execute();
};

/** @returns whether there was one. */
export const deleteNumber = async (db: Db, brandId: string, id: string): Promise<boolean> => {
  const gone = await db
    .deleteFrom('brand_numbers')
    .where('id', '=', id)
    .where('brand_id', '=', brandId)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
};

export const upsertReason = async (
  db: Db,
  brandId: string,
  code: string,
  words: ReasonWords,
): Promise<void> => {
  const labels = { label_fr: words.label.fr, label_en: words.label.en };
  await db
    .insertInto('reasons')
    .values({ brand_id: brandId, code, ...labels })
    .onConflict((conflict) => conflict.columns(['brand_id', 'code']).doUpdateSet(labels))
    .execute();
};

export const upsertDisposition = async (
  db: Db,
  brandId: string,
  code: string,
  words: DispositionWords,
): Promise<void> => {
  const row = {
    label_fr: words.label.fr,
    label_en: words.label.en,
    group_fr: words.group.fr,
    group_en: words.group.en,
    synonyms: words.synonyms,
    resolves_case: words.resolvesCase,
    expects_callback: words.expectsCallback,
    refuses_offer: words.refusesOffer ?? false,
    opposes_calls: words.opposesCalls ?? false,
    rank: words.rank,
  };
  await db
    .insertInto('dispositions')
    .values({ brand_id: brandId, code, ...row })
    .onConflict((conflict) => conflict.columns(['brand_id', 'code']).doUpdateSet(row))
    .execute();
};

/** @returns whether there was one; what was recorded with it keeps its code. */
export const deleteCode = async (
  db: Db,
  table: 'reasons' | 'dispositions',
  brandId: string,
  code: string,
): Promise<boolean> => {
  const gone = await db
    .deleteFrom(table)
    .where('brand_id', '=', brandId)
    .where('code', '=', code)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
};
