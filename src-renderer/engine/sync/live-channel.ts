/** The hub's live channel: only says that something changed. Silence is a lost connection. */
import {
  type LiveFromDesktop,
  type LiveFromHub,
  liveFromHubSchema,
} from '@shared/contracts/live/live.ts';
import { routes } from '@shared/contracts/routes.ts';
import { currentProtocol } from '@shared/contracts/sync/protocol.ts';
import { backoffMs } from '@shared/kernel/backoff.ts';

/** What may be of a lead's doing: an order, a help, a message, her look, or anything after a silence. */
export type LedNews = 'welcome' | 'orders' | 'help' | 'alerts' | 'messages' | 'show';
const ledNews: readonly string[] = ['welcome', 'orders', 'help', 'alerts', 'messages', 'show'];

type Deps = {
  readonly apiUrl: string;
  readonly token: () => Promise<string | null>;
  readonly changed: () => void;
  /** Calls that wait for the team. */
  readonly teamCalls: () => void;
  /** Campaigns were started, changed or ended. */
  readonly campaigns: () => void;
  /** A lead may have something done here, or be in a call; or a lead is alerted. */
  readonly orders: (news: LedNews) => void;
  /** The hub hears what she does now, and has not heard it yet. */
  readonly hears: () => void;
  /** Something of the team's schedule changed. */
  readonly schedules: () => void;
};

const backoff = { firstMs: 1_000, maxMs: 30_000 };
const silenceMs = 75_000;

export class LiveChannel {
  readonly #deps: Deps;
  #socket: WebSocket | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #attempt = 0;
  #hears: readonly string[] = [];
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

  /** The network came back: do not wait for the back-off. */
  retryNow(): void {
    if (this.#stopped || this.#socket?.readyState === WebSocket.OPEN) return;
    clearTimeout(this.#timer);
    void this.#open();
  }

  /** @returns whether it went out: a hub that would not understand it, or that is away, is told nothing. */
  tell(message: Extract<LiveFromDesktop, { type: 'now' }>): boolean {
    const socket = this.#socket;
    if (socket?.readyState !== WebSocket.OPEN || !this.#hears.includes(message.type)) return false;
    socket.send(JSON.stringify(message));
    return true;
  }

  async #open(): Promise<void> {
    const token = await this.#deps.token();
    if (this.#stopped) return;
    if (token === null) {
      this.#later();
      return;
    }
    const socket = new WebSocket(new URL(routes.live, this.#deps.apiUrl.replace(/^http/, 'ws')));
    this.#socket = socket;
    socket.onopen = () =>
      socket.send(JSON.stringify({ type: 'hello', accessToken: token, protocol: currentProtocol }));
    socket.onmessage = ({ data }) => this.#receive(socket, String(data));
    socket.onclose = () => {
      if (this.#socket !== socket) return;
      this.#hears = [];
      // The hub may be gone: asking it now says so at once, not at the next pull a minute later.
      if (this.#attempt === 0 && !this.#stopped) this.#deps.changed();
      this.#later();
    };
  }

  #receive(socket: WebSocket, text: string): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => socket.close(), silenceMs);
    const message = liveFromHubSchema.safeParse(parseJson(text));
    if (!message.success) return;
    if (message.data.type === 'ping') socket.send(JSON.stringify({ type: 'pong' }));
    else {
      this.#attempt = 0;
      const { type } = message.data;
      if (message.data.type === 'welcome') this.#welcome(message.data);
      // What was said while nobody listened was not heard.
      if (type === 'welcome' || type === 'changed') this.#deps.changed();
      if (type === 'welcome' || type === 'team-calls') this.#deps.teamCalls();
      if (ledNews.includes(type)) this.#deps.orders(type as LedNews);
      if (type === 'welcome' || type === 'campaigns') this.#deps.campaigns();
      if (type === 'welcome' || type === 'schedules') this.#deps.schedules();
    }
  }

  #welcome({ hears = [] }: Extract<LiveFromHub, { type: 'welcome' }>): void {
    this.#hears = hears;
    if (hears.includes('now')) this.#deps.hears();
  }

  #later(): void {
    if (this.#stopped) return;
    clearTimeout(this.#silence);
    this.#timer = setTimeout(
      () => void this.#open(),
      backoffMs(this.#attempt, backoff, Math.random),
    );
    this.#attempt += 1;
  }
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
