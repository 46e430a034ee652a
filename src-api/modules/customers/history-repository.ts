/** A customer's history: who or which source changed what, when, from what. */
import type { HubTables } from '@api/db/tables.ts';
import type { customerHistorySchema } from '@shared/contracts/http/customers.ts';
import type { OtherChange } from '@shared/contracts/sync/push.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';

type Db = Kysely<HubTables>;

export type FieldChange = { readonly field: string; readonly from: unknown; readonly to: unknown };

/** A person by a mutation or a file, or a source, which also says since when it is so. */
export type ChangedBy = {
  readonly userId: string | null;
  readonly mutationId: string | null;
  readonly sourceId?: string;
  readonly importId?: string;
  readonly happenedAt?: string;
};

export const addCustomerHistory = async (
  db: Db,
  customer: Pick<Customer, 'id' | 'version' | 'updatedAt'>,
  changes: readonly FieldChange[],
  by: ChangedBy,
): Promise<void> => {
  if (changes.length === 0) return;
  const rows = changes.map(({ field, from, to }) => ({
    customer_id: customer.id,
    version: customer.version,
    field,
    old_value: JSON.stringify(from ?? null),
    new_value: JSON.stringify(to ?? null),
    changed_by: by.userId,
    changed_at: customer.updatedAt,
    mutation_id: by.mutationId,
    source_id: by.sourceId ?? null,
    import_id: by.importId ?? null,
    happened_at: by.happenedAt ?? null,
  }));
  await db.insertInto('customer_history').values(rows).execute();
};

type History = z.infer<typeof customerHistorySchema>['changes'];

/** Newest first, of the cards that were merged into this one too. */
export const findHistory = async (db: Db, customerId: string): Promise<History> =>
  db
    .selectFrom('customer_history')
    .select([
      'version',
      'field',
      'old_value as from',
      'new_value as to',
      'changed_by as changedBy',
      'changed_at as changedAt',
      'source_id as sourceId',
      'import_id as importId',
      'happened_at as happenedAt',
    ])
    .where((where) =>
      where.or([
        where('customer_id', '=', customerId),
        where(
          'customer_id',
          'in',
          where
            .selectFrom('merged_customers')
            .select('merged_customers.customer_id')
            .where('root_id', '=', customerId),
        ),
      ]),
    )
    .orderBy('changed_at', 'desc')
    .orderBy('version', 'desc')
    .orderBy('field')
    .orderBy('id', 'desc')
    .limit(500)
    .execute();

/** Who changed each of these fields last; nobody for one that was so from the beginning. */
export const lastChanges = (
  db: Db,
  customerId: string,
  fields: readonly string[],
): Promise<OtherChange[]> =>
  db
    .selectFrom('customer_history')
    .leftJoin('users', 'users.id', 'customer_history.changed_by')
    .leftJoin('sources', 'sources.id', 'customer_history.source_id')
    .distinctOn('field')
    .select((of) => [
      'field',
      of
        .case()
        .when('source_id', 'is', null)
        .then('person' as const)
        .else('source' as const)
        .end()
        .as('by'),
      sql<string>`coalesce(sources.name, users.first_name || ' ' || users.last_name, '')`.as(
        'name',
      ),
      'customer_history.changed_at as at',
    ])
    .where('customer_id', '=', customerId)
    .where('field', 'in', [...fields])
    .orderBy('field')
    .orderBy('customer_history.id', 'desc')
    .execute();

/** Since when each field is what it is, as far as somebody said so. */
export const fieldTimes = async (
  db: Db,
  customerId: string,
): Promise<ReadonlyMap<string, string>> => {
  const rows = await db
    .selectFrom('customer_history')
    .select((of) => ['field', of.fn.max(of.fn.coalesce('happened_at', 'changed_at')).as('since')])
    .where('customer_id', '=', customerId)
    .groupBy('field')
    .execute();
  return new Map(rows.map(({ field, since }) => [field, since]));
};
