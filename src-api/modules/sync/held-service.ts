/** How far back desktops of some brands reach: by age, and by number where the age leaves too many. */
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import { findDesktopRules } from '@api/modules/devices/repository.ts';
import type { SignedIn } from '@api/plugins/access.ts';
import type { CustomerBundle, heldRequestSchema } from '@shared/contracts/sync/pull.ts';
import { oldestInstantOf } from '@shared/domain/cache-scope/eviction.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { type Result, succeed } from '@shared/kernel/result.ts';
import type { z } from 'zod';
import { loadBundles } from './bundle-repository.ts';
import { contactAfter, countHeld, heldAmong } from './held-repository.ts';
import { admit, readableBundle } from './leave-out.ts';

type Hub = HubDependencies;
export type Reach = { readonly since: string; readonly total: number };

/** Counting all customers costs a load's worth of pages: one answer serves the whole load. */
const keptForMs = 10 * 60_000;
const known = new WeakMap<object, Map<string, Reach & { readonly at: number }>>();

export const reachOf = async (hub: Hub, brandIds: readonly string[]): Promise<Reach> => {
  const { db } = hub.database;
  const rules = await findDesktopRules(db);
  const now = hub.clock.now();
  const key = [...brandIds].sort().join() + rules.customersAtMost + rules.monthsAtMost;
  const kept = known.get(hub.database) ?? new Map<string, Reach & { readonly at: number }>();
  known.set(hub.database, kept);
  const last = kept.get(key);
  if (last !== undefined && now - last.at < keptForMs) return last;
  const byAge = toInstant(oldestInstantOf(rules.monthsAtMost, now));
  const total = await countHeld(db, brandIds, byAge);
  const count = rules.customersAtMost;
  const byNumber = total > count ? await contactAfter(db, brandIds, { since: byAge, count }) : null;
  const reach = { at: now, since: byNumber ?? byAge, total: Math.min(total, count) };
  kept.set(key, reach);
  return reach;
};

/** Customers that a desktop heard of and lacks, whole; those it is not to hold are left out. */
export const bundlesToHold = async (
  hub: Hub,
  user: SignedIn,
  { ids, protocol }: z.infer<typeof heldRequestSchema> & { readonly protocol: number },
  correlationId: string,
): Promise<Result<{ bundles: CustomerBundle[] }>> => {
  const { db } = hub.database;
  const admitted = admit(hub.wire, protocol);
  if (!admitted.ok) return admitted;
  const { since } = await reachOf(hub, user.brandIds);
  const held = await heldAmong(db, ids, user.brandIds, since);
  const found = await loadBundles(db, held, user.brandIds);
  const entry = { userId: user.id, action: 'loaded', entity: 'customers', entityId: null };
  if (found.length > 0)
    await recordAudit(db, { ...entry, detail: { count: found.length }, correlationId });
  return succeed({
    bundles: found.flatMap((bundle) => readableBundle(hub.wire, protocol, bundle)),
  });
};
