/** The few columns of histories from which deadlines and channel maps are worked out. */
import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { BrandRelation } from '@shared/domain/customer/customer.ts';
import type { DeadlineContact } from '@shared/domain/deadline/deadline.ts';
import type { Kysely } from 'kysely';

type Db = Kysely<HubTables>;
type OfCustomer<Row> = Row & { readonly customerId: string };

export const findContacts = async (
  db: Db,
  customerIds: readonly string[],
): Promise<OfCustomer<DeadlineContact>[]> => {
  const rows = await db
    .selectFrom('interactions')
    .select([
      'id',
      'customer_id as customerId',
      'brand_id as brandId',
      'channel',
      'direction',
      'outcome',
      'started_at as startedAt',
      'ended_at as endedAt',
      'advisor_id as advisorId',
      'thread_id as threadId',
    ])
    .where(isOneOf('customer_id', customerIds))
    .execute();
  return rows.flatMap(({ customerId, ...row }) =>
    customerId === null ? [] : [{ ...row, customerId }],
  );
};

export const findRelations = (
  db: Db,
  customerIds: readonly string[],
): Promise<OfCustomer<BrandRelation>[]> =>
  db
    .selectFrom('customer_relations')
    .select([
      'customer_id as customerId',
      'brand_id as brandId',
      'since',
      'value_12_months_cents as value12MonthsCents',
      'segment',
      'vip',
      'relation_mode as relationMode',
    ])
    .where(isOneOf('customer_id', customerIds))
    .execute();
