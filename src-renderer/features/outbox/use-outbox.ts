/** What waits, goes and went: asked again whenever the engine says that it changed. */
import { useServices } from '@renderer/platform/store/services.tsx';
import type { OutboxItem } from '@shared/contracts/engine/outbox.ts';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';

/** Null before the first answer. */
export const useOutbox = (): readonly OutboxItem[] | null => {
  const { client, engine } = useServices();
  const changed = useStore(engine, (state) => state.outboxChanged);
  const sync = useStore(engine, (state) => state.slices.sync);
  const [items, setItems] = useState<readonly OutboxItem[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: both are reasons to ask again
  useEffect(() => {
    let current = true;
    void client.request('outbox.list', {}).then((answer) => {
      if (current && answer.ok) setItems(answer.value);
    });
    return () => {
      current = false;
    };
  }, [client, changed, sync?.waiting, sync?.parked, sync?.lastSentAt]);
  return items;
};
