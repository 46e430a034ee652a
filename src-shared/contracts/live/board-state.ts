/** The board as a desktop has it: what the hub said, put together, and whether it is still so. */

import type { Seat } from '../../domain/lead-board/seat.ts';
import type { Thresholds } from '../../domain/lead-board/thresholds.ts';
import type { BoardCampaign, BoardFromHub, BoardQueue, BoardSources } from './board.ts';

export type BoardStatus = 'asking' | 'live' | 'lost' | 'refused';

export type BoardTeam = {
  readonly id: string;
  readonly name: string;
  readonly site: string | null;
};

export type BoardState = {
  readonly status: BoardStatus;
  /** The hub's time of what was heard last, in milliseconds; null: nothing was. */
  readonly trueAt: number | null;
  readonly seats: ReadonlyMap<string, Seat>;
  readonly teams: readonly BoardTeam[];
  readonly thresholds: { readonly [teamId: string]: Thresholds };
  readonly queues: readonly BoardQueue[];
  readonly campaigns: readonly BoardCampaign[];
  readonly sources: BoardSources | null;
};

/** What an engine tells its windows of the board. */
export type BoardNews =
  | { readonly of: 'hub'; readonly message: BoardFromHub }
  | { readonly of: 'status'; readonly status: BoardStatus };

export const emptyBoard: BoardState = {
  status: 'asking',
  trueAt: null,
  seats: new Map(),
  teams: [],
  thresholds: {},
  queues: [],
  campaigns: [],
  sources: null,
};

const withSeats = (
  seats: ReadonlyMap<string, Seat>,
  changed: readonly Seat[],
  gone: readonly string[],
): ReadonlyMap<string, Seat> => {
  if (changed.length === 0 && gone.length === 0) return seats;
  const next = new Map(seats);
  for (const seat of changed) next.set(seat.userId, seat);
  for (const userId of gone) next.delete(userId);
  return next;
};

/** Seats that did not change stay the same objects. While the whole comes in parts what was known stays. */
const hear = (board: BoardState, message: BoardFromHub): BoardState => {
  const trueAt = Date.parse(message.at);
  if (message.type === 'beat') return { ...board, status: 'live', trueAt };
  if (message.type === 'whole') {
    const { teams, thresholds, queues, campaigns, sources } = message;
    const seats = withSeats(new Map(), message.seats, []);
    return { status: 'live', trueAt, seats, teams, thresholds, queues, campaigns, sources };
  }
  if (message.type === 'seats')
    return { ...board, trueAt, seats: withSeats(board.seats, message.seats, []) };
  const { queues, campaigns, thresholds, sources } = message;
  return {
    status: 'live',
    trueAt,
    seats: withSeats(board.seats, message.seats, message.gone ?? []),
    teams: board.teams,
    queues: queues ?? board.queues,
    campaigns: campaigns ?? board.campaigns,
    thresholds: thresholds ?? board.thresholds,
    sources: sources ?? board.sources,
  };
};

export const applyNews = (board: BoardState, news: BoardNews): BoardState =>
  news.of === 'hub' ? hear(board, news.message) : { ...board, status: news.status };
