/**
 * Who watches, and what each is sent. Those who may see the same are sent the same bytes, written once.
 * Whoever reads too slowly is sent nothing more until she has read, and then everything anew.
 */
import type { LeadScope } from '@api/modules/lead/lead-scope.ts';
import { scopeKey } from '@api/modules/lead/lead-scope.ts';
import type { BoardFromHub } from '@shared/contracts/live/board.ts';
import type { Seat } from '@shared/domain/lead-board/seat.ts';
import type { WebSocket } from 'ws';
import { shownSeat } from './shown-seat.ts';

export type Watcher = {
  readonly socket: WebSocket;
  readonly userId: string;
  readonly sessionId: string;
  scope: LeadScope;
  /** She has missed something and wants the whole. */
  isBehind: boolean;
  sentAt: number;
};

type Whole = Omit<Extract<BoardFromHub, { type: 'whole' }>, 'type' | 'seats' | 'complete'>;
type Moves = Omit<Extract<BoardFromHub, { type: 'moves' }>, 'type' | 'seats' | 'gone'>;

export const watcherLimits = {
  /** More than that unread, and she is behind … */
  bufferedBytes: 1024 * 1024,
  /** … until no more than that is. */
  caughtUpBytes: 64 * 1024,
  /** Seats of one message: parsing it does not hold up what else comes. */
  seatsAtOnce: 250,
} as const;

const mine = <T extends { readonly brandId: string }>(
  scope: LeadScope,
  all: readonly T[] | undefined,
): T[] | undefined => all?.filter(({ brandId }) => scope.brandIds.has(brandId));

export class Watchers {
  readonly #watchers = new Set<Watcher>();
  /** Who is on the boards of a scope: whoever leaves it is taken from them. */
  readonly #shown = new Map<string, Set<string>>();

  get count(): number {
    return this.#watchers.size;
  }

  [Symbol.iterator](): Iterator<Watcher> {
    return this.#watchers.values();
  }

  add(watcher: Watcher): void {
    this.#watchers.add(watcher);
  }

  delete(watcher: Watcher): void {
    this.#watchers.delete(watcher);
  }

  /** Everything there is, in parts. */
  sendWhole(watcher: Watcher, seats: ReadonlyMap<string, Seat>, whole: Whole): void {
    const { scope } = watcher;
    const shown = [...seats.values()].flatMap((seat) => shownSeat(scope, seat) ?? []);
    const { seatsAtOnce } = watcherLimits;
    const teams = whole.teams.filter(({ id }) => scope.teamIds.has(id));
    const first: BoardFromHub = {
      type: 'whole',
      ...whole,
      teams,
      thresholds: this.#thresholds(scope, whole.thresholds) ?? {},
      queues: mine(scope, whole.queues) ?? [],
      campaigns: mine(scope, whole.campaigns) ?? [],
      seats: shown.slice(0, seatsAtOnce),
      complete: shown.length <= seatsAtOnce,
    };
    this.#shown.set(scopeKey(scope), new Set(shown.map(({ userId }) => userId)));
    watcher.isBehind = false;
    this.#send(watcher, JSON.stringify(first));
    for (let at = seatsAtOnce; at < shown.length; at += seatsAtOnce) {
      const complete = at + seatsAtOnce >= shown.length;
      const part = shown.slice(at, at + seatsAtOnce);
      const more: BoardFromHub = { type: 'seats', at: whole.at, seats: part, complete };
      this.#send(watcher, JSON.stringify(more));
    }
  }

  /** @param whole for those who are behind and have read by now */
  sendMoves(
    seats: ReadonlyMap<string, Seat>,
    changed: { readonly seats: readonly string[]; readonly gone: readonly string[] },
    moves: Moves,
    whole: () => Whole,
  ): void {
    const written = new Map<string, string | null>();
    for (const watcher of this.#watchers) {
      if (watcher.isBehind) {
        if (watcher.socket.bufferedAmount <= watcherLimits.caughtUpBytes)
          this.sendWhole(watcher, seats, whole());
        continue;
      }
      const key = scopeKey(watcher.scope);
      let text = written.get(key);
      if (text === undefined) {
        text = this.#movesFor(watcher.scope, seats, changed, moves);
        written.set(key, text);
      }
      if (text !== null) this.#send(watcher, text);
    }
  }

  /** To whom nothing was said for a while: it is still so. */
  beat(at: string, nowMs: number, everyMs: number): void {
    const text = JSON.stringify({ type: 'beat', at } satisfies BoardFromHub);
    for (const watcher of this.#watchers)
      if (!watcher.isBehind && nowMs - watcher.sentAt >= everyMs) this.#send(watcher, text);
  }

  #movesFor(
    scope: LeadScope,
    seats: ReadonlyMap<string, Seat>,
    changed: { readonly seats: readonly string[]; readonly gone: readonly string[] },
    { at, queues, campaigns, thresholds, sources }: Moves,
  ): string | null {
    const known = this.#shown.get(scopeKey(scope)) ?? new Set();
    const shown: Seat[] = [];
    const gone = changed.gone.filter((userId) => known.delete(userId));
    for (const userId of changed.seats) {
      const seat = seats.get(userId);
      const visible = seat === undefined ? null : shownSeat(scope, seat);
      if (visible === null) {
        if (known.delete(userId)) gone.push(userId);
        continue;
      }
      known.add(userId);
      shown.push(visible);
    }
    const news = {
      ...(gone.length > 0 ? { gone } : {}),
      ...(queues ? { queues: mine(scope, queues) } : {}),
      ...(campaigns ? { campaigns: mine(scope, campaigns) } : {}),
      ...(thresholds ? { thresholds: this.#thresholds(scope, thresholds) } : {}),
      ...(sources ? { sources } : {}),
    };
    if (shown.length === 0 && Object.keys(news).length === 0) return null;
    return JSON.stringify({ type: 'moves', at, seats: shown, ...news } satisfies BoardFromHub);
  }

  #thresholds(scope: LeadScope, all: Moves['thresholds']): Moves['thresholds'] {
    return (
      all && Object.fromEntries(Object.entries(all).filter(([teamId]) => scope.teamIds.has(teamId)))
    );
  }

  #send(watcher: Watcher, text: string): void {
    const { socket } = watcher;
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > watcherLimits.bufferedBytes) {
      watcher.isBehind = true;
      return;
    }
    watcher.sentAt = performance.now();
    socket.send(text);
  }
}
