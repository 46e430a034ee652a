/** Who changed which field of a customer, when, from what. */

import type { HubTables } from '@api/db/tables.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import type { Kysely } from 'kysely';

type Db = Kysely<HubTables>;

export type FieldChange = { readonly field: string; readonly from: unknown; readonly to: unknown };

/** Who changed what, when, from what. */
export const addCustomerHistory = async (
  db: Db,
  customer: Pick<Customer, 'id' | 'version' | 'updatedAt'>,
  changes: readonly FieldChange[],
  by: { readonly userId: string; readonly mutationId: string | null },
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
  }));
  await db.insertInto('customer_history').values(rows).execute();
};
