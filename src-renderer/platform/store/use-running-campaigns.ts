/** Whether she has people to call: her team works on a campaign that runs. */
import { useEffect, useState } from 'react';
import { useOffline, useServices, useSlice } from './services.tsx';

/** Asked at the beginning, when the hub is back and when it says so; what was known stays meanwhile. */
export const useRunsCampaign = (): boolean => {
  const { client } = useServices();
  const user = useSlice('session')?.user ?? null;
  const offline = useOffline();
  const moved = useSlice('campaignsMoved')?.times;
  const [runsFor, setRunsFor] = useState<string | null>(null);
  const calls = user?.role === 'advisor' || user?.role === 'team-lead';
  const userId = user?.id ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each is a reason to ask again
  useEffect(() => {
    let current = true;
    if (!calls || userId === null) return;
    void client.request('campaigns.mine', {}).then((answer) => {
      if (!current || !answer.ok) return;
      const { campaigns, known } = answer.value;
      if (known || campaigns.length > 0) setRunsFor(campaigns.length > 0 ? userId : null);
    });
    return () => {
      current = false;
    };
  }, [client, calls, userId, offline, moved]);
  return calls && runsFor === userId;
};
