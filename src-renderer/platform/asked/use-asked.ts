/** What a screen does that shows what only the hub knows: reads it, now and then again, and says how old it is. */
import { useOffline, useServices } from '@renderer/platform/store/services.tsx';
import type {
  CommandInput,
  CommandName,
  CommandOutput,
} from '@shared/contracts/engine/commands.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { useCallback, useEffect, useState } from 'react';

export type Known<T> = {
  /** The last answer; it stays while the hub is away. */
  readonly value: T | null;
  /** When it was true. */
  readonly atMs: number;
  /** Why there is no newer one. */
  readonly code: ErrorCode | null;
};
export type Asked<N extends CommandName> = {
  /** Null while it is asked for the first time. */
  readonly known: Known<CommandOutput<N>> | null;
  /** The input that the hub answered last, or was last asked with in vain, as JSON. */
  readonly of: string | null;
  readonly reload: () => Promise<void>;
};

/** Calls it now and then while the window can be seen, and at once when it is seen again. */
const whileSeen = (act: () => void, everyMs: number): (() => void) => {
  const look = () => {
    if (document.visibilityState !== 'hidden') act();
  };
  const timer = setInterval(look, everyMs);
  document.addEventListener('visibilitychange', look);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  };
};

/** Asked at once, when the input changes, when the hub is back, and each `everyMs`; `null` asks nothing. */
export const useAsked = <N extends CommandName>(
  name: N,
  input: CommandInput<N> | null,
  everyMs: number | null = null,
): Asked<N> => {
  const { client, clock } = useServices();
  const offline = useOffline();
  const [known, setKnown] = useState<Known<CommandOutput<N>> | null>(null);
  const [of, setOf] = useState<string | null>(null);
  const key = input === null ? null : JSON.stringify(input);
  const load = useCallback(
    async (isCurrent: () => boolean) => {
      if (key === null) return;
      const got = await client.request(name, JSON.parse(key));
      if (!isCurrent()) return;
      setOf(key);
      if (got.ok) return setKnown({ value: got.value, atMs: clock.now(), code: null });
      const { code } = got.error;
      setKnown((was) => ({ value: was?.value ?? null, atMs: was?.atMs ?? 0, code }));
    },
    [client, clock, name, key],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the hub is back
  useEffect(() => {
    let current = true;
    const isCurrent = () => current;
    void load(isCurrent);
    const rest = everyMs === null ? null : whileSeen(() => void load(isCurrent), everyMs);
    return () => {
      current = false;
      rest?.();
    };
  }, [load, offline, everyMs]);
  const reload = useCallback(() => load(() => true), [load]);
  return { known, of, reload };
};
