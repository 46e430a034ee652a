/** The rows that an export takes in, in the order of their ids, a batch at a time. */
import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import { findCustomers } from '@api/modules/customers/repository.ts';
import { findInteractions } from '@api/modules/interactions/repository.ts';
import type { NewExport } from '@shared/contracts/http/exports.ts';
import type { Consent } from '@shared/domain/customer/customer.ts';
import {
  consentCells,
  customerCells,
  type ExportCells,
  interactionCells,
} from '@shared/domain/export/cells.ts';
import { type Kysely, type RawBuilder, sql } from 'kysely';

type Db = Kysely<HubTables>;
export type ExportRow = {
  readonly customerId: string | null;
  readonly cells: ExportCells;
};

/**
 * Of the brand, not restricted, of the segments that are asked for. Not asked so that the index of
 * brands answers: a batch goes along the ids, and must not sort everybody first.
 */
const customerFits = ({ brandId, segments, vip }: NewExport): RawBuilder<boolean> => sql`
  ${brandId} = any(owner.brand_ids) and owner.restricted_at is null
  and (${segments.length === 0 && vip === 'all'} or exists (
    select from customer_relations relation
    where relation.customer_id = owner.id and relation.brand_id = ${brandId}
      and (${segments.length === 0} or relation.segment = any(${segments}::text[]))
      and (${vip === 'all'} or relation.vip)))`;

const within = (column: string, { from, to }: NewExport): RawBuilder<boolean> => sql`
  (${from}::timestamptz is null or ${sql.ref(column)} >= ${from})
  and (${to}::timestamptz is null or ${sql.ref(column)} < ${to})`;

/** Exchanges of nobody who is known go with those of everybody only. */
const sources: {
  readonly [kind in NewExport['kind']]: (asked: NewExport) => RawBuilder<unknown>;
} = {
  customers: (asked) => sql`from customers owner
    where ${customerFits(asked)} and ${within('owner.updated_at', asked)}`,
  consents: (asked) => sql`from consents one join customers owner on owner.id = one.customer_id
    where one.brand_id = ${asked.brandId} and ${customerFits(asked)}
      and ${within('one.given_at', asked)}`,
  interactions: (asked) => sql`from interactions one
    left join customers owner on owner.id = one.customer_id
    where one.brand_id = ${asked.brandId} and ${within('one.started_at', asked)}
      and ((${asked.segments.length === 0 && asked.vip === 'all'} and one.customer_id is null)
        or (${customerFits(asked)}))`,
};
const idOf = ({ kind }: NewExport) => sql.ref(kind === 'customers' ? 'owner.id' : 'one.id');

export const countRows = async (db: Db, asked: NewExport): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count ${sources[asked.kind](asked)}`.execute(db);
  return rows[0]?.count ?? 0;
};

const idsAfter = async (
  db: Db,
  asked: NewExport,
  after: string | null,
  limit: number,
): Promise<{ id: string; customerId: string | null }[]> => {
  const { rows } = await sql<{ id: string; customerId: string | null }>`
    select ${idOf(asked)} as id, owner.id as "customerId" ${sources[asked.kind](asked)}
      and (${after}::uuid is null or ${idOf(asked)} > ${after})
    order by 1 limit ${limit}`.execute(db);
  return rows;
};

const findConsents = async (db: Db, ids: readonly string[]): Promise<Map<string, Consent>> => {
  const rows = await db
    .selectFrom('consents')
    .select(['id', 'customer_id as customerId', 'brand_id as brandId', 'channel', 'status'])
    .select(['purpose', 'given_at as givenAt', 'until', 'proof'])
    .where(isOneOf('id', ids))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
};

export type ExportBatch = {
  readonly rows: readonly ExportRow[];
  /** Where the next batch begins; null at the end. */
  readonly next: string | null;
};

export const rowsAfter = async (
  db: Db,
  asked: NewExport,
  after: string | null,
  limit: number,
): Promise<ExportBatch> => {
  const found = await idsAfter(db, asked, after, limit);
  const { brandId, language, kind } = asked;
  const owners = [...new Set(found.flatMap(({ customerId }) => customerId ?? []))];
  const customers = await findCustomers(db, owners, [brandId]);
  const ids = found.map(({ id }) => id);
  const consents = await findConsents(db, kind === 'consents' ? ids : []);
  const exchanges = await findInteractions(db, kind === 'interactions' ? ids : [], [brandId]);
  const interactions = new Map(exchanges.map((one) => [one.id, one]));
  const rows = found.flatMap(({ id, customerId }): ExportRow[] => {
    const customer = customers.get(customerId ?? '') ?? null;
    const [consent, interaction] = [consents.get(id), interactions.get(id)];
    if (interaction !== undefined) {
      return [{ customerId, cells: interactionCells(interaction, customer, language) }];
    }
    if (customer === null) return [];
    const cells =
      consent === undefined
        ? customerCells(customer, brandId, language)
        : consentCells(consent, customer, language);
    return [{ customerId, cells }];
  });
  return { rows, next: found.length < limit ? null : (found.at(-1)?.id ?? null) };
};
