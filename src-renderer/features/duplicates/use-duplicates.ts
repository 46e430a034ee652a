/** What the hub proposes, asked again after each decision; a refusal is said under the bar. */
import { useOffline, useRequest, useServices } from '@renderer/platform/store/services.tsx';
import type { CommandInput, CommandOutput } from '@shared/contracts/engine/commands.ts';
import { useCallback, useEffect, useState } from 'react';

type Listing = CommandOutput<'duplicates.list'>;

export type DuplicatesDesk = {
  /** Null before the first answer; `unreachable` when the hub gave none. */
  readonly found: Listing | 'unreachable' | null;
  readonly merge: (input: CommandInput<'duplicates.merge'>) => Promise<void>;
  readonly dismiss: (input: CommandInput<'duplicates.dismiss'>) => Promise<void>;
  readonly undo: (mergeId: string) => Promise<void>;
};

export const useDuplicates = (): DuplicatesDesk => {
  const request = useRequest();
  const [found, setFound] = useState<DuplicatesDesk['found']>(null);
  const { client } = useServices();
  const offline = useOffline();
  // The screen itself says that the hub does not answer: once is enough.
  const load = useCallback(async () => {
    const answer = await client.request('duplicates.list', {});
    setFound(answer.ok ? answer.value : 'unreachable');
  }, [client]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the network is back
  useEffect(() => void load(), [load, offline]);
  const andLoad = async (answer: Promise<{ readonly ok: boolean }>): Promise<void> => {
    // What failed stays on the screen with its reason; what was done is gone from the list.
    if ((await answer).ok) await load();
  };
  return {
    found,
    merge: (input) => andLoad(request('duplicates.merge', input)),
    dismiss: (input) => andLoad(request('duplicates.dismiss', input)),
    undo: (mergeId) => andLoad(request('duplicates.undo', { mergeId })),
  };
};
