/** What the records are joined to: the journal of main, the live channel, the hub's word on a callback. */
import { invoke } from '@renderer/platform/bridge.ts';
import type { HubClient } from '@renderer/platform/hub-client.ts';
import type { JournalRecord } from '@shared/contracts/journal/record.ts';
import { routes } from '@shared/contracts/routes.ts';
import { type Callback, callbackSchema } from '@shared/domain/callback/callback.ts';
import type { Heard } from '@shared/domain/desktop/expiry.ts';
import { type Clock, toInstant } from '@shared/kernel/clock.ts';
import { type Result, succeed } from '@shared/kernel/result.ts';
import type { Board } from '../board/board.ts';
import type { Tokens } from '../session/tokens.ts';
import { type LedNews, LiveChannel } from '../sync/live-channel.ts';
import type { JournalPort } from '../sync/outbox.ts';

export type Clocks = {
  /** Corrected by the hub's. */
  readonly clock: Clock;
  /** The machine's own, as it is. */
  readonly wallClock: Clock;
  readonly correct: (correctionMs: number) => void;
};

/** What is sent says when it was made by the machine's own clock; the hub keeps when it came beside. */
export const stamped = (record: JournalRecord, { now }: Clock): JournalRecord =>
  record.t === 'mutation'
    ? { ...record, mutation: { ...record.mutation, madeAt: toInstant(now()) } }
    : record;

export const journalOfMain: JournalPort = {
  read: () => invoke('journal.read', null),
  append: (records, waiting) => invoke('journal.append', { records, waiting }),
  compact: (records, waiting) => invoke('journal.compact', { records, waiting }),
};

/** When the hub was heard the last time, as it is kept beside the keys. */
export const heardSoFar = async (): Promise<Heard | null> => {
  const vault = await invoke('vault.current', null);
  return vault.ok ? (vault.value?.heard ?? null) : null;
};

type Live = {
  readonly hub: HubClient;
  readonly tokens: Tokens;
  readonly board: Board;
  readonly teamCallsChanged: () => void;
  readonly hubHears: () => void;
  readonly orders: (news: LedNews) => void;
};

export const openLive = (
  { hub, tokens, board, teamCallsChanged, hubHears, orders }: Live,
  changed: () => void,
) =>
  new LiveChannel({
    apiUrl: hub.apiUrl,
    token: async () => {
      const token = await tokens.access(false);
      return token.ok ? token.value : null;
    },
    changed,
    teamCalls: teamCallsChanged,
    hears: hubHears,
    orders,
    campaigns: () => board.set('campaignsMoved', { times: board.get('campaignsMoved').times + 1 }),
    schedules: () => board.set('schedulesMoved', { times: board.get('schedulesMoved').times + 1 }),
  });

/** Hers already, or none that is known: nothing to ask. */
export const takeCallback = async (
  hub: HubClient,
  wanted: Callback | undefined,
): Promise<Result<null>> => {
  if (wanted === undefined || wanted.advisorId !== null) return succeed(null);
  const path = `${routes.callbacks}/${wanted.id}/take`;
  const answer = await hub.ask({ method: 'POST', path, answer: callbackSchema });
  return answer.ok ? succeed(null) : answer;
};
