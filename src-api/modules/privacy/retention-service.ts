/** What is kept no longer than it may be, and how an auditor sees that. */
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import type { Actor } from '@api/modules/audit/service.ts';
import {
  type Purge,
  type Retention,
  type RetentionKind,
  retentionKinds,
} from '@shared/contracts/http/privacy.ts';
import { instantOf, localDateOf } from '@shared/domain/calendar/zoned-time.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { insertErasure, noteCounts } from './erasure-repository.ts';
import * as retention from './retention-repository.ts';
import { brandsOfSubject, eraseSubject, subjectOf } from './subject-repository.ts';

type Hub = Pick<HubDependencies, 'database' | 'clock' | 'newId'>;
const dayMs = 86_400_000;
const customersAtOnce = 100;

const beforeOf = (hub: Hub, days: number): string => toInstant(hub.clock.now() - days * dayMs);

export const retentionOf = async (hub: Hub): Promise<Retention> => {
  const { db } = hub.database;
  const purges = await retention.findPurges(db);
  const rules: Retention['rules'] = [];
  for (const rule of await retention.findRules(db)) {
    const last = purges.filter(({ kind }) => kind === rule.kind).at(-1);
    const due = await retention.countDue(db, rule.kind, beforeOf(hub, rule.days));
    rules.push({ ...rule, due, last: last ?? null });
  }
  return {
    rules,
    chain: { purges: purges.length, brokenAt: retention.brokenLink(purges) },
  };
};

export const purges = async (hub: Hub): Promise<Purge[]> =>
  (await retention.findPurges(hub.database.db)).reverse();

export const changeRetention = (
  hub: Hub,
  actor: Actor,
  kind: RetentionKind,
  { days, reason }: { readonly days: number; readonly reason: string },
): Promise<void> =>
  hub.database.db.transaction().execute(async (tx) => {
    const at = toInstant(hub.clock.now());
    await retention.changeRule(tx, kind, { days, why: reason, by: actor.userId, at });
    const deed = { action: 'changed', entity: 'retention', entityId: kind };
    await recordAudit(tx, { ...deed, ...actor, detail: { days } });
  });

/** Whole customers go as by an erasure, so that they leave the desktops too, a few at a time. */
const purgeCustomers = async (hub: Hub, before: string): Promise<number> => {
  let count = 0;
  for (;;) {
    const gone = await hub.database.db.transaction().execute(async (tx) => {
      const ids = await retention.inactiveCustomers(tx, before, customersAtOnce);
      for (const customerId of ids) {
        const subject = await subjectOf(tx, customerId);
        const brandIds = await brandsOfSubject(tx, subject.customerIds);
        const id = hub.newId();
        const at = toInstant(hub.clock.now());
        const reason = 'retention: inactive-customers';
        await insertErasure(tx, { id, customerId, brandIds, reason, by: null, at });
        await noteCounts(tx, id, await eraseSubject(tx, id, subject));
      }
      return ids.length;
    });
    count += gone;
    if (gone < customersAtOnce) return count;
  }
};

/** Every kind once; a purge of nothing is a proof too. @returns the new links of the chain. */
export const purgeAll = async (hub: Hub): Promise<Purge[]> => {
  const rules = await retention.findRules(hub.database.db);
  const done: Purge[] = [];
  for (const kind of retentionKinds) {
    const rule = rules.find((one) => one.kind === kind);
    if (rule === undefined) continue;
    const before = beforeOf(hub, rule.days);
    const at = toInstant(hub.clock.now());
    const whole = kind === 'inactive-customers' ? await purgeCustomers(hub, before) : null;
    const purge = await hub.database.db.transaction().execute(async (tx) => {
      const count =
        kind === 'inactive-customers' ? (whole ?? 0) : await retention.purgeRows(tx, kind, before);
      return retention.addPurge(tx, { kind, at, before, count });
    });
    done.push(purge);
  }
  return done;
};

const nightHours = [2, 3, 4];
const everyMs = 20 * 3_600_000;

/** At night, once, however many hubs there are: who comes second finds the first one's links. */
export const purgeAtNight = async (hub: Hub): Promise<Purge[]> => {
  const now = hub.clock.now();
  const midnight = instantOf(localDateOf(now, 'Europe/Paris'), 0, 'Europe/Paris');
  if (!nightHours.includes(Math.floor((now - midnight) / 3_600_000))) return [];
  const [last] = await purges(hub);
  if (last !== undefined && now - Date.parse(last.at) < everyMs) return [];
  return purgeAll(hub);
};
