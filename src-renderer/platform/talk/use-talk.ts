/** What is written between an advisor and her leads, as far as this desktop has it. */
import { useServices, useSlice } from '@renderer/platform/store/services.tsx';
import type { CommandInput, CommandOutput } from '@shared/contracts/engine/commands.ts';
import type { Slices } from '@shared/contracts/engine/views.ts';
import type { HelpMessage } from '@shared/contracts/http/help-messages.ts';
import type { Failure, Result } from '@shared/kernel/result.ts';
import { useCallback } from 'react';

const nothing: Slices['helpMessages'] = { hub: 'unknown', messages: [], waiting: [] };

export const useTalk = (): Slices['helpMessages'] => useSlice('helpMessages') ?? nothing;

/** Oldest first. */
export const unreadOf = (messages: readonly HelpMessage[]): readonly HelpMessage[] =>
  messages.filter(({ isToMe, readAt }) => isToMe && readAt === null);

export const talkWith = (
  messages: readonly HelpMessage[],
  advisorId: string,
): readonly HelpMessage[] => messages.filter((message) => message.advisorId === advisorId);

/** What did not go is said where it was written, not under the bar. */
export const useWrite = () => {
  const { client } = useServices();
  return useCallback(
    (input: CommandInput<'talk.write'>): Promise<Result<CommandOutput<'talk.write'>, Failure>> =>
      client.request('talk.write', input),
    [client],
  );
};
