/** The hand that an advisor raises: up until she lowers it, or the call that it was for is over. */
import { type Clock, toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { Board, Changes } from '../board/board.ts';

export class HelpDesk {
  readonly #board: Board;
  readonly #clock: Clock;
  /** The calls that were live when it was raised; null: none was. */
  #about: ReadonlySet<string> | null = null;

  constructor(board: Board, clock: Clock) {
    this.#board = board;
    this.#clock = clock;
    board.follow(({ calls, session }) => this.#follow(calls, session));
  }

  /** `hub-unreachable`: nobody would see it, better said than waited for. */
  raise(words: string): Result<null> {
    if (this.#board.get('sync').hub === 'offline') return fail('hub-unreachable');
    const live = this.#live(this.#board.get('calls'));
    this.#about = live.length === 0 ? null : new Set(live);
    this.#board.patch('help', { hand: { since: toInstant(this.#clock.now()), words } });
    return succeed(null);
  }

  lower(): Result<null> {
    this.#about = null;
    if (this.#board.get('help').hand !== null) this.#board.patch('help', { hand: null });
    return succeed(null);
  }

  #live(calls: NonNullable<Changes['calls']>): string[] {
    return calls.flatMap(({ id, phase }) => (phase === 'ended' ? [] : [id]));
  }

  #follow(calls: Changes['calls'], session: Changes['session']): void {
    if (session?.status === 'signed-out') this.lower();
    if (calls === undefined || this.#about === null) return;
    if (!this.#live(calls).some((id) => this.#about?.has(id))) this.lower();
  }
}
