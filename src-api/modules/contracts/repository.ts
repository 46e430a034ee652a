/** Contracts of customers, and blind zones, as the law asks for them. */
import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { Calling, Contract } from '@shared/domain/customer/calling.ts';
import type { Kysely } from 'kysely';

type Db = Kysely<HubTables>;

const none = (): Calling => ({ contracts: [], keptApart: [] });

/** By customer; who has neither is left out. `scope` null: every brand. */
export const findCalling = async (
  db: Db,
  customerIds: readonly string[],
  scope: readonly string[] | null,
): Promise<Map<string, Calling>> => {
  const found = new Map<string, Calling>();
  const of = (id: string): Calling => {
    const known = found.get(id) ?? none();
    found.set(id, known);
    return known;
  };
  let contracts = db
    .selectFrom('customer_contracts')
    .select(['customer_id', 'brand_id as brandId', 'reference', 'object', 'since', 'until'])
    .where(isOneOf('customer_id', customerIds))
    .orderBy('since')
    .orderBy('reference');
  let apart = db
    .selectFrom('kept_apart')
    .select(['customer_id', 'brand_id as brandId', 'campaign_id as campaignId', 'until'])
    .where(isOneOf('customer_id', customerIds))
    .orderBy('campaign_id');
  if (scope !== null) {
    contracts = contracts.where(isOneOf('brand_id', scope));
    apart = apart.where(isOneOf('brand_id', scope));
  }
  for (const { customer_id, ...one } of await contracts.execute())
    of(customer_id).contracts.push(one);
  for (const { customer_id, ...one } of await apart.execute()) of(customer_id).keptApart.push(one);
  return found;
};

export type ToldContract = Contract & {
  readonly id: string;
  readonly customerId: string;
  readonly toldAt: string;
};

/** The last word on a contract of a brand counts. */
export const putContract = async (db: Db, contract: ToldContract): Promise<void> => {
  const told = {
    customer_id: contract.customerId,
    object: contract.object,
    since: contract.since,
    until: contract.until,
    told_at: contract.toldAt,
  };
  await db
    .insertInto('customer_contracts')
    .values({
      id: contract.id,
      brand_id: contract.brandId,
      reference: contract.reference,
      ...told,
    })
    .onConflict((conflict) => conflict.columns(['brand_id', 'reference']).doUpdateSet(told))
    .execute();
};
