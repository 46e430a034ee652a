/** What is decided of queues: by leads for those of their brands, by administrators for all of theirs. */
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import type { KeptQueueTarget } from '@shared/contracts/http/queue-targets.ts';
import type { DecidedTarget } from '@shared/domain/queue-call/target.ts';
import type { User } from '@shared/domain/user/user.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { readTargets, writeTarget } from './repository.ts';

type Hub = Pick<HubDependencies, 'database'>;

export const targetsFor = async (
  { database }: Hub,
  user: User,
): Promise<{ targets: KeptQueueTarget[] }> => ({
  targets: await readTargets(database.db, user.brandIds),
});

/** `not-found`: no queue of a brand of hers. `version-superseded`: somebody decided meanwhile. */
export const decideTarget = async (
  { database }: Hub,
  user: User,
  change: {
    readonly queue: string;
    readonly target: DecidedTarget;
    readonly version: number;
    readonly correlationId: string;
  },
): Promise<Result<KeptQueueTarget>> => {
  const { queue, target, version, correlationId } = change;
  const known = (await readTargets(database.db, user.brandIds)).find((one) => one.queue === queue);
  if (known === undefined) return fail('not-found');
  return database.db.transaction().execute(async (tx) => {
    if (!(await writeTarget(tx, change))) return fail('version-superseded');
    const about = { entity: 'queue', entityId: queue, correlationId, userId: user.id };
    await recordAudit(tx, { ...about, action: 'queue-target-decided', detail: { ...target } });
    return succeed({ ...known, target, version: version + 1 });
  });
};
