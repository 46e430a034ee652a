/** What the tray shows, in her language: her state, since when, and the states to choose. Pure. */
import { stateWord } from '@renderer/features/advisor-state/explain-state.ts';
import { pauseReasons, pauseWords } from '@renderer/platform/advisor/pause-words.ts';
import { callerName } from '@renderer/platform/i18n/caller-name.ts';
import { formatDelay, formatTime } from '@renderer/platform/i18n/format-time.ts';
import type { Language } from '@renderer/platform/i18n/translator.ts';
import type { Say } from '@renderer/platform/i18n/use-text.ts';
import { audibleCall, ringingCall } from '@renderer/platform/store/focused-work.ts';
import type { CallView, Slices } from '@shared/contracts/engine/views.ts';
import type { DesktopFace } from '@shared/contracts/ipc/desktop.ts';

export type FaceFacts = {
  readonly session: Slices['session'] | undefined;
  readonly advisor: Slices['advisor'] | undefined;
  readonly calls: readonly CallView[];
  readonly now: number;
};

const callWords = (
  { calls, now }: FaceFacts,
  t: Say,
): { state: 'ringing' | 'talking'; words: string } | null => {
  const heard = audibleCall(calls);
  const rings = ringingCall(calls);
  const call = heard ?? rings;
  if (call === null) return null;
  const state = heard === null ? 'ringing' : 'talking';
  const since = Date.parse(call.answeredAt ?? call.startedAt);
  const values = { name: callerName(call.title, t), time: formatDelay(now - since, t) };
  return { state, words: t(`desktop.tray.${state}`, values) };
};

const choicesOf = (advisor: Slices['advisor'], t: Say): DesktopFace['choices'] => {
  const resting = advisor.state === 'busy' || advisor.state === 'wrap-up';
  const chosenState = resting ? advisor.next : advisor.state;
  const chosenReason = resting ? advisor.nextPauseReason : advisor.pauseReason;
  const choice = (
    state: 'ready' | 'do-not-disturb' | 'pause' | 'offline',
    reason: string | null,
    label: string,
  ) => ({
    state,
    reason,
    label,
    chosen: chosenState === state && chosenReason === reason,
  });
  return [
    choice('ready', null, t('state.ready')),
    choice('do-not-disturb', null, t('state.do-not-disturb')),
    ...pauseReasons.map((reason) => choice('pause', reason, pauseWords(reason, t))),
    choice('offline', null, t('state.offline')),
  ];
};

const signedOut = (t: Say): DesktopFace => ({
  state: 'signed-out',
  tooltip: t('desktop.tray.signedOut'),
  live: false,
  mayCall: false,
  choices: [],
  open: t('desktop.tray.open'),
  quit: t('desktop.tray.quit'),
});

export const desktopFaceOf = (facts: FaceFacts, t: Say, language: Language): DesktopFace => {
  const { session, advisor, calls, now } = facts;
  if (session?.status !== 'signed-in' || advisor === undefined) return signedOut(t);
  const call = callWords(facts, t);
  const state = t('desktop.tray.state', {
    state: stateWord(advisor, t),
    since: formatTime(advisor.since, language),
    time: formatDelay(Math.max(0, now - Date.parse(advisor.since)), t),
  });
  return {
    state: call?.state ?? advisor.state,
    tooltip: (call?.words ?? state).slice(0, 200),
    live: calls.some(({ phase }) => phase !== 'ended'),
    mayCall: true,
    choices: choicesOf(advisor, t),
    open: t('desktop.tray.open'),
    quit: t('desktop.tray.quit'),
  };
};
