/** Open promises to call, earliest first; asked again whenever the engine says they changed. */
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import { useServices } from '@renderer/platform/store/services.tsx';
import { type Callback, isOver } from '@shared/domain/callback/callback.ts';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';

const pressesAt = ({ expiresAt, dueAt }: Callback): string => expiresAt ?? dueAt;

/** Null before the first answer. Whatever is over disappears by itself, with or without a network. */
export const useCallbacks = (): readonly Callback[] | null => {
  const { client, engine } = useServices();
  const changed = useStore(engine, (state) => state.callbacksChanged);
  const now = useMinute();
  const [callbacks, setCallbacks] = useState<readonly Callback[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `changed` is the reason to ask again
  useEffect(() => {
    let current = true;
    void client.request('callbacks.list', {}).then((answer) => {
      if (!current || !answer.ok) return;
      const open = answer.value.filter((one) => one.status === 'open');
      // A cart comes when its time presses, not before what was promised for now.
      setCallbacks(open.sort((a, b) => pressesAt(a).localeCompare(pressesAt(b))));
    });
    return () => {
      current = false;
    };
  }, [client, changed]);
  return useMemo(() => callbacks?.filter((one) => !isOver(one, now)) ?? null, [callbacks, now]);
};
