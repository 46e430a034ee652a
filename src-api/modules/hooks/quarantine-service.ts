/** What could not take effect, for people to settle: tried again, corrected, or given up with a reason. */

import type { HubDependencies } from '@api/hub-app.ts';
import { type Actor, audited } from '@api/modules/audit/service.ts';
import type {
  QuarantineItem,
  QuarantineQuery,
  SettledItem,
} from '@shared/contracts/http/sources.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { isWrong, keptBytes, readEvent } from './read-event.ts';
import * as events from './repository.ts';
import { tellingOf, tryEvent } from './take-event.ts';

type Hub = HubDependencies;
type Db = Hub['database']['db'];
type Item = { readonly id: string; readonly event?: unknown };

/** An administrator settles everything; the others what is wholly of their brands. */
const scopeOf = (user: User): events.Scope =>
  user.role === 'administrator' ? null : user.brandIds;

const gone = (id: string): SettledItem => ({ id, status: 'gone', reason: null, issues: [] });

export const listQuarantine = async (
  hub: Hub,
  user: User,
  query: QuarantineQuery,
): Promise<{ items: QuarantineItem[]; total: number; next: string | null }> => {
  const { db } = hub.database;
  const scope = scopeOf(user);
  const items = await events.findQuarantine(db, scope, query);
  const next = items.length < query.limit ? null : (items.at(-1)?.id ?? null);
  return { items, total: await events.countQuarantine(db, scope), next };
};

const replayIn = async (hub: Hub, tx: Db, user: User, item: Item): Promise<SettledItem> => {
  const kept = await events.lockWaiting(tx, scopeOf(user), item.id);
  if (kept === null) return gone(item.id);
  const corrected = item.event === undefined ? undefined : Buffer.from(JSON.stringify(item.event));
  const body = corrected ?? kept.body;
  const source = { id: kept.sourceId, kind: kept.sourceKind, brandIds: kept.brandIds };
  const read = readEvent(body, source, hub.clock.now());
  let found = isWrong(read) ? read : null;
  if (!isWrong(read)) {
    const sent = { source, messageId: kept.messageId };
    const telling = tellingOf(hub, tx, sent, { id: kept.id, at: read.at });
    found = await tryEvent(hub, telling, read);
  }
  if (found !== null) {
    await events.keepWrong(tx, kept.id, found);
    return { id: kept.id, status: 'quarantined', ...found, issues: [...found.issues] };
  }
  const at = toInstant(hub.clock.now());
  const settled = { status: 'applied' as const, at, by: user.id, why: null };
  const changed = corrected === undefined ? {} : { body: keptBytes(corrected) };
  await events.settleEvent(tx, kept.id, { ...settled, ...changed });
  return { id: kept.id, status: 'applied', reason: null, issues: [] };
};

/** Each item in a transaction of its own: one that is still wrong keeps no other from taking effect. */
export const replay = async (
  hub: Hub,
  user: User,
  actor: Actor,
  items: readonly Item[],
): Promise<SettledItem[]> => {
  const settled: SettledItem[] = [];
  for (const item of items) {
    const detail = { corrected: item.event !== undefined };
    const deed = { action: 'replayed', entity: 'hook-event', entityId: item.id, detail };
    settled.push(await audited(hub, actor, deed, (tx) => replayIn(hub, tx, user, item)));
  }
  return settled;
};

export const giveUp = async (
  hub: Hub,
  user: User,
  actor: Actor,
  { ids, why }: { readonly ids: readonly string[]; readonly why: string },
): Promise<SettledItem[]> => {
  const settled: SettledItem[] = [];
  for (const id of ids) {
    const deed = { action: 'given-up', entity: 'hook-event', entityId: id, detail: { why } };
    const work = async (tx: Db): Promise<SettledItem> => {
      if ((await events.lockWaiting(tx, scopeOf(user), id)) === null) return gone(id);
      const at = toInstant(hub.clock.now());
      await events.settleEvent(tx, id, { status: 'given-up', at, by: user.id, why });
      return { id, status: 'given-up', reason: null, issues: [] };
    };
    settled.push(await audited(hub, actor, deed, work));
  }
  return settled;
};
