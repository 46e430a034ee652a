/** Sends what a form holds, and why it was not kept. */
import { useServices } from '@renderer/platform/store/services.tsx';
import type { CommandInput } from '@shared/contracts/engine/commands.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { useState } from 'react';

type Name = 'schedules.change-terms' | 'schedules.change-settings';

export const useKept = <N extends Name>(name: N, onChanged: () => Promise<void>) => {
  const { client } = useServices();
  const [said, say] = useState<ErrorCode | 'saving' | null>(null);
  /** @returns whether it was kept */
  const keep = async (input: CommandInput<N>): Promise<boolean> => {
    if (said === 'saving') return false;
    say('saving');
    const answer = await client.request(name, input);
    if (answer.ok || answer.error.code === 'version-superseded') await onChanged();
    say(answer.ok ? null : answer.error.code);
    return answer.ok;
  };
  return { keep, busy: said === 'saving', refused: said === 'saving' ? null : said };
};
