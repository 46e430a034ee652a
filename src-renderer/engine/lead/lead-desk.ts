/** A team lead's desk: the board while a window watches it. */
import {
  applyNews,
  type BoardNews,
  type BoardState,
  emptyBoard,
} from '@shared/contracts/live/board-state.ts';
import { BoardChannel } from './board-channel.ts';

type Deps = {
  readonly apiUrl: string;
  readonly token: () => Promise<string | null>;
  readonly tell: (news: BoardNews) => void;
};

export class LeadDesk {
  readonly #deps: Deps;
  #channel: BoardChannel | null = null;
  #board: BoardState = emptyBoard;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Opened by the first who watches. @returns what is known so far */
  watch(): BoardState {
    this.#channel ??= new BoardChannel({
      ...this.#deps,
      heard: (message) => this.#news({ of: 'hub', message }),
      lost: (status) => this.#news({ of: 'status', status }),
    });
    return this.#board;
  }

  stop(): void {
    this.#channel?.stop();
    this.#channel = null;
    this.#board = emptyBoard;
  }

  #news(news: BoardNews): void {
    this.#board = applyNews(this.#board, news);
    this.#deps.tell(news);
  }
}
