/** What customers and brands are to each other. */
import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { BrandRelation } from '@shared/domain/customer/customer.ts';
import type { Kysely } from 'kysely';

type Db = Kysely<HubTables>;

/** `scope` null: with every brand. */
export const readRelations = (db: Db, ids: readonly string[], scope: readonly string[] | null) => {
  const query = db
    .selectFrom('customer_relations')
    .select([
      'customer_id',
      'brand_id as brandId',
      'since',
      'value_12_months_cents as value12MonthsCents',
      'segment',
      'vip',
      'score',
      'relation_mode as relationMode',
    ])
    .where(isOneOf('customer_id', ids))
    .orderBy('customer_id')
    .orderBy('brand_id');
  return (scope === null ? query : query.where(isOneOf('brand_id', scope))).execute();
};

/** A score that nobody gave is left out. */
export const withScore = ({ score, ...relation }: BrandRelation): BrandRelation =>
  score == null ? relation : { ...relation, score };
