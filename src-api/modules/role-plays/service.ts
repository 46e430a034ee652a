/** Team leads write what trainees play; every change leaves a trace, and a later one is not lost. */

import type { HubDependencies } from '@api/hub-app.ts';
import { type Actor, audited } from '@api/modules/audit/service.ts';
import type { Repertoire, Sound } from '@shared/contracts/http/role-plays.ts';
import type {
  RolePlay,
  RolePlayDraft,
  Series,
  SeriesDraft,
} from '@shared/domain/role-play/role-play.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import * as plays from './repository.ts';
import * as sounds from './sounds-repository.ts';

type Hub = HubDependencies;
type Db = Hub['database']['db'];
/** Who changes what, since which version; null makes a new one. */
export type Change<Draft> = { readonly version: number | null; readonly draft: Draft };

const dayMs = 24 * 3_600_000;

export const repertoire = async (hub: Hub, user: User): Promise<Repertoire> => ({
  rolePlays: await plays.findRolePlays(hub.database.db, user.brandIds),
  series: await plays.findSeries(hub.database.db, user.brandIds),
});

/** What the draft may not change: nothing of another brand, and not over a later version. */
const refusalOf = (
  user: User,
  current: { readonly version: number; readonly brandId: string } | null,
  { version, draft }: Change<{ readonly brandId: string }>,
): 'not-found' | 'version-superseded' | null => {
  if (!user.brandIds.includes(draft.brandId)) return 'not-found';
  if (version === null) return null;
  if (current === null || current.brandId !== draft.brandId) return 'not-found';
  return current.version === version ? null : 'version-superseded';
};

const stampOf = (hub: Hub, id: string, version: number | null) => ({
  id,
  version: (version ?? 0) + 1,
  updatedAt: toInstant(hub.clock.now()),
});

const saysOwnSounds = async (tx: Db, { steps, brandId }: RolePlayDraft): Promise<boolean> => {
  const ids = new Set(
    steps.flatMap((step) =>
      step.kind === 'say' && step.sound?.kind === 'recorded' ? [step.sound.soundId] : [],
    ),
  );
  return (await sounds.countSounds(tx, [...ids], brandId)) === ids.size;
};

/** `version-superseded` when somebody changed it since. */
export const saveRolePlay = (
  hub: Hub,
  user: User,
  actor: Actor,
  id: string,
  change: Change<RolePlayDraft>,
): Promise<Result<RolePlay>> => {
  const action = change.version === null ? 'created' : 'changed';
  return audited(hub, actor, { action, entity: 'role-play', entityId: id }, async (tx) => {
    const current = await plays.lockRolePlay(tx, id, user.brandIds);
    const refusal = refusalOf(user, current, change);
    if (refusal !== null) return fail(refusal);
    if (!(await saysOwnSounds(tx, change.draft))) return fail('not-found', 'a recorded sentence');
    const stamp = stampOf(hub, id, change.version);
    await plays.putRolePlay(tx, change.draft, stamp, user.id);
    await sounds.forgetUnsaidSounds(tx, toInstant(hub.clock.now() - dayMs));
    return succeed({ ...change.draft, ...stamp });
  });
};

export const removeRolePlay = (
  hub: Hub,
  user: User,
  actor: Actor,
  id: string,
): Promise<Result<null>> =>
  audited(hub, actor, { action: 'deleted', entity: 'role-play', entityId: id }, async (tx) => {
    if ((await plays.lockRolePlay(tx, id, user.brandIds)) === null) return fail('not-found');
    await plays.deleteRolePlay(tx, id);
    return succeed(null);
  });

/** All of its role-plays are of its brand. */
export const saveSeries = (
  hub: Hub,
  user: User,
  actor: Actor,
  id: string,
  change: Change<SeriesDraft>,
): Promise<Result<Series>> => {
  const action = change.version === null ? 'created' : 'changed';
  return audited(hub, actor, { action, entity: 'role-play-series', entityId: id }, async (tx) => {
    const current = await plays.lockSeries(tx, id, user.brandIds);
    const refusal = refusalOf(user, current, change);
    if (refusal !== null) return fail(refusal);
    const ids = new Set(change.draft.rolePlayIds);
    const known = await plays.countInBrand(tx, [...ids], change.draft.brandId);
    if (known !== ids.size) return fail('not-found', 'a role-play');
    const stamp = stampOf(hub, id, change.version);
    await plays.putSeries(tx, change.draft, stamp);
    return succeed({ ...change.draft, ...stamp });
  });
};

export const removeSeries = (
  hub: Hub,
  user: User,
  actor: Actor,
  id: string,
): Promise<Result<null>> =>
  audited(
    hub,
    actor,
    { action: 'deleted', entity: 'role-play-series', entityId: id },
    async (tx) => {
      if ((await plays.lockSeries(tx, id, user.brandIds)) === null) return fail('not-found');
      await plays.deleteSeries(tx, id);
      return succeed(null);
    },
  );

export const keepSound = async (
  hub: Hub,
  user: User,
  { brandId, ...sound }: Sound & { readonly brandId: string },
): Promise<Result<{ soundId: string }>> => {
  if (!user.brandIds.includes(brandId)) return fail('not-found');
  const soundId = hub.newId();
  const at = toInstant(hub.clock.now());
  await sounds.insertSound(hub.database.db, { ...sound, id: soundId, brandId, at });
  return succeed({ soundId });
};

export const readSound = async (hub: Hub, user: User, id: string): Promise<Result<Sound>> => {
  const sound = await sounds.findSound(hub.database.db, id, user.brandIds);
  return sound === null ? fail('not-found') : succeed(sound);
};
