/** The evidence of decisions before calls, and switching a rule of law: with a reason, in the journal. */
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import type { Actor } from '@api/modules/audit/service.ts';
import {
  type DecisionsQuery,
  type KeptDecision,
  type LawRule,
  type LawSwitch,
  longestSwitchDays,
} from '@shared/contracts/http/law.ts';
import { frenchLaw } from '@shared/domain/law/france/rule-set.ts';
import type { RuleId } from '@shared/domain/law/rule.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { findDecisions, findSwitches, switchOff, switchOn } from './repository.ts';

type Hub = Pick<HubDependencies, 'database' | 'clock'>;

export const decisionsPage = async (
  hub: Hub,
  user: User,
  query: DecisionsQuery,
): Promise<{ decisions: KeptDecision[]; next: string | null }> => {
  const decisions = await findDecisions(hub.database.db, user.brandIds, query);
  const last = decisions.length === query.limit ? decisions.at(-1) : undefined;
  return { decisions, next: last?.at ?? null };
};

const instant = (ms: number | null): string | null => (ms === null ? null : toInstant(ms));

export const lawRules = async (hub: Hub): Promise<{ country: string; rules: LawRule[] }> => {
  const nowMs = hub.clock.now();
  const switches = new Map(
    (await findSwitches(hub.database.db))
      .filter(({ until }) => until === null || nowMs < Date.parse(until))
      .map(({ rule, ...off }) => [rule, off]),
  );
  const rules = frenchLaw.rules.map(({ id, article, source, fromMs, untilMs }) => ({
    rule: id,
    article,
    source,
    from: instant(fromMs),
    until: instant(untilMs),
    switchedOff: switches.get(id) ?? null,
  }));
  return { country: frenchLaw.country, rules };
};

const dayMs = 86_400_000;

export const switchRule = async (
  hub: Hub,
  actor: Actor & { readonly userId: string },
  rule: RuleId,
  given: LawSwitch,
): Promise<Result<null>> => {
  const nowMs = hub.clock.now();
  const { reason } = given;
  if (!given.on) {
    const lastsMs = Date.parse(given.until) - nowMs;
    if (lastsMs <= 0 || lastsMs > longestSwitchDays * dayMs)
      return fail('input-malformed', `until: to come, and within ${longestSwitchDays} days`);
  }
  await hub.database.db.transaction().execute(async (tx) => {
    const at = toInstant(nowMs);
    if (given.on) await switchOn(tx, rule);
    else await switchOff(tx, rule, { reason, by: actor.userId, at, until: given.until });
    const deed = { action: given.on ? 'switched-on' : 'switched-off', entity: 'law-rule' };
    const detail = given.on ? { reason } : { reason, until: given.until };
    await recordAudit(tx, { ...deed, ...actor, entityId: rule, detail });
  });
  return succeed(null);
};
