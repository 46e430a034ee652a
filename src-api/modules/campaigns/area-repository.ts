/** Who of a brand lives in some communes, one of each commune after the other. */
import type { HubTables } from '@api/db/tables.ts';
import { type Kysely, sql } from 'kysely';

export type Resident = { readonly id: string; readonly code: string };

export const findResidents = async (
  db: Kysely<HubTables>,
  brandId: string,
  { communes, bought }: { readonly communes: readonly string[]; readonly bought: 'any' | 'never' },
): Promise<Resident[]> => {
  const { rows } = await sql<Resident>`
    select card.id, card.insee_code as code
    from customers card
    join customer_relations relation
      on relation.customer_id = card.id and relation.brand_id = ${brandId}
    where card.restricted_at is null and card.insee_code = any(${[...communes]}::text[])
      and not exists (select from merged_customers where customer_id = card.id)
      and (${bought === 'any'} or not exists (select from orders
        where orders.customer_id = card.id and orders.brand_id = ${brandId}))
    order by row_number() over (partition by card.insee_code order by md5(card.id::text)), code`.execute(
    db,
  );
  return rows;
};
