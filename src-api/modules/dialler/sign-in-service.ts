/** Whose calls an advisor takes: those of one campaign of her team, that the hub dials. */
import type { HubDependencies } from '@api/hub-app.ts';
import { findCampaign } from '@api/modules/campaigns/repository.ts';
import type { CampaignSignIn } from '@shared/contracts/http/dialling.ts';
import { needsSwitch } from '@shared/domain/campaign/running.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { deleteSignIn, findSignIn, hasLine, writeSignIn } from './seats-repository.ts';

type Hub = Pick<HubDependencies, 'database' | 'clock'>;

export const signedInTo = async (hub: Hub, user: User): Promise<CampaignSignIn> => ({
  signIn: await findSignIn(hub.database.db, user.id),
});

/** The campaign of before is left; signing in again changes nothing. */
export const signInToCampaign = async (
  hub: Hub,
  user: User,
  campaignId: string,
): Promise<Result<CampaignSignIn>> => {
  const { db } = hub.database;
  const campaign = await findCampaign(db, campaignId, user.brandIds);
  if (campaign === null) return fail('not-found');
  const { status, settings } = campaign;
  if (status !== 'running') return fail('campaign-not-in-state', `it is ${status}`);
  if (!needsSwitch(settings))
    return fail('campaign-not-in-state', 'its calls are placed by hand, nobody signs in to it');
  if (user.teamId === null || !settings.teamIds.includes(user.teamId))
    return fail('campaign-of-others');
  if (!(await hasLine(db, user.id)))
    return fail(
      'line-settings-missing',
      'she has no telephone line: an administrator gives her one',
    );
  const before = await findSignIn(db, user.id);
  if (before?.campaignId !== campaignId)
    await writeSignIn(db, { userId: user.id, campaignId, since: toInstant(hub.clock.now()) });
  return succeed(await signedInTo(hub, user));
};

export const signOutOfCampaign = async (hub: Hub, user: User): Promise<CampaignSignIn> => {
  await deleteSignIn(hub.database.db, user.id);
  return signedInTo(hub, user);
};
