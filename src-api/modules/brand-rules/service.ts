/** What a brand promises and allows; a change works on everything that runs. */
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import type { Actor } from '@api/modules/audit/service.ts';
import { queueBrand } from '@api/modules/insights/queue-repository.ts';
import type { KeptRules } from '@shared/contracts/http/brand-rules.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { findRules, findRulesHistory, writeRules } from './repository.ts';

export const rulesOf = (hub: HubDependencies, brandId: string): Promise<KeptRules> =>
  findRules(hub.database.db, brandId);

export const rulesHistory = (hub: HubDependencies, brandId: string): Promise<KeptRules[]> =>
  findRulesHistory(hub.database.db, brandId);

/** `version-superseded` when somebody changed them meanwhile. */
export const changeRules = (
  hub: HubDependencies,
  actor: Actor,
  brandId: string,
  { version, rules }: Pick<KeptRules, 'version' | 'rules'>,
): Promise<Result<KeptRules>> =>
  hub.database.db.transaction().execute(async (tx) => {
    const at = toInstant(hub.clock.now());
    const done = await writeRules(tx, { brandId, version, rules, by: actor.userId, at });
    if (!done) return fail('version-superseded');
    await queueBrand(tx, brandId);
    const deed = { action: 'changed', entity: 'brand-rules', entityId: brandId };
    await recordAudit(tx, { ...deed, ...actor, detail: { version: version + 1 } });
    return succeed(await findRules(tx, brandId));
  });
