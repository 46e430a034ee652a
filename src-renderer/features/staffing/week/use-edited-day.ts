/** Whose day is being edited; it is saved over the version that is shown, and looked at again. */
import { useServices } from '@renderer/platform/store/services.tsx';
import type { TeamWeek } from '@shared/contracts/http/schedules.ts';
import type { Piece } from '@shared/domain/schedule/piece.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { useRef, useState } from 'react';

/** Without a day: what binds her. */
type Edited = { readonly userId: string; readonly day: string | null };

export const useEditedDay = ({ week, revision }: TeamWeek, onChanged: () => Promise<void>) => {
  const { client } = useServices();
  const [edited, setEdited] = useState<Edited | null>(null);
  const cameFrom = useRef<Element | null>(null);
  const edit = (asked: Edited) => {
    cameFrom.current = document.activeElement;
    setEdited(asked);
  };
  const close = () => {
    setEdited(null);
    if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus();
  };
  const save = async (pieces: readonly Piece[]): Promise<ErrorCode | null> => {
    if (edited === null || edited.day === null) return null;
    const { userId, day } = edited;
    const body = { week, revision, userId, day, pieces: [...pieces] };
    const answer = await client.request('schedules.change-day', body);
    if (answer.ok || answer.error.code === 'version-superseded') await onChanged();
    if (answer.ok) close();
    return answer.ok ? null : answer.error.code;
  };
  return { edited, edit, close, save };
};
