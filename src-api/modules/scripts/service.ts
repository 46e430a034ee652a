/** The brand writes, publishes and withdraws what is said in its name; every step leaves a trace. */

import type { HubDependencies } from '@api/hub-app.ts';
import { type Actor, audited } from '@api/modules/audit/service.ts';
import type { Draft, ScriptVersion } from '@shared/contracts/http/scripts.ts';
import type { Script } from '@shared/domain/script/script.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import * as scripts from './repository.ts';

type Hub = HubDependencies;

export const listVersions = (hub: Hub, user: User): Promise<ScriptVersion[]> =>
  scripts.findVersions(hub.database.db, user.brandIds);

export const readVersion = async (
  hub: Hub,
  user: User,
  id: string,
  version: number,
): Promise<Result<Script>> => {
  const content = await scripts.findContent(hub.database.db, id, version, user.brandIds);
  return content === null ? fail('not-found') : succeed(content);
};

const found = (version: ScriptVersion | null): Result<ScriptVersion> =>
  version === null ? fail('not-found') : succeed(version);

/** The next version of a speech, as a draft. `not-found` when the brand is not the user's. */
export const addDraft = (
  hub: Hub,
  user: User,
  actor: Actor,
  id: string,
  draft: Draft,
): Promise<Result<ScriptVersion>> =>
  audited(hub, actor, { action: 'drafted', entity: 'script', entityId: id }, async (tx) => {
    const latest = await scripts.lockLatest(tx, id);
    const isForeign = latest !== null && latest.brandId !== draft.brandId;
    if (isForeign || !user.brandIds.includes(draft.brandId)) return fail('not-found');
    const version = (latest?.version ?? 0) + 1;
    const publishedAt = toInstant(hub.clock.now());
    await scripts.insertDraft(tx, { ...draft, id, version, publishedAt }, user.id);
    return found(await scripts.findVersion(tx, id, version, user.brandIds));
  });

/** `version-superseded` for a version that is not a draft any more. */
export const publish = (
  hub: Hub,
  user: User,
  actor: Actor,
  id: string,
  version: number,
): Promise<Result<ScriptVersion>> => {
  const deed = { action: 'published', entity: 'script', entityId: `${id}/${version}` };
  return audited(hub, actor, deed, async (tx) => {
    const known = await scripts.findVersion(tx, id, version, user.brandIds);
    if (known === null) return fail('not-found');
    if (known.status !== 'draft') return fail('version-superseded');
    const at = toInstant(hub.clock.now());
    await scripts.markPublished(tx, id, version, { userId: user.id, at });
    return found(await scripts.findVersion(tx, id, version, user.brandIds));
  });
};

/** After it the version before is said again; desktops learn of it at once. */
export const withdraw = (
  hub: Hub,
  user: User,
  actor: Actor,
  id: string,
  version: number,
): Promise<Result<ScriptVersion>> => {
  const deed = { action: 'withdrawn', entity: 'script', entityId: `${id}/${version}` };
  return audited(hub, actor, deed, async (tx) => {
    if ((await scripts.findVersion(tx, id, version, user.brandIds)) === null)
      return fail('not-found');
    await scripts.markWithdrawn(tx, id, version);
    return found(await scripts.findVersion(tx, id, version, user.brandIds));
  });
};
