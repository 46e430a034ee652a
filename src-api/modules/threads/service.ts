/**
 * Puts exchanges into their threads, whatever way they came in: in the background, for customers
 * whose history changed, so that taking in many rows waits for nothing.
 */
import type { HubDependencies } from '@api/hub-app.ts';
import { findCasesOfCustomers } from '@api/modules/cases/repository.ts';
import { threadsOf } from '@shared/domain/thread/threads-of.ts';
import { findExchanges, setThreads } from './repository.ts';

type Db = HubDependencies['database']['db'];

const grouped = <Row extends { readonly customerId: string }>(rows: readonly Row[]) => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.customerId);
    if (group === undefined) groups.set(row.customerId, [row]);
    else group.push(row);
  }
  return groups;
};

export const renewThreads = async (
  tx: Db,
  customerIds: readonly string[],
  brandIds: readonly string[],
): Promise<void> => {
  const cases = grouped(await findCasesOfCustomers(tx, customerIds, brandIds));
  const changed: { id: string; threadId: string | null }[] = [];
  for (const [customerId, rows] of grouped(await findExchanges(tx, customerIds))) {
    const threads = threadsOf(rows, cases.get(customerId) ?? []);
    for (const { id, threadId } of rows) {
      const found = threads.get(id) ?? null;
      if (found !== threadId) changed.push({ id, threadId: found });
    }
  }
  await setThreads(tx, changed);
};
