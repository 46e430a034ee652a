/**
 * Works through the queue of changed customers, a few at a time, in the background. Several instances
 * share the work; one that dies leaves its share to the others.
 */
import { startLoop } from '@api/background-loop.ts';
import type { HubDependencies } from '@api/hub-app.ts';
import { findRulesOf } from '@api/modules/brand-rules/repository.ts';
import { renewChannels } from '@api/modules/channel-map/renew.ts';
import { renewDeadlines } from '@api/modules/deadlines/service.ts';
import { renewThreads } from '@api/modules/threads/service.ts';
import { findContacts, findRelations } from './history-repository.ts';
import { takeQueued } from './queue-repository.ts';

/** Few enough that nobody who asks the hub meanwhile waits long. */
const batch = 25;
const pollMs = 500;
/** It rests four times as long as it worked: whoever asks or tells the hub something goes first. */
const restShare = 4;
const afterFailureMs = 5_000;

const grouped = <Row extends { readonly customerId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.customerId);
    if (group === undefined) groups.set(row.customerId, [row]);
    else group.push(row);
  }
  return groups;
};

/** One share of the queue, whole or not at all. @returns how many customers it was. */
export const workThroughSome = (
  hub: Pick<HubDependencies, 'database' | 'clock'>,
): Promise<number> =>
  hub.database.db.transaction().execute(async (tx) => {
    const ids = await takeQueued(tx, batch);
    if (ids.length === 0) return 0;
    const brands = (await tx.selectFrom('brands').select('id').execute()).map(({ id }) => id);
    await renewThreads(tx, ids, brands);
    const contacts = grouped(await findContacts(tx, ids));
    const relations = grouped(await findRelations(tx, ids));
    const rules = await findRulesOf(tx, brands);
    const histories = ids.map((customerId) => ({
      customerId,
      contacts: contacts.get(customerId) ?? [],
      relations: relations.get(customerId) ?? [],
    }));
    await renewDeadlines(tx, histories, rules, hub.clock.now());
    await renewChannels(tx, histories, hub.clock.now());
    return ids.length;
  });

/** @returns how to stop it; what is being worked on is ended first. */
export const startInsights = (
  hub: Pick<HubDependencies, 'database' | 'clock' | 'log'>,
): (() => Promise<void>) =>
  startLoop(hub.log, {
    failure: 'histories not worked through',
    turn: async () => {
      const startedAt = performance.now();
      const worked = (await workThroughSome(hub)) > 0;
      return worked ? restShare * (performance.now() - startedAt) : pollMs;
    },
    afterFailureMs,
  });
