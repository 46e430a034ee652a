/** In a call, its keys work from the moment that she is in, whichever of its two screens is there already. */
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { helpKeys, useHelp } from '@renderer/platform/lead-board/use-help.ts';
import { useScreen, useSlice } from '@renderer/platform/store/services.tsx';
import type { Help } from '@shared/contracts/http/team-help.ts';
import { helpWays } from '@shared/domain/team-help/policy.ts';

const Bound = ({ help }: { readonly help: Help }) => {
  const { go, take } = useHelp({ userId: help.advisorId, name: help.advisorName, now: null });
  useKeys([
    ...helpWays.map((way) => ({
      key: helpKeys[way],
      whileTyping: 'rests' as const,
      act: () => go(way),
    })),
    { key: 'p', whileTyping: 'rests', act: take },
  ]);
  return null;
};

export const HelpKeys = () => {
  const given = useSlice('help')?.given ?? null;
  const isThere = useScreen(({ screen }) => screen === 'board' || screen === 'call-in-view');
  if (given === null || given.takenOverAt !== null || !isThere) return null;
  return <Bound key={given.helpId} help={given} />;
};
