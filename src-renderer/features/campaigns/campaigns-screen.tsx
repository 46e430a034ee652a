/** Campaigns for those who make and run them: the list, and the one that is open. */
import type { CampaignView } from '@shared/contracts/http/campaigns.ts';
import { useState } from 'react';
import { CampaignList } from './campaign-list.tsx';
import { CampaignPage } from './live/campaign-page.tsx';

export const CampaignsScreen = () => {
  const [opened, open] = useState<CampaignView | null>(null);
  if (opened === null) return <CampaignList onOpen={open} />;
  return <CampaignPage key={opened.id} given={opened} onClose={() => open(null)} />;
};
