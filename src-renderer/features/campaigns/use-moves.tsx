/** Start, pause, stop and copy: what cannot be undone is asked back first. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import type { CampaignView } from '@shared/contracts/http/campaigns.ts';
import type { CampaignMove } from '@shared/domain/campaign/running.ts';
import { type ReactNode, useState } from 'react';
import { AskBack } from './dialog.tsx';

export type Moves = {
  readonly move: (campaign: CampaignView, move: CampaignMove) => void;
  readonly copy: (campaign: CampaignView) => Promise<CampaignView | null>;
  /** The question that is open, to be shown over the screen. */
  readonly question: ReactNode;
};

/** @param onDone after each move, with the campaign as it is then. */
export const useMoves = (onDone: (campaign: CampaignView) => void): Moves => {
  const { t } = useText();
  const request = useRequest();
  const [asked, ask] = useState<CampaignView | null>(null);
  const send = async ({ id: campaignId }: CampaignView, move: CampaignMove) => {
    const moved = await request('planning.move', { campaignId, move });
    if (moved.ok) onDone(moved.value);
  };
  return {
    move: (campaign, move) => (move === 'stop' ? ask(campaign) : void send(campaign, move)),
    copy: async ({ id: campaignId, settings }) => {
      const name = t('planning.copy.name', { name: settings.name }).slice(0, 120);
      const copied = await request('planning.copy', { campaignId, name });
      return copied.ok ? copied.value : null;
    },
    question:
      asked === null ? null : (
        <AskBack
          title={t('planning.stop.title', { name: asked.settings.name })}
          what={t('planning.stop.what', { count: asked.counts.waiting })}
          yes={t('planning.stop.yes')}
          onYes={() => send(asked, 'stop')}
          onClose={() => ask(null)}
        />
      ),
  };
};
