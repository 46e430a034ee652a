/** Open promises to call, earliest first; asked again whenever the engine says they changed. */
import { useServices } from '@renderer/platform/store/services.tsx';
import type { Callback } from '@shared/domain/callback/callback.ts';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';

/** Null before the first answer. */
export const useCallbacks = (): readonly Callback[] | null => {
  const { client, engine } = useServices();
  const changed = useStore(engine, (state) => state.callbacksChanged);
  const [callbacks, setCallbacks] = useState<readonly Callback[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `changed` is the reason to ask again
  useEffect(() => {
    let current = true;
    void client.request('callbacks.list', {}).then((answer) => {
      if (!current || !answer.ok) return;
      const open = answer.value.filter((one) => one.status === 'open');
      setCallbacks(open.sort((a, b) => a.dueAt.localeCompare(b.dueAt)));
    });
    return () => {
      current = false;
    };
  }, [client, changed]);
  return callbacks;
};
