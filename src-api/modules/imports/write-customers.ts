/** Writes what lines of customers came to: cards by COPY, updates one by one, each with its history. */
import { copyLine } from '@api/db/copy.ts';
import type { CopyInto } from '@api/db/database.ts';
import { addCustomerHistory, type FieldChange } from '@api/modules/customers/history-repository.ts';
import { customerRow, updateCustomer } from '@api/modules/customers/repository.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import { blockingKeys } from '@shared/domain/identity/blocking-keys.ts';
import { identityOf } from '@shared/domain/identity/identity.ts';
import { sameValue } from '@shared/kernel/same-value.ts';
import type { Known } from './acquaintances.ts';
import type { Change } from './changes-repository.ts';
import type { JudgedLine } from './judge-customers.ts';
import type { Db, ImportRow } from './repository.ts';

export type Writing = {
  readonly tx: Db;
  readonly copy: CopyInto;
  readonly row: ImportRow;
  readonly at: string;
};

const json = (value: unknown): string => JSON.stringify(value ?? null);

const relationColumns = [
  'customer_id',
  'brand_id',
  'since',
  'value_12_months_cents',
  'segment',
  'vip',
  'score',
  'relation_mode',
];
const relationLines = ({ id, relations }: Customer): string[] =>
  relations.map((one) =>
    copyLine([
      id,
      one.brandId,
      one.since,
      one.value12MonthsCents,
      one.segment,
      one.vip,
      one.score ?? null,
      one.relationMode,
    ]),
  );
const phoneLines = ({ id, phones }: Customer): string[] =>
  phones.map(({ e164, label }, place) => copyLine([id, place, e164, label]));
const keyLines = (card: Customer): string[] =>
  blockingKeys(identityOf(card)).map((key) => copyLine([card.id, key]));

const historyColumns = [
  'customer_id',
  'version',
  'field',
  'old_value',
  'new_value',
  'changed_by',
  'changed_at',
  'import_id',
];

/** New cards: nobody else has their ids, so that nothing can be in their way. */
const createCards = async (
  { copy, row, at }: Writing,
  cards: readonly Customer[],
): Promise<void> => {
  if (cards.length === 0) return;
  const rows = cards.map((card) => ({
    id: card.id,
    brand_ids: [row.brand_id],
    ...customerRow(card),
  }));
  const columns = Object.keys(rows[0] ?? {}) as (keyof (typeof rows)[number])[];
  const lines = rows.map((one) => copyLine(columns.map((column) => one[column])));
  await copy('customers', columns, lines);
  await copy(
    'customer_phones',
    ['customer_id', 'position', 'e164', 'label'],
    cards.flatMap(phoneLines),
  );
  await copy('customer_relations', relationColumns, cards.flatMap(relationLines));
  await copy('identity_keys', ['customer_id', 'key'], cards.flatMap(keyLines));
  await copy(
    'customer_history',
    historyColumns,
    cards.map(({ id }) =>
      copyLine([id, 1, 'created', json(null), json(null), row.by_id, at, row.id]),
    ),
  );
};

const fields = [
  'civility',
  'firstName',
  'lastName',
  'companyName',
  'birthDate',
  'registration',
  'language',
  'phones',
  'emails',
  'address',
] as const satisfies readonly (keyof Customer)[];

const relationOf = (card: Customer, brandId: string) =>
  card.relations.find((relation) => relation.brandId === brandId);

const changesBetween = (before: Customer, after: Customer, brandId: string): FieldChange[] => {
  const own = fields.map((field) => ({
    field: field as string,
    from: before[field] ?? null,
    to: after[field] ?? null,
  }));
  const relation = {
    field: `relation:${brandId}`,
    from: relationOf(before, brandId) ?? null,
    to: relationOf(after, brandId) ?? null,
  };
  return [...own, relation].filter(({ from, to }) => !sameValue(from, to));
};

export const writeRelation = async (tx: Db, card: Customer, brandId: string): Promise<void> => {
  const relation = relationOf(card, brandId);
  if (relation === undefined) return;
  await tx
    .updateTable('customer_relations')
    .set({
      since: relation.since,
      value_12_months_cents: relation.value12MonthsCents,
      segment: relation.segment,
      vip: relation.vip,
      score: relation.score ?? null,
    })
    .where('customer_id', '=', card.id)
    .where('brand_id', '=', brandId)
    .execute();
};

/** @returns what of it changed; nothing when the file said nothing new. */
const updateCard = async (
  { tx, row, at }: Writing,
  before: Customer,
  known: Known,
): Promise<readonly FieldChange[]> => {
  const changes = changesBetween(before, known.card, row.brand_id);
  if (changes.length === 0) return changes;
  const after = { ...known.card, version: before.version + 1, updatedAt: at };
  known.card = after;
  await updateCustomer(tx, after);
  if (changes.some(({ field }) => field.startsWith('relation:'))) {
    await writeRelation(tx, after, row.brand_id);
  }
  await addCustomerHistory(tx, after, changes, {
    userId: row.by_id,
    mutationId: null,
    importId: row.id,
  });
  return changes;
};

type First = { readonly before: Customer; readonly line: number };

/** Each card once, whatever number of lines speak of it. */
export const writeCards = async (
  writing: Writing,
  judged: readonly JudgedLine[],
): Promise<{ readonly changes: Change[]; readonly created: number; readonly updated: number }> => {
  const made = new Map<Known, number>();
  const filled = new Map<Known, First>();
  for (const { known, before, prepared } of judged) {
    const { line } = prepared.row;
    if (known === null) continue;
    if (before === null) made.set(known, line);
    else if (!made.has(known) && !filled.has(known)) filled.set(known, { before, line });
  }
  await createCards(
    writing,
    [...made.keys()].map(({ card }) => card),
  );
  const changes: Change[] = [...made].map(([{ card }, line]) => ({
    line,
    entity: 'customer',
    entity_id: card.id,
    customer_id: card.id,
    deed: 'created',
    changes: [],
  }));
  for (const [known, { before, line }] of filled) {
    const written = await updateCard(writing, before, known);
    if (written.length === 0) continue;
    changes.push({
      line,
      entity: 'customer',
      entity_id: known.card.id,
      customer_id: known.card.id,
      deed: 'updated',
      changes: [...written],
    });
  }
  return { changes, created: made.size, updated: changes.length - made.size };
};
