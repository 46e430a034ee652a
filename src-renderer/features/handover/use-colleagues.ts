/** The colleagues and how they are now, asked anew while the panel is open. */
import { useServices } from '@renderer/platform/store/services.tsx';
import type { Colleague } from '@shared/contracts/http/colleagues.ts';
import { useEffect, useState } from 'react';

const everyMs = 5_000;

export type Colleagues = {
  readonly colleagues: readonly Colleague[];
  /** false: the hub cannot be asked, the states are not known. null: not asked yet. */
  readonly known: boolean | null;
};

export const useColleagues = (): Colleagues => {
  const { client } = useServices();
  const [listed, setListed] = useState<Colleagues>({ colleagues: [], known: null });
  useEffect(() => {
    let open = true;
    const ask = async () => {
      const answer = await client.request('colleagues.list', {});
      if (open && answer.ok) setListed(answer.value);
    };
    void ask();
    const timer = setInterval(() => void ask(), everyMs);
    return () => {
      open = false;
      clearInterval(timer);
    };
  }, [client]);
  return listed;
};
