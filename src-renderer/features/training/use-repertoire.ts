/** What can be played and how it went, as the hub has it; asked again after each change. */
import { useServices, useSlice } from '@renderer/platform/store/services.tsx';
import type { CommandOutput } from '@shared/contracts/engine/commands.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { useCallback, useEffect, useState } from 'react';

export type Known = CommandOutput<'training.list'>;
type Asked =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly code: ErrorCode }
  | { readonly status: 'ready'; readonly known: Known };

export const useRepertoire = (): Asked & { readonly reload: () => void } => {
  const { client } = useServices();
  const [asked, setAsked] = useState<Asked>({ status: 'loading' });
  const reload = useCallback(
    () =>
      void client
        .request('training.list', {})
        .then((answer) =>
          setAsked(
            answer.ok
              ? { status: 'ready', known: answer.value }
              : { status: 'failed', code: answer.error.code },
          ),
        ),
    [client],
  );
  useEffect(reload, [reload]);
  return { ...asked, reload };
};

/** Team leads and administrators write role-plays. */
export const useMayWrite = (): boolean => {
  const role = useSlice('session')?.user?.role;
  return role === 'team-lead' || role === 'administrator';
};
