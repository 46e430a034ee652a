/** The mapping that was last confirmed for files of one sort: by brand, kind and headers. */
import type { Constants, ImportKind, Mapping } from '@shared/domain/import/field.ts';
import type { Db } from './repository.ts';

type Sort = { readonly brandId: string; readonly kind: ImportKind; readonly signature: string };

export const knownMapping = async (
  db: Db,
  { brandId, kind, signature }: Sort,
): Promise<{ readonly mapping: Mapping; readonly constants: Constants } | null> =>
  (await db
    .selectFrom('import_mappings')
    .select(['mapping', 'constants'])
    .where('brand_id', '=', brandId)
    .where('kind', '=', kind)
    .where('signature', '=', signature)
    .executeTakeFirst()) ?? null;

export const rememberMapping = async (
  db: Db,
  { brandId, kind, signature }: Sort,
  said: {
    readonly mapping: Mapping;
    readonly constants: Constants;
    readonly byId: string;
    readonly at: string;
  },
): Promise<void> => {
  const content = {
    mapping: JSON.stringify(said.mapping),
    constants: JSON.stringify(said.constants),
    by_id: said.byId,
    at: said.at,
  };
  await db
    .insertInto('import_mappings')
    .values({ brand_id: brandId, kind, signature, ...content })
    .onConflict((conflict) =>
      conflict.columns(['brand_id', 'kind', 'signature']).doUpdateSet(content),
    )
    .execute();
};
