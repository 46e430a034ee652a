/**
 * Looks at who was made or changed, by whichever way: computes the keys, compares with those who
 * share one, and writes what may be one customer. Never all with all; several hubs share the queue.
 */

import { startLoop } from '@api/background-loop.ts';
import type { DatabaseHandle } from '@api/db/database.ts';
import { findCards } from '@api/modules/customers/repository.ts';
import { blockingKeys } from '@shared/domain/identity/blocking-keys.ts';
import { compareIdentities } from '@shared/domain/identity/compare-identities.ts';
import { type Identity, identityOf } from '@shared/domain/identity/identity.ts';
import { type Clock, toInstant } from '@shared/kernel/clock.ts';
import type { FastifyBaseLogger } from 'fastify';
import { isAnyQueued, meetings, putKeys, takeQueued } from './keys-repository.ts';
import { dropStale, type Found, putFound, shownCustomerIds } from './proposals-repository.ts';

const atOnce = 50;

/** One turn over the queue. @returns how many customers it looked at. */
export const findDuplicates = (database: DatabaseHandle, clock: Clock): Promise<number> =>
  database.db.transaction().execute(async (tx) => {
    const ids = await takeQueued(tx, atOnce);
    if (ids.length === 0) return 0;
    const shown = await shownCustomerIds(tx, ids);
    const cards = await findCards(tx, [...shown]);
    const identities = new Map<string, Identity>(
      [...cards].map(([id, card]) => [id, identityOf(card)]),
    );
    const keys = [...identities].flatMap(([customerId, identity]) =>
      blockingKeys(identity).map((key) => ({ customerId, key })),
    );
    await putKeys(tx, ids, keys);
    const pairs = await meetings(tx, [...shown]);
    const others = pairs
      .flatMap(({ oneId, otherId }) => [oneId, otherId])
      .filter((id) => !identities.has(id));
    for (const [id, card] of await findCards(tx, [...new Set(others)])) {
      identities.set(id, identityOf(card));
    }
    const found: Found[] = pairs.flatMap(({ oneId, otherId }) => {
      const [one, other] = [identities.get(oneId), identities.get(otherId)];
      if (one === undefined || other === undefined) return [];
      return [{ oneId, otherId, comparison: compareIdentities(one, other) }];
    });
    const standing = found.filter(({ comparison }) => comparison.verdict !== 'none');
    await dropStale(tx, ids, standing);
    await putFound(tx, standing, toInstant(clock.now()));
    return ids.length;
  });

const restMs = 60;
const lookEveryMs = 2_000;

/** Works whenever somebody is queued, with a rest between turns. @returns how to stop it. */
export const startFindingDuplicates = (
  database: DatabaseHandle,
  clock: Clock,
  log: FastifyBaseLogger,
): (() => Promise<void>) =>
  startLoop(log, {
    failure: 'no duplicates sought',
    turn: async () => {
      if (!(await isAnyQueued(database.db))) return lookEveryMs;
      return (await findDuplicates(database, clock)) > 0 ? restMs : lookEveryMs;
    },
    afterFailureMs: lookEveryMs,
    firstMs: lookEveryMs,
  });
