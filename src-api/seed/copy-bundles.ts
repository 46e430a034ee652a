/** Writes customers with everything of theirs, table by table, in the order of the references. */

import { type Cell, copyRows } from '@api/db/copy.ts';
import { searchTextOf } from '@api/modules/customers/search-text.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';

type Client = Parameters<typeof copyRows>[0];
type Table = {
  readonly name: string;
  readonly columns: string;
  readonly rows: (bundle: CustomerBundle) => Iterable<readonly Cell[]>;
};

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

const customerTables: readonly Table[] = [
  {
    name: 'customers',
    columns:
      'id kind civility first_name last_name company_name language emails address_lines postcode commune insee_code country brand_ids search_text version updated_at',
    rows: ({ customer }) => [
      [
        customer.id,
        customer.kind,
        customer.civility,
        customer.firstName,
        customer.lastName,
        customer.companyName,
        customer.language,
        customer.emails,
        customer.address?.lines ?? [],
        customer.address?.postcode ?? null,
        customer.address?.commune ?? null,
        customer.address?.inseeCode ?? null,
        customer.address?.country ?? null,
        customer.relations.map((relation) => relation.brandId),
        searchTextOf(customer),
        customer.version,
        customer.updatedAt,
      ],
    ],
  },
  {
    name: 'customer_phones',
    columns: 'customer_id position e164 label',
    rows: ({ customer }) =>
      customer.phones.map(({ e164, label }, position) => [customer.id, position, e164, label]),
  },
  {
    name: 'customer_relations',
    columns: 'customer_id brand_id since value_12_months_cents segment vip relation_mode',
    rows: ({ customer }) =>
      customer.relations.map((one) => [
        customer.id,
        one.brandId,
        one.since,
        one.value12MonthsCents,
        one.segment,
        one.vip,
        one.relationMode,
      ]),
  },
  {
    name: 'consents',
    columns: 'id customer_id brand_id channel status purpose given_at until proof',
    rows: ({ consents }) =>
      consents.map((one) => [
        one.id,
        one.customerId,
        one.brandId,
        one.channel,
        one.status,
        one.purpose,
        one.givenAt,
        one.until,
        one.proof,
      ]),
  },
];

const exchangeTables: readonly Table[] = [
  {
    name: 'cases',
    columns: 'id reference customer_id brand_id kind title detail status opened_at updated_at',
    rows: ({ cases }) =>
      cases.map((one) => [
        one.id,
        one.reference,
        one.customerId,
        one.brandId,
        one.kind,
        one.title,
        one.detail,
        one.status,
        one.openedAt,
        one.updatedAt,
      ]),
  },
  {
    name: 'interactions',
    columns:
      'id customer_id brand_id channel direction started_at ended_at recorded_at outcome advisor_id queue campaign_id reason_code disposition_code title customer_words summary notes case_id thread_id call speech wrap_up_ended_at',
    rows: ({ interactions }) =>
      interactions.map((one) => [
        one.id,
        one.customerId,
        one.brandId,
        one.channel,
        one.direction,
        one.startedAt,
        one.endedAt,
        one.recordedAt,
        one.outcome,
        one.advisorId,
        one.queue,
        one.campaignId,
        one.reasonCode,
        one.dispositionCode,
        one.title,
        one.customerWords,
        one.summary,
        JSON.stringify(one.notes),
        one.caseId,
        one.threadId,
        json(one.call),
        json(one.speech),
        one.wrapUpEndedAt,
      ]),
  },
  {
    name: 'callbacks',
    columns:
      'id kind customer_id customer_name brand_id number due_at advisor_id reason status created_by created_at interaction_id',
    rows: ({ callbacks }) =>
      callbacks.map((one) => [
        one.id,
        one.kind,
        one.customerId,
        one.customerName,
        one.brandId,
        one.number,
        one.dueAt,
        one.advisorId,
        one.reason,
        one.status,
        one.createdBy,
        one.createdAt,
        one.interactionId,
      ]),
  },
];

const orderTable: Table = {
  name: 'orders',
  columns: 'id customer_id brand_id reference placed_at amount_cents lines',
  rows: ({ purchases }) =>
    purchases
      .filter(({ kind }) => kind === 'order')
      .map((one) => [
        one.id,
        one.customerId,
        one.brandId,
        one.reference,
        one.at,
        one.amountCents,
        JSON.stringify([{ label: one.words, quantity: 1, amountCents: one.amountCents }]),
      ]),
};

const tables: readonly Table[] = [...customerTables, ...exchangeTables, orderTable];
export const copiedTables: readonly string[] = tables.map((table) => table.name);

function* rowsOf(table: Table, bundles: readonly CustomerBundle[]): Iterable<readonly Cell[]> {
  for (const bundle of bundles) yield* table.rows(bundle);
}

/** Copies one batch. @throws PostgreSQL's refusal. */
export const copyBundles = async (
  client: Client,
  bundles: readonly CustomerBundle[],
): Promise<void> => {
  for (const table of tables) {
    await copyRows(client, table.name, table.columns.split(' '), rowsOf(table, bundles));
  }
};
