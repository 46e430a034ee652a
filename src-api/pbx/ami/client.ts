/**
 * The connection to the switch's manager interface: signs in, asks, hears events, and comes back by
 * itself. Everything has a time limit: a switch that does not answer is away.
 */
import { createHash, randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { RefusedBySwitch } from '../pbx-port.ts';
import { type AmiMessage, AmiReader, writeAmi } from './message.ts';

export type AmiSettings = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly secret: string;
};

export type AmiListener = {
  readonly event: (message: AmiMessage) => void;
  /** Signed in, also again: what happened meanwhile was not heard. */
  readonly ready: () => void;
  /** Once for each time that it is lost or cannot be had; `cause` holds no secret. */
  readonly away: (cause: string) => void;
};

export const amiLimits = {
  connectMs: 5_000,
  answerMs: 5_000,
  pingMs: 10_000,
  firstRetryMs: 500,
  /** A view of a switch that was away heals within seconds. */
  longestRetryMs: 2_000,
} as const;

type Limits = { readonly [limit in keyof typeof amiLimits]: number };
type Asked = {
  readonly answered: (messages: readonly AmiMessage[]) => void;
  readonly failed: (error: Error) => void;
  /** Null until it is said that a list follows. */
  events: AmiMessage[] | null;
  readonly timer: NodeJS.Timeout;
};
type Lines = readonly (readonly [string, string])[];

export class AmiClient {
  readonly #settings: AmiSettings;
  readonly #listener: AmiListener;
  readonly #limits: Limits;
  readonly #asked = new Map<string, Asked>();
  #socket: Socket | null = null;
  #isReady = false;
  #isClosed = false;
  #retryMs: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(settings: AmiSettings, listener: AmiListener, limits: Limits = amiLimits) {
    this.#settings = settings;
    this.#listener = listener;
    this.#limits = limits;
    this.#retryMs = limits.firstRetryMs;
    this.#open();
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  /** The answer, with what it lists before it. @throws when it is refused, late, or the switch is away. */
  ask(
    action: string,
    lines: Lines = [],
    id: string = randomUUID(),
  ): Promise<readonly AmiMessage[]> {
    const socket = this.#socket;
    if (socket === null || !(this.#isReady || action === 'Login' || action === 'Challenge'))
      return Promise.reject(new Error('the switch is away'));
    const text = writeAmi([['Action', action], ['ActionID', id], ...lines]);
    return new Promise((answered, failed) => {
      const late = () => this.#settle(id, new Error(`the switch did not answer ${action}`));
      const timer = setTimeout(late, this.#limits.answerMs);
      timer.unref();
      this.#asked.set(id, { answered, failed, events: null, timer });
      socket.write(text);
    });
  }

  close(): void {
    this.#isClosed = true;
    this.#lose(this.#socket, 'closed');
  }

  #open(): void {
    const { host, port } = this.#settings;
    const socket = connect({ host, port });
    const reader = new AmiReader();
    this.#socket = socket;
    socket.setEncoding('utf8');
    socket.setKeepAlive(true, this.#limits.pingMs);
    socket.setTimeout(this.#limits.connectMs, () => this.#lose(socket, 'silent'));
    socket.once('connect', () => void this.#signIn(socket));
    socket.on('data', (text: string) => {
      try {
        for (const message of reader.take(text)) this.#hear(message);
      } catch (error) {
        this.#lose(socket, error instanceof Error ? error.message : 'unreadable');
      }
    });
    socket.on('error', (error) => this.#lose(socket, error.message));
    socket.on('close', () => this.#lose(socket, 'the connection ended'));
  }

  async #signIn(socket: Socket): Promise<void> {
    const { user, secret } = this.#settings;
    const { firstRetryMs } = this.#limits;
    try {
      const [challenge] = await this.ask('Challenge', [['AuthType', 'MD5']]);
      const key = createHash('md5')
        .update((challenge?.get('Challenge') ?? '') + secret)
        .digest('hex');
      const signIn: Lines = [
        ['AuthType', 'MD5'],
        ['Username', user],
        ['Key', key],
        ['Events', 'call,user,agent'],
      ];
      await this.ask('Login', signIn);
    } catch (error) {
      this.#lose(socket, error instanceof Error ? error.message : 'not signed in');
      return;
    }
    if (this.#socket !== socket) return;
    socket.setTimeout(0);
    this.#isReady = true;
    this.#retryMs = firstRetryMs;
    this.#listener.ready();
    this.#ping(socket);
  }

  /** Each is answered: a switch that does not answer one is gone, though the connection stands. */
  #ping(socket: Socket): void {
    this.#timer = setTimeout(() => {
      this.ask('Ping').catch(() => this.#lose(socket, 'silent'));
      if (this.#socket === socket) this.#ping(socket);
    }, this.#limits.pingMs);
    this.#timer.unref();
  }

  #hear(message: AmiMessage): void {
    const id = message.get('ActionID');
    const asked = this.#asked.get(id);
    // QueueRule is answered without a word that it is an answer.
    const isAnswer = message.get('Response') !== '' || asked !== undefined;
    if (isAnswer && message.get('Event') === '') {
      if (asked === undefined) return;
      if (message.get('Response') === 'Error')
        this.#settle(
          id,
          new RefusedBySwitch(`the switch refuses: ${message.get('Message').slice(0, 200)}`),
        );
      else if (message.get('EventList').toLowerCase() === 'start') asked.events = [];
      else this.#settle(id, null, message);
      return;
    }
    // What becomes of an order may be told before the order is answered.
    if (asked === undefined || asked.events === null) this.#listener.event(message);
    else if (message.get('EventList').toLowerCase() === 'complete') this.#settle(id, null, message);
    else asked.events.push(message);
  }

  #settle(id: string, error: Error | null, last?: AmiMessage): void {
    const asked = this.#asked.get(id);
    if (asked === undefined) return;
    this.#asked.delete(id);
    clearTimeout(asked.timer);
    if (error === null) asked.answered(last === undefined ? [] : [...(asked.events ?? []), last]);
    else asked.failed(error);
  }

  #lose(socket: Socket | null, cause: string): void {
    if (socket === null || this.#socket !== socket) return;
    this.#socket = null;
    this.#isReady = false;
    clearTimeout(this.#timer);
    socket.destroy();
    for (const id of [...this.#asked.keys()]) this.#settle(id, new Error('the switch is away'));
    if (this.#isClosed) return;
    this.#listener.away(cause);
    this.#timer = setTimeout(() => this.#open(), this.#retryMs);
    this.#timer.unref();
    this.#retryMs = Math.min(this.#retryMs * 2, this.#limits.longestRetryMs);
  }
}
