/** Campaigns for those who make and run them: the list, the assistant of a draft, and one that runs or ran. */
import type { CampaignView } from '@shared/contracts/http/campaigns.ts';
import { useState } from 'react';
import { CampaignList } from './campaign-list.tsx';
import { CampaignPage } from './live/campaign-page.tsx';
import { Assistant } from './plan/assistant.tsx';

export const CampaignsScreen = () => {
  const [opened, open] = useState<CampaignView | null>(null);
  const close = () => open(null);
  if (opened === null) return <CampaignList onOpen={open} />;
  if (opened.status === 'draft')
    return <Assistant key={opened.id} given={opened} onStarted={open} onClose={close} />;
  return <CampaignPage key={opened.id} given={opened} onClose={close} />;
};
