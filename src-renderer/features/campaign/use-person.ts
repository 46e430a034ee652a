/** The card of whoever is next, from this desktop or the hub; null while it is asked for. */
import { useCustomer, useServices } from '@renderer/platform/store/services.tsx';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { useEffect, useState } from 'react';

export type Opened = CustomerBundle | 'unknown' | null;

export const usePerson = (customerId: string | null): Opened => {
  const { client } = useServices();
  const live = useCustomer(customerId);
  const [opened, setOpened] = useState<{ readonly id: string; readonly of: Opened } | null>(null);
  useEffect(() => {
    if (customerId === null) return;
    let current = true;
    void client.request('customer.open', { customerId }).then((answer) => {
      const bundle = answer.ok && answer.value !== null ? answer.value.bundle : 'unknown';
      if (current) setOpened({ id: customerId, of: bundle });
    });
    return () => {
      current = false;
    };
  }, [client, customerId]);
  return live?.bundle ?? (opened?.id === customerId ? opened.of : null);
};
