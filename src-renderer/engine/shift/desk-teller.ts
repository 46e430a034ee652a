/** Tells the hub at once what she does now, each thing once; busy moments are told a few times a second. */
import type { DeskNow } from '@shared/domain/lead-board/desk-now.ts';
import type { Board, Changes } from '../board/board.ts';
import { deskNowOf } from './desk-now.ts';

const shortestMs = 150;

type Deps = {
  readonly board: Board;
  readonly callUidOf: (callId: string) => string | null;
  /** @returns whether it went out */
  readonly tell: (now: DeskNow) => boolean;
};

const concerns = ({ advisor, calls, work, help }: Changes): boolean =>
  (advisor ?? calls ?? work ?? help) !== undefined;

export class DeskTeller {
  readonly #deps: Deps;
  readonly #unfollow: () => void;
  #told = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastMs = Number.NEGATIVE_INFINITY;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#unfollow = deps.board.follow((changes) => {
      if (concerns(changes)) this.#soon();
    });
  }

  /** The hub has not heard it: the connection is new. */
  again(): void {
    this.#told = '';
    this.#say();
  }

  stop(): void {
    this.#unfollow();
    clearTimeout(this.#timer);
  }

  #soon(): void {
    clearTimeout(this.#timer);
    const waitMs = Math.max(0, this.#lastMs + shortestMs - performance.now());
    this.#timer = setTimeout(() => this.#say(), waitMs);
  }

  #say(): void {
    const { board, callUidOf, tell } = this.#deps;
    const slices = {
      advisor: board.get('advisor'),
      calls: board.get('calls'),
      work: board.get('work'),
    };
    const now = deskNowOf({ ...slices, hand: board.get('help').hand, callUidOf });
    const text = JSON.stringify(now);
    if (text === this.#told || !tell(now)) return;
    this.#told = text;
    this.#lastMs = performance.now();
  }
}
