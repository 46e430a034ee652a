/** What an import wrote, with what was there before: what undoing it goes by. */
import { copyLine } from '@api/db/copy.ts';
import type { CopyInto } from '@api/db/database.ts';
import type { ImportChangesTable } from '@api/db/tables/imports.ts';
import type { KeptReason } from '@shared/contracts/http/imports.ts';
import { type Selectable, sql } from 'kysely';
import type { Db } from './repository.ts';

export type Change = Pick<
  Selectable<ImportChangesTable>,
  'line' | 'entity' | 'entity_id' | 'customer_id' | 'deed' | 'changes'
>;
export type Written = Change & { readonly seq: number };

export const copyChanges = async (
  copy: CopyInto,
  importId: string,
  changes: readonly Change[],
): Promise<void> => {
  if (changes.length === 0) return;
  await copy(
    'import_changes',
    ['import_id', 'line', 'entity', 'entity_id', 'customer_id', 'deed', 'changes'],
    changes.map((one) =>
      copyLine([
        importId,
        one.line,
        one.entity,
        one.entity_id,
        one.customer_id,
        one.deed,
        JSON.stringify(one.changes),
      ]),
    ),
  );
};

/** Some that are not undone yet, those that go first. */
export const nextChanges = (db: Db, importId: string, limit: number): Promise<Written[]> =>
  db
    .selectFrom('import_changes')
    .select(['seq', 'line', 'entity', 'entity_id', 'customer_id', 'deed', 'changes'])
    .where('import_id', '=', importId)
    .where('undone', 'is', null)
    .orderBy('turn')
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();

export type Undone = {
  readonly seq: number;
  readonly undone: 'taken-back' | 'kept' | 'gone';
  readonly because: KeptReason | null;
};

export const markUndone = async (
  db: Db,
  importId: string,
  marks: readonly Undone[],
): Promise<void> => {
  if (marks.length === 0) return;
  await sql`
    update import_changes set undone = said.undone, kept_because = said.because
    from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb)
      as said (seq bigint, undone text, because text)
    where import_id = ${importId} and import_changes.seq = said.seq`.execute(db);
};

/** With a card that is taken back goes what the import added to it. */
export const markGoneWith = async (
  db: Db,
  importId: string,
  customerIds: readonly string[],
): Promise<void> => {
  if (customerIds.length === 0) return;
  await sql`update import_changes set undone = 'taken-back'
    where import_id = ${importId} and customer_id = any(${[...customerIds]}::uuid[])
      and undone is null`.execute(db);
};

/** How many changes there are, were taken back, and were kept. */
export const countChanges = async (
  db: Db,
  importId: string,
): Promise<{ total: number; undone: number; takenBack: number; kept: number }> => {
  const { rows } = await sql<{ total: number; undone: number; takenBack: number; kept: number }>`
    select count(*)::int as total, (count(*) filter (where undone is not null))::int as undone,
      (count(*) filter (where undone = 'taken-back'))::int as "takenBack",
      (count(*) filter (where undone = 'kept'))::int as kept
    from import_changes where import_id = ${importId}`.execute(db);
  return rows[0] ?? { total: 0, undone: 0, takenBack: 0, kept: 0 };
};

export type KeptChange = {
  readonly line: number;
  readonly entity: ImportChangesTable['entity'];
  readonly customerId: string | null;
  readonly name: string;
  readonly because: KeptReason;
};

export const keptChanges = async (db: Db, importId: string): Promise<KeptChange[]> => {
  const { rows } = await sql<KeptChange>`
    select kept.line, kept.entity, kept.customer_id as "customerId",
      coalesce(one.company_name, trim(one.first_name || ' ' || one.last_name), '') as name,
      kept.kept_because as because
    from import_changes kept left join customers one on one.id = kept.customer_id
    where kept.import_id = ${importId} and kept.undone = 'kept'
    order by kept.line, kept.seq limit 1000`.execute(db);
  return rows;
};

/** Whom a file named of those who were there before it. */
export const putMet = async (db: Db, importId: string, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  await sql`insert into import_people (import_id, customer_id)
    select distinct ${importId}::uuid, unnest(${[...ids]}::uuid[])
    on conflict do nothing`.execute(db);
};
