/**
 * Takes an import back, some changes at a time: cards that it made go unless somebody worked on them,
 * fields get back what they were unless somebody changed them, and an opposition stays. Where it got to
 * is in the same transaction, so that it goes on after a crash and does nothing twice.
 */
import { recordAudit } from '@api/modules/audit/repository.ts';
import { addCustomerHistory } from '@api/modules/customers/history-repository.ts';
import { lockCustomer, updateCustomer } from '@api/modules/customers/repository.ts';
import type { KeptReason } from '@shared/contracts/http/imports.ts';
import { nextState } from '@shared/domain/import/import-state.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import * as changes from './changes-repository.ts';
import { forgetLines } from './lines-repository.ts';
import { claimImport, type Db, type ImportRow, updateImport } from './repository.ts';
import { restoreCard } from './restore-card.ts';
import type { Importing } from './try-lines.ts';
import * as now from './undo-repository.ts';
import { writeRelation } from './write-customers.ts';

type Mark = changes.Undone;
const mark = (
  { seq }: changes.Written,
  undone: Mark['undone'],
  because: KeptReason | null = null,
) => ({
  seq,
  undone,
  because,
});

const takeCardsBack = async (
  tx: Db,
  row: ImportRow,
  made: readonly changes.Written[],
): Promise<{ readonly marks: Mark[]; readonly taken: ReadonlySet<string> }> => {
  const fates = await now.cardsSince(
    tx,
    row.id,
    made.map(({ entity_id }) => entity_id),
  );
  const going = made.filter(({ entity_id }) => fates.get(entity_id) === 'untouched');
  const ids = going.map(({ entity_id }) => entity_id);
  await now.deleteCustomers(tx, ids);
  await changes.markGoneWith(tx, row.id, ids);
  const marks = made.map((one) => {
    const fate = fates.get(one.entity_id);
    if (fate === undefined) return mark(one, 'gone');
    return fate === 'untouched' ? mark(one, 'taken-back') : mark(one, 'kept', fate);
  });
  return { marks, taken: new Set(ids) };
};

const restore = async (tx: Db, row: ImportRow, at: string, one: changes.Written): Promise<Mark> => {
  const card = await lockCustomer(tx, one.entity_id, [row.brand_id]);
  if (card === null) return mark(one, 'gone');
  if (card.id !== one.entity_id) return mark(one, 'kept', 'merged');
  const restored = restoreCard(card, one.changes);
  if (restored.changes.length > 0) {
    const after = { ...restored.card, version: card.version + 1, updatedAt: at };
    await updateCustomer(tx, after);
    await writeRelation(tx, after, row.brand_id);
    const by = { userId: row.undone_by, mutationId: null, importId: row.id };
    await addCustomerHistory(tx, after, restored.changes, by);
  }
  return restored.kept.length > 0 ? mark(one, 'kept', 'changed-since') : mark(one, 'taken-back');
};

const takeConsentsBack = async (tx: Db, given: readonly changes.Written[]): Promise<Mark[]> => {
  const there = await now.consentsNow(
    tx,
    given.map(({ entity_id }) => entity_id),
  );
  const going = given.filter(({ entity_id }) => there.get(entity_id) === 'other');
  await now.deleteFacts(
    tx,
    'consents',
    going.map(({ entity_id }) => entity_id),
  );
  return given.map((one) => {
    const is = there.get(one.entity_id);
    if (is === undefined) return mark(one, 'gone');
    return is === 'opposed' ? mark(one, 'kept', 'opposition') : mark(one, 'taken-back');
  });
};

const takeInteractionsBack = async (tx: Db, told: readonly changes.Written[]): Promise<Mark[]> => {
  const there = await now.interactionsNow(
    tx,
    told.map(({ entity_id }) => entity_id),
  );
  const going = told.filter(({ entity_id }) => there.get(entity_id) === 'untouched');
  await now.deleteFacts(
    tx,
    'interactions',
    going.map(({ entity_id }) => entity_id),
  );
  return told.map((one) => {
    const is = there.get(one.entity_id);
    if (is === undefined) return mark(one, 'gone');
    return is === 'worked-on' ? mark(one, 'kept', 'worked-on') : mark(one, 'taken-back');
  });
};

const finish = async (tx: Db, row: ImportRow, at: string): Promise<void> => {
  await forgetLines(tx, row.id);
  const state = nextState('undoing', 'undone') ?? 'undone';
  await updateImport(tx, row.id, { state, undone_at: at, counts: '{}' });
  const { takenBack, kept } = await changes.countChanges(tx, row.id);
  await recordAudit(tx, {
    userId: row.undone_by,
    action: 'import-undone',
    entity: 'import',
    entityId: row.id,
    detail: { takenBack, kept },
    correlationId: row.id,
  });
};

/** One batch of any import that is being undone. @returns whether there was one. */
export const undoBatch = (hub: Importing, changesAtOnce: number): Promise<boolean> =>
  hub.database.db.transaction().execute(async (tx) => {
    const row = await claimImport(tx, 'undoing');
    if (row === null) return false;
    const at = toInstant(hub.clock.now());
    const some = await changes.nextChanges(tx, row.id, changesAtOnce);
    if (some.length === 0) {
      await finish(tx, row, at);
      return true;
    }
    const of = (entity: changes.Change['entity'], deed: changes.Change['deed'] = 'created') =>
      some.filter((one) => one.entity === entity && one.deed === deed);
    const { marks, taken } = await takeCardsBack(tx, row, of('customer'));
    // What belonged to a card that went is marked with it.
    const left = (written: readonly changes.Written[]) =>
      written.filter(({ customer_id }) => customer_id === null || !taken.has(customer_id));
    for (const one of left(of('customer', 'updated'))) marks.push(await restore(tx, row, at, one));
    marks.push(...(await takeConsentsBack(tx, left(of('consent')))));
    marks.push(...(await takeInteractionsBack(tx, left(of('interaction')))));
    await changes.markUndone(tx, row.id, marks);
    return true;
  });
