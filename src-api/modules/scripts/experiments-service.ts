/** An experiment is planned before it runs, and only ever stopped: what it began with does not change. */

import type { HubDependencies } from '@api/hub-app.ts';
import { audited } from '@api/modules/audit/service.ts';
import type { Experiment, NewExperiment } from '@shared/contracts/http/script-experiments.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import * as experiments from './experiments-repository.ts';
import type { Reader } from './reader.ts';
import { findVersions, lockScript } from './repository.ts';

type Hub = HubDependencies;

const endOf = ({ until, stoppedAt }: Experiment): string => stoppedAt ?? until ?? '9999';
const overlaps = (a: Experiment, b: Experiment): boolean => a.from < endOf(b) && b.from < endOf(a);

export const listExperiments = (
  hub: Hub,
  { sight }: Reader,
  scriptId: string | undefined,
): Promise<Experiment[]> => experiments.findExperiments(hub.database.db, sight.brandIds, scriptId);

export const startExperiment = (
  hub: Hub,
  { actor, sight, trace }: Reader,
  scriptId: string,
  given: NewExperiment,
): Promise<Result<Experiment>> => {
  const id = hub.newId();
  const deed = { action: 'planned', entity: 'script-experiment', entityId: id };
  return audited(hub, trace, deed, async (tx) => {
    if (!sight.writes) return fail('role-not-allowed');
    await lockScript(tx, scriptId);
    const versions = await findVersions(tx, sight, scriptId);
    const brandId = versions[0]?.brandId;
    if (brandId === undefined) return fail('not-found');
    const sayable = versions.filter(
      ({ status }) => status === 'approved' || status === 'published',
    );
    const unfit = given.arms.find((arm) => !sayable.some(({ version }) => version === arm.version));
    if (unfit !== undefined)
      return fail('script-not-in-state', `version ${unfit.version} is not approved`);
    const now = toInstant(hub.clock.now());
    const experiment: Experiment = {
      ...given,
      id,
      scriptId,
      brandId,
      from: given.from === undefined || given.from < now ? now : given.from,
      createdBy: actor.userId,
      createdAt: now,
      stoppedBy: null,
      stoppedAt: null,
    };
    const others = await experiments.findExperiments(tx, sight.brandIds, scriptId);
    if (others.some((other) => overlaps(experiment, other)))
      return fail('script-not-in-state', 'another experiment on this speech runs at that time');
    await experiments.insertExperiment(tx, experiment);
    return succeed(experiment);
  });
};

export const stopExperiment = (
  hub: Hub,
  { actor, sight, trace }: Reader,
  id: string,
): Promise<Result<Experiment>> => {
  const deed = { action: 'stopped', entity: 'script-experiment', entityId: id };
  return audited(hub, trace, deed, async (tx) => {
    if (!sight.writes) return fail('role-not-allowed');
    const known = await experiments.findExperiment(tx, sight.brandIds, id);
    if (known === null) return fail('not-found');
    const now = toInstant(hub.clock.now());
    if (endOf(known) <= now) return fail('script-not-in-state');
    await experiments.markStopped(tx, id, { userId: actor.userId, at: now });
    return succeed({ ...known, stoppedBy: actor.userId, stoppedAt: now });
  });
};
