/** What the hub knows of schedules, asked again whenever it says that something of the team's changed. */
import { useAsked } from '@renderer/platform/asked/use-asked.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import type { CommandInput, CommandName } from '@shared/contracts/engine/commands.ts';
import { useEffect, useRef } from 'react';

export const useSchedules = <N extends Extract<CommandName, `schedules.${string}`>>(
  name: N,
  input: CommandInput<N>,
  everyMs: number | null = null,
) => {
  const times = useSlice('schedulesMoved')?.times ?? 0;
  const asked = useAsked(name, input, everyMs);
  const { reload } = asked;
  const heard = useRef(times);
  useEffect(() => {
    if (heard.current === times) return;
    heard.current = times;
    void reload();
  }, [times, reload]);
  return asked;
};
