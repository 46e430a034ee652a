/**
 * A hub that was filled works through everybody's history in the background, in turns with long
 * rests. What is measured is an ordinary day, so that is done beforehand, without the rests.
 */
import { openDatabase } from '@api/db/database.ts';
import { findDuplicates } from '@api/modules/duplicates/find-duplicates.ts';
import { workThroughSome } from '@api/modules/insights/worker.ts';
import { systemClock } from '@shared/kernel/clock.ts';

/** Resolves when nothing waits in the hub's queues. */
export const hubAtRest = async (databaseUrl: string): Promise<void> => {
  const database = openDatabase(databaseUrl, () => undefined);
  const hub = { database, clock: systemClock };
  while ((await workThroughSome(hub)) > 0);
  while ((await findDuplicates(database, systemClock)) > 0);
  await database.close();
};
