/** What runs and what is asked, from the hub; again when something changed, and every half minute. */
import { useServices } from '@renderer/platform/store/services.tsx';
import type { CommandOutput } from '@shared/contracts/engine/commands.ts';
import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';

type Promises = CommandOutput<'promises.list'>;
const everyMs = 30_000;

/** Null before the first answer. */
export const usePromises = (): {
  readonly promises: Promises | null;
  readonly again: () => void;
} => {
  const { client, engine } = useServices();
  const changed = useStore(engine, (state) => state.callbacksChanged);
  const [promises, setPromises] = useState<Promises | null>(null);
  const [asked, ask] = useState(0);
  const again = useCallback(() => ask((count) => count + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `changed` and `asked` are reasons to ask again
  useEffect(() => {
    let current = true;
    void client.request('promises.list', {}).then((answer) => {
      if (current && answer.ok) setPromises(answer.value);
    });
    const timer = setTimeout(again, everyMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, changed, asked, again]);
  return { promises, again };
};
