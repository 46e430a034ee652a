/** The people of a campaign, for whoever runs it. */
import type { HubDependencies } from '@api/hub-app.ts';
import type { CampaignContact } from '@shared/contracts/http/campaigns.ts';
import type { User } from '@shared/domain/user/user.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { findContacts } from './contact-repository.ts';
import { findCampaign } from './repository.ts';

export const contactsOf = async (
  hub: HubDependencies,
  user: User,
  campaignId: string,
  query: { readonly state?: CampaignContact['state'] | undefined; readonly limit: number },
): Promise<Result<{ contacts: CampaignContact[] }>> => {
  const { db } = hub.database;
  const campaign = await findCampaign(db, campaignId, user.brandIds);
  if (campaign === null) return fail('not-found');
  return succeed({ contacts: await findContacts(db, campaignId, query) });
};
