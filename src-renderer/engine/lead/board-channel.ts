/** The way to the hub's board: opened while a window watches, back within seconds, silent for three never. */
import {
  type BoardFromHub,
  boardFromHubSchema,
  boardStaleAfterMs,
} from '@shared/contracts/live/board.ts';
import { liveCloseCodes } from '@shared/contracts/live/live.ts';
import { routes } from '@shared/contracts/routes.ts';
import { currentProtocol } from '@shared/contracts/sync/protocol.ts';
import { backoffMs } from '@shared/kernel/backoff.ts';

type Deps = {
  readonly apiUrl: string;
  readonly token: () => Promise<string | null>;
  readonly heard: (message: BoardFromHub) => void;
  readonly lost: (because: 'lost' | 'refused') => void;
};

/** Short: a lead who looks at an old board decides on it. */
const backoff = { firstMs: 250, maxMs: 1_500 };

export class BoardChannel {
  readonly #deps: Deps;
  #socket: WebSocket | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #attempt = 0;
  #stopped = false;

  constructor(deps: Deps) {
    this.#deps = deps;
    void this.#open();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#silence);
    this.#socket?.close();
  }

  async #open(): Promise<void> {
    const token = await this.#deps.token();
    if (this.#stopped) return;
    if (token === null) {
      this.#later();
      return;
    }
    const socket = new WebSocket(new URL(routes.board, this.#deps.apiUrl.replace(/^http/, 'ws')));
    this.#socket = socket;
    this.#listenFor(socket);
    socket.onopen = () =>
      socket.send(JSON.stringify({ type: 'hello', accessToken: token, protocol: currentProtocol }));
    socket.onmessage = ({ data }) => this.#receive(socket, String(data));
    socket.onclose = ({ code }) => this.#lose(socket, code);
  }

  #receive(socket: WebSocket, text: string): void {
    if (this.#socket !== socket) return;
    const message = boardFromHubSchema.safeParse(JSON.parse(text));
    // A newer hub may say more than is understood here: it lives all the same.
    this.#listenFor(socket);
    if (!message.success) return;
    this.#attempt = 0;
    this.#deps.heard(message.data);
  }

  /** A close may take its time to be told: what is silent is given up here and now. */
  #listenFor(socket: WebSocket): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      this.#lose(socket, 0);
      socket.close();
    }, boardStaleAfterMs);
  }

  #lose(socket: WebSocket, code: number): void {
    if (this.#socket !== socket) return;
    this.#socket = null;
    clearTimeout(this.#silence);
    if (this.#stopped) return;
    this.#deps.lost(code === liveCloseCodes.notAllowed ? 'refused' : 'lost');
    this.#later();
  }

  #later(): void {
    if (this.#stopped) return;
    const waitMs = backoffMs(this.#attempt, backoff, Math.random);
    this.#timer = setTimeout(() => void this.#open(), waitMs);
    this.#attempt += 1;
  }
}
