/** Says that she has a customer on screen while a card of hers stands, and learns who else has. */
import { type Viewers, viewingEveryMs } from '@shared/contracts/http/viewers.ts';
import { useEffect, useState } from 'react';
import { afterPaint } from '../clock/after-paint.ts';
import { useServices } from './services.tsx';

const nobody: Viewers['others'] = [];

export const useViewing = (customerId: string): Viewers['others'] => {
  const { client } = useServices();
  const [others, setOthers] = useState<Viewers['others']>(nobody);
  useEffect(() => {
    let current = true;
    const tell = async () => {
      const answer = await client.request('customer.view', { customerId, viewing: true });
      const now = answer.ok ? answer.value.others : nobody;
      if (current) setOthers((before) => (now.length + before.length === 0 ? before : now));
    };
    const stop = afterPaint(() => void tell());
    const timer = setInterval(() => void tell(), viewingEveryMs);
    return () => {
      current = false;
      stop();
      clearInterval(timer);
      void client.request('customer.view', { customerId, viewing: false });
    };
  }, [client, customerId]);
  return others;
};
