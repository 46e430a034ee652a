/** The qualifications that a campaign gives a consequence to, in its order: they end most of its calls. */
import { useEffect, useState } from 'react';
import { useServices } from './services.tsx';

type Known = { readonly campaignId: string; readonly codes: readonly string[] };
const none: readonly string[] = [];

export const useCampaignOutcomes = (campaignId: string | undefined): readonly string[] => {
  const { client } = useServices();
  const [known, setKnown] = useState<Known | null>(null);
  useEffect(() => {
    let current = true;
    if (campaignId === undefined) return;
    void client.request('campaigns.mine', {}).then((answer) => {
      if (!current || !answer.ok) return;
      const campaign = answer.value.campaigns.find(({ id }) => id === campaignId);
      const codes = campaign?.settings.outcomes.map(({ dispositionCode }) => dispositionCode);
      setKnown({ campaignId, codes: codes ?? none });
    });
    return () => {
      current = false;
    };
  }, [client, campaignId]);
  return known !== null && known.campaignId === campaignId ? known.codes : none;
};
