/** What was decided before calls to this customer, as the hub keeps it; null while it is asked. */
import { useServices } from '@renderer/platform/store/services.tsx';
import type { CommandOutput } from '@shared/contracts/engine/commands.ts';
import { useEffect, useState } from 'react';

type Told = CommandOutput<'law.decisions'>;

export const useDecisions = (customerId: string): Told | null => {
  const { client } = useServices();
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    let current = true;
    setTold(null);
    void client.request('law.decisions', { customerId }).then((answer) => {
      if (current) setTold(answer.ok ? answer.value : { decisions: [], known: false });
    });
    return () => {
      current = false;
    };
  }, [client, customerId]);
  return told;
};
