/** What every tab does: reads from the hub, acts through it, and says when something was saved. */
import { useOffline, useRequest, useServices } from '@renderer/platform/store/services.tsx';
import type {
  CommandInput,
  CommandName,
  CommandOutput,
} from '@shared/contracts/engine/commands.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { fail, type Result } from '@shared/kernel/result.ts';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';

export type AdminCommand = Extract<CommandName, `admin.${string}`>;
type Act = <N extends AdminCommand>(
  name: N,
  input: CommandInput<N>,
) => Promise<Result<CommandOutput<N>>>;

type Administration = {
  readonly savedAtMs: number | null;
  /** Reads without saying that anything was saved. */
  readonly ask: Act;
  /** Changes something; the moment stands in the head of the screen. */
  readonly act: Act;
};

const AdministrationContext = createContext<Administration>({
  savedAtMs: null,
  ask: async () => fail('engine-unavailable'),
  act: async () => fail('engine-unavailable'),
});

export const AdministrationProvider = ({ children }: { readonly children: ReactNode }) => {
  const { client, clock } = useServices();
  const request = useRequest();
  const [savedAtMs, setSavedAtMs] = useState<number | null>(null);
  const act = useCallback<Act>(
    async (name, input) => {
      const done = await request(name, input);
      if (done.ok) setSavedAtMs(clock.now());
      return done;
    },
    [request, clock],
  );
  const value = useMemo(
    () => ({ savedAtMs, act, ask: client.request as Act }),
    [savedAtMs, act, client],
  );
  return <AdministrationContext value={value}>{children}</AdministrationContext>;
};

export const useAdministration = (): Administration => useContext(AdministrationContext);

export type Known<T> = { readonly value: T } | { readonly code: ErrorCode } | null;
export type Asked<N extends AdminCommand> = {
  /** Null while it is asked for the first time. */
  readonly known: Known<CommandOutput<N>>;
  readonly reload: () => Promise<void>;
};

/** Asks at once and again when the input changes or the hub is back; `null` asks nothing. */
export const useHub = <N extends AdminCommand>(
  name: N,
  input: CommandInput<N> | null,
): Asked<N> => {
  const { ask } = useAdministration();
  const offline = useOffline();
  const [known, setKnown] = useState<Known<CommandOutput<N>>>(null);
  const key = input === null ? null : JSON.stringify(input);
  const load = useCallback(
    async (isCurrent: () => boolean) => {
      if (key === null) return;
      const got = await ask(name, JSON.parse(key));
      if (!isCurrent()) return;
      setKnown(got.ok ? { value: got.value } : { code: got.error.code });
    },
    [ask, name, key],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the hub is back
  useEffect(() => {
    let current = true;
    void load(() => current);
    return () => {
      current = false;
    };
  }, [load, offline]);
  const reload = useCallback(() => load(() => true), [load]);
  return { known, reload };
};
