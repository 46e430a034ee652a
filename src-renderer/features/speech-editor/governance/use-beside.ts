/** What stands beside a version at the hub: remarks and history; and the names of who wrote them. */

import { formatShortDay, formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useServices, useSlice } from '@renderer/platform/store/services.tsx';
import type { ScriptVersion, SpeechComment, VersionEvent } from '@shared/contracts/http/scripts.ts';
import { useCallback, useEffect, useState } from 'react';

type BesideVersion = {
  readonly comments: readonly SpeechComment[];
  readonly events: readonly VersionEvent[];
  readonly reload: () => Promise<void>;
};

export const useBeside = ({ id, version, status }: ScriptVersion): BesideVersion => {
  const { client } = useServices();
  const [known, setKnown] = useState<Omit<BesideVersion, 'reload'>>({ comments: [], events: [] });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state has another history
  const reload = useCallback(async () => {
    const of = { scriptId: id, version };
    const comments = await client.request('speeches.comments', of);
    const events = await client.request('speeches.events', of);
    setKnown({
      comments: comments.ok ? comments.value.comments : [],
      events: events.ok ? events.value.events : [],
    });
  }, [client, id, version, status]);
  useEffect(() => void reload(), [reload]);
  return { ...known, reload };
};

/** Somebody by name; whoever left keeps no name here. */
export const useNames = (): ((userId: string | null) => string) => {
  const users = useSlice('reference')?.users ?? [];
  return (userId) => {
    const user = users.find(({ id }) => id === userId);
    return user === undefined ? '–' : `${user.firstName} ${user.lastName}`;
  };
};

export const momentWords = (at: string, language: 'fr' | 'en'): string =>
  `${formatShortDay(at, language)} ${formatTime(at, language)}`;
