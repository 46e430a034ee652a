/** Bootstrap and pull: what a desktop holds is what its user's brands may see, and nothing skipped. */

import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import { findCallbacks, findLooseCallbacks } from '@api/modules/callbacks/repository.ts';
import { findCases } from '@api/modules/cases/repository.ts';
import { findConsents } from '@api/modules/consents/repository.ts';
import { findCustomers } from '@api/modules/customers/repository.ts';
import { findGrants } from '@api/modules/grants/repository.ts';
import { findInteractions } from '@api/modules/interactions/repository.ts';
import { stampOf } from '@api/modules/knowledge/held-repository.ts';
import { confirmErasures } from '@api/modules/privacy/erasure-repository.ts';
import { restrictedAmong } from '@api/modules/privacy/restriction-repository.ts';
import { findPurchases } from '@api/modules/purchases/repository.ts';
import { loadReference } from '@api/modules/reference/repository.ts';
import type { SignedIn } from '@api/plugins/access.ts';
import { readingLevel } from '@shared/contracts/sync/newer-than.ts';
import type { BootstrapResponse, Change, PullResponse } from '@shared/contracts/sync/pull.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import * as bundles from './bundle-repository.ts';
import * as log from './change-log-repository.ts';
import { type CursorScope, decodeCursor, encodeCursor } from './cursor.ts';
import { reachOf } from './held-service.ts';
import { admit, knows, readableBundle, readableChange, readableRow } from './leave-out.ts';

type Hub = HubDependencies;
type Db = Hub['database']['db'];

const hubIdOf = (hub: Hub): Promise<string> =>
  log.hubIdOf(hub.database.db, () => Buffer.from(hub.random(6)).toString('hex'));

const scopeOf = async (hub: Hub, user: SignedIn, protocol: number): Promise<CursorScope> => ({
  hubId: await hubIdOf(hub),
  brandIds: user.brandIds,
  level: readingLevel(hub.wire.newerThan, protocol),
});

/**
 * One page of everything. Each page carries the place of the log as it was before the page was read;
 * a desktop pulls from the one of its first page.
 */
export const bootstrap = async (
  hub: Hub,
  user: SignedIn,
  query: {
    readonly after?: string | undefined;
    readonly limit: number;
    readonly protocol: number;
    readonly hold: 'all' | 'needed';
  },
  correlationId: string,
): Promise<Result<BootstrapResponse>> => {
  const { db } = hub.database;
  const { protocol } = query;
  const admitted = admit(hub.wire, protocol);
  if (!admitted.ok) return admitted;
  const scope = await scopeOf(hub, user, protocol);
  const settled = await log.settledBelow(db);
  const isFirst = query.after === undefined;
  if (isFirst) {
    const entry = { userId: user.id, action: 'loaded', entity: 'customers', entityId: null };
    await recordAudit(db, { ...entry, correlationId });
  }
  const reach = query.hold === 'needed' ? await reachOf(hub, user.brandIds) : null;
  const { after, limit } = query;
  const wanted = { after, limit, since: reach?.since ?? null };
  const ids = await bundles.pageOfCustomers(db, user.brandIds, wanted);
  const found = await bundles.loadBundles(db, ids, user.brandIds);
  return succeed({
    cursor: encodeCursor(scope, { xid: settled, seq: 0n }),
    total: reach?.total ?? (await bundles.countCustomers(db, user.brandIds)),
    reference: isFirst ? await loadReference(db, user.brandIds, hub.clock.now()) : null,
    bundles: found.flatMap((bundle) => readableBundle(hub.wire, protocol, bundle)),
    looseCallbacks:
      isFirst && knows(hub.wire, protocol, 'callback')
        ? (await findLooseCallbacks(db, user.brandIds)).flatMap((row) =>
            readableRow(hub.wire, protocol, 'callback', row),
          )
        : [],
    next: ids.length < query.limit ? null : (ids.at(-1) ?? null),
    protocols: hub.wire.range,
  });
};

type Logged = log.LoggedChange;
type Told = Logged & { readonly entity: Exclude<Logged['entity'], 'article'> };
type Entity = Exclude<Told['entity'], 'reference'>;

