/** What the hub answers to a question of these screens, asked again on demand; null while it is away. */
import { useServices } from '@renderer/platform/store/services.tsx';
import type {
  CommandInput,
  CommandName,
  CommandOutput,
} from '@shared/contracts/engine/commands.ts';
import { useCallback, useEffect, useRef, useState } from 'react';

type Asked<T> = { readonly value: T | null; readonly state: 'asking' | 'here' | 'away' };

export const useHub = <N extends CommandName>(
  name: N,
  input: CommandInput<N>,
): Asked<CommandOutput<N>> & { readonly again: () => Promise<void> } => {
  const { client } = useServices();
  const [asked, setAsked] = useState<Asked<CommandOutput<N>>>({ value: null, state: 'asking' });
  const latest = useRef(input);
  latest.current = input;
  const key = JSON.stringify(input);
  const again = useCallback(async () => {
    const mine = JSON.stringify(latest.current);
    const answer = await client.request(name, latest.current);
    if (mine !== JSON.stringify(latest.current)) return;
    setAsked((before) =>
      answer.ok ? { value: answer.value, state: 'here' } : { value: before.value, state: 'away' },
    );
  }, [client, name]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each other input is another question
  useEffect(() => void again(), [again, key]);
  return { ...asked, again };
};
