/** The speeches as the hub has them, asked again when it is back. */
import { useOffline, useServices } from '@renderer/platform/store/services.tsx';
import type { ScriptVersion } from '@shared/contracts/http/scripts.ts';
import { useCallback, useEffect, useState } from 'react';

export type Versions = {
  /** Null while they are asked for the first time, or the hub is away. */
  readonly versions: readonly ScriptVersion[] | null;
  readonly writes: boolean;
  readonly away: boolean;
  readonly reload: () => Promise<void>;
};

export const useVersions = (): Versions => {
  const { client } = useServices();
  const offline = useOffline();
  const [known, setKnown] = useState<Omit<Versions, 'reload'>>({
    versions: null,
    writes: false,
    away: false,
  });
  const reload = useCallback(async () => {
    const answer = await client.request('speeches.versions', {});
    if (answer.ok) setKnown({ ...answer.value, away: false });
    else setKnown((before) => ({ ...before, away: true }));
  }, [client]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the hub is back
  useEffect(() => void reload(), [reload, offline]);
  return { ...known, reload };
};
