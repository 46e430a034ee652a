/** A lead's way into the call of whom she looks at, wherever she does. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useServices, useSlice } from '@renderer/platform/store/services.tsx';
import type { IconName } from '@renderer/ui/parts/icon.tsx';
import type { Help } from '@shared/contracts/http/team-help.ts';
import type { Seat } from '@shared/domain/lead-board/seat.ts';
import type { HelpWay } from '@shared/domain/team-help/policy.ts';
import { useRef } from 'react';

export const helpIcons: { readonly [way in HelpWay]: IconName } = {
  listen: 'listen',
  whisper: 'speech',
  barge: 'barge',
};
export const helpKeys: { readonly [way in HelpWay]: string } = {
  listen: 'l',
  whisper: 's',
  barge: 'e',
};

/** Whom she looks at: what is asked for begins, or goes on in another way, one thing after the other. */
export const useHelp = (seat: Pick<Seat, 'userId' | 'name' | 'now'>) => {
  const { t } = useText();
  const request = useRequest();
  /** What she pressed last: the hub may not have answered what she pressed before. */
  const wanted = useRef<HelpWay | null>(null);
  const isAsking = useRef(false);
  const given = useSlice('help')?.given ?? null;
  const { engine } = useServices();
  const own = (help: Help | null): Help | null =>
    help?.advisorId === seat.userId && help.takenOverAt === null ? help : null;
  const mine = own(given);
  /** A screen that is being left may be drawn no more, and still has the keys for a moment. */
  const mineNow = () => own(engine.getState().slices.help?.given ?? null);
  const reason = seat.now?.hand == null ? t('board.help.reason') : t('board.help.reasonAsked');
  const goOn = async (from: HelpWay | null): Promise<void> => {
    const way = wanted.current;
    if (way === null || way === from) return;
    const begin = {
      advisorId: seat.userId,
      advisorName: seat.name,
      brandId: seat.now?.call?.brandId ?? null,
      way,
      reason,
    };
    const answer = await (from === null
      ? request('lead.help', begin)
      : request('lead.help-way', { way }));
    if (answer.ok) await goOn(way);
  };
  const go = (way: HelpWay) => {
    wanted.current = way;
    if (isAsking.current) return;
    isAsking.current = true;
    void goOn(mineNow()?.way ?? null).finally(() => {
      isAsking.current = false;
    });
  };
  const take = () => {
    const help = mineNow();
    if (help !== null) void request('lead.help-take', { reason: help.reason });
  };
  const leave = () => void request('lead.help-end', null);
  return { mine, elsewhere: given !== null && mine === null, go, take, leave };
};
