/**
 * Makes exports in the background, a batch at a time, each in one transaction with how far it is.
 * Whoever asks the hub goes first: after each batch the work rests as long as it lasted.
 */
import { startLoop } from '@api/background-loop.ts';
import type { HubDependencies } from '@api/hub-app.ts';
import { sealOf } from '@api/modules/sources/sealing-repository.ts';
import { exportFieldsOf } from '@shared/domain/export/columns.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { addLines, lockNext, noteBatch } from './repository.ts';
import { rowsAfter } from './rows-repository.ts';

type Exporting = Pick<HubDependencies, 'database' | 'clock' | 'random'>;

const keptMs = 24 * 3_600_000;
const usualRows = 500;

/** One batch of any export. @returns whether there was any. */
export const workOnExports = async (
  { database, clock, random }: Exporting,
  rowsAtOnce: number = usualRows,
): Promise<boolean> => {
  const { seal } = await sealOf(database.db, random);
  return database.db.transaction().execute(async (tx) => {
    const next = await lockNext(tx);
    if (next === null) return false;
    const { id, asked, cursor, done } = next;
    const batch = await rowsAfter(tx, asked, cursor, rowsAtOnce);
    const columns = asked.columns.length > 0 ? asked.columns : exportFieldsOf[asked.kind];
    const lines = batch.rows.map(({ customerId, cells }, at) => ({
      place: done + at + 1,
      customerId,
      body: seal(JSON.stringify(columns.map((field) => cells[field] ?? null))),
    }));
    await addLines(tx, id, lines);
    const now = clock.now();
    await noteBatch(tx, id, {
      cursor: batch.next,
      done: done + lines.length,
      ended: batch.next === null ? { at: toInstant(now), until: toInstant(now + keptMs) } : null,
    });
    return true;
  });
};

const pollMs = 500;
const afterFailureMs = 3_000;

/** @returns how to stop it; the batch that is under way is ended first. */
export const startExports = (
  hub: Exporting & Pick<HubDependencies, 'log'>,
): (() => Promise<void>) =>
  startLoop(hub.log, {
    failure: 'export not worked on',
    turn: async () => {
      const startedAt = performance.now();
      return (await workOnExports(hub)) ? performance.now() - startedAt : pollMs;
    },
    afterFailureMs,
  });