/** Of articles it is only said that they changed. */
const isTold = (hub: Hub, protocol: number, word: Logged): word is Told =>
  word.entity !== 'article' && knows(hub.wire, protocol, word.entity);

/** The last word about each row of a page, in the order of those last words. */
const lastWords = (changes: readonly Logged[]): Logged[] => {
  const byRow = new Map<string, Logged>();
  for (const change of changes) {
    const key = `${change.entity}:${change.id}`;
    byRow.delete(key);
    byRow.set(key, change);
  }
  return [...byRow.values()];
};

const readEntities = async (db: Db, words: readonly Told[], scope: readonly string[]) => {
  const idsOf = (entity: Entity) =>
    words.flatMap((word) => (word.entity === entity && word.id !== null ? [word.id] : []));
  const keyed = <Row extends { id: string }>(rows: readonly Row[]) =>
    new Map(rows.map((row) => [row.id, row]));
  return {
    customer: await findCustomers(db, idsOf('customer'), scope),
    interaction: keyed(await findInteractions(db, idsOf('interaction'), scope)),
    case: keyed(await findCases(db, idsOf('case'), scope)),
    consent: keyed(await findConsents(db, idsOf('consent'), scope)),
    callback: keyed(await findCallbacks(db, idsOf('callback'), scope)),
    grant: keyed(await findGrants(db, idsOf('grant'), scope)),
    purchase: keyed(await findPurchases(db, idsOf('purchase'), scope)),
  };
};

/** Whom a row is about; a customer's own row says so by its brands. */
const whose = (row: object): string[] =>
  'customerId' in row && typeof row.customerId === 'string' ? [row.customerId] : [];

const changesOf = async (
  db: Db,
  words: readonly Told[],
  scope: readonly string[],
  nowMs: number,
): Promise<Change[]> => {
  const found = await readEntities(db, words, scope);
  const about = Object.values(found).flatMap((rows) => [...rows.values()].flatMap(whose));
  const restricted = await restrictedAmong(db, [...new Set(about)]);
  const isShown = (row: object): boolean => !whose(row).some((id) => restricted.has(id));
  const changes: Change[] = [];
  for (const { entity, id } of words) {
    if (entity === 'reference') {
      changes.push({ entity, id: 'reference', row: await loadReference(db, scope, nowMs) });
    } else if (id !== null) {
      const row = found[entity].get(id) ?? null;
      changes.push({ entity, id, row: row !== null && isShown(row) ? row : null } as Change);
    }
  }
  return changes;
};

/**
 * `cursor-too-old` when the log does not reach back that far, or the user's brands or the protocol
 * have changed; `desktop-too-old` when the hub does not serve the protocol any more.
 */
export const pull = async (
  hub: Hub,
  user: SignedIn,
  query: { readonly cursor: string; readonly limit: number; readonly protocol: number },
): Promise<Result<PullResponse>> => {
  const { db } = hub.database;
  const { protocol } = query;
  const admitted = admit(hub.wire, protocol);
  if (!admitted.ok) return admitted;
  const scope = await scopeOf(hub, user, protocol);
  const from = decodeCursor(scope, query.cursor);
  if (!from.ok) return from;
  if (from.value.xid < (await log.horizonOf(db))) return fail('cursor-too-old');
  if (from.value.xid > (await log.nextTransaction(db))) return fail('cursor-too-old');
  await confirmErasures(db, {
    sessionId: user.sessionId,
    userId: user.id,
    brandIds: user.brandIds,
    from: from.value.xid,
    at: toInstant(hub.clock.now()),
  });
  const settled = await log.settledBelow(db);
  const logged = await log.readChanges(db, from.value, settled, user.brandIds, query.limit);
  const last = logged.at(-1);
  const more = logged.length === query.limit && last !== undefined;
  const reached = more ? last.position : { xid: settled, seq: 0n };
  const words = lastWords(logged).filter((word) => isTold(hub, protocol, word));
  const changes = await changesOf(db, words, user.brandIds, hub.clock.now());
  return succeed({
    cursor: encodeCursor(scope, reached.xid < from.value.xid ? from.value : reached),
    more,
    changes: changes.flatMap((change) => readableChange(hub.wire, protocol, change)),
    articles: await stampOf(db, user.brandIds),
    protocols: hub.wire.range,
  });
};
