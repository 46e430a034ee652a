/**
 * The WebSocket under SIP (RFC 7118). Ours instead of the library's: the server can change while
 * dialogs live, a dead connection can be dropped at once (the browser waits for the closing
 * handshake of a machine that is gone), and what comes in is put right before the library reads it.
 */
import { EmitterImpl, type Transport, TransportState } from 'sip.js';

export type SipSocketOptions = {
  readonly server: string;
  /** Puts an incoming message right, or leaves it as it is. */
  readonly read: (message: string) => string;
};

const openWithinMs = 3_000;
/** Proxies forget silent connections (RFC 5626 §3.5.1 wants less than two minutes). */
const keepAliveMs = 20_000;

export class SipSocket implements Transport {
  readonly stateChange = new EmitterImpl<TransportState>();
  onConnect: (() => void) | undefined;
  onDisconnect: ((error?: Error) => void) | undefined;
  onMessage: ((message: string) => void) | undefined;
  /** Where the next connection goes. */
  server: string;
  /** When anything last came in, by the clock of `performance.now()`. */
  heardAt = Number.NEGATIVE_INFINITY;
  readonly #read: SipSocketOptions['read'];
  #state = TransportState.Disconnected;
  #socket: WebSocket | null = null;
  #opening: Promise<void> | null = null;
  #keepAlive: ReturnType<typeof setInterval> | undefined;

  constructor(_logger: unknown, { server, read }: SipSocketOptions) {
    this.server = server;
    this.#read = read;
  }

  get protocol(): string {
    return this.server.startsWith('wss:') ? 'WSS' : 'WS';
  }

  get state(): TransportState {
    return this.#state;
  }

  isConnected(): boolean {
    return this.#state === TransportState.Connected;
  }

  connect(): Promise<void> {
    if (this.isConnected()) return Promise.resolve();
    this.#opening ??= this.#open().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  async disconnect(): Promise<void> {
    this.#drop();
  }

  async dispose(): Promise<void> {
    this.#drop();
  }

  /** The other end is gone without a word: said at once, not after the closing handshake. */
  abandon(): void {
    this.#drop(new Error('the connection was given up'));
  }

  send(message: string): Promise<void> {
    if (this.#socket === null || !this.isConnected())
      return Promise.reject(new Error('not connected'));
    this.#socket.send(message);
    return Promise.resolve();
  }

  #open(): Promise<void> {
    this.#enter(TransportState.Connecting);
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(this.server, 'sip');
      socket.binaryType = 'arraybuffer';
      this.#socket = socket;
      const timer = setTimeout(() => this.#closed(socket), openWithinMs);
      socket.addEventListener('open', () => {
        clearTimeout(timer);
        if (this.#socket !== socket) return;
        this.#keepAlive = setInterval(() => socket.send('\r\n\r\n'), keepAliveMs);
        this.#enter(TransportState.Connected);
        this.onConnect?.();
        resolve();
      });
      socket.addEventListener('message', ({ data }) => this.#receive(socket, data));
      socket.addEventListener('close', () => {
        clearTimeout(timer);
        this.#closed(socket);
        reject(new Error('the connection was not opened'));
      });
    });
  }

  #receive(socket: WebSocket, data: unknown): void {
    if (this.#socket !== socket) return;
    this.heardAt = performance.now();
    const text = data instanceof ArrayBuffer ? new TextDecoder().decode(data) : String(data);
    // Nothing but line ends is the answer to a keep-alive (RFC 5626 §4.4.1).
    if (text.trim() !== '') this.onMessage?.(this.#read(text));
  }

  #closed(socket: WebSocket): void {
    if (this.#socket === socket) this.#drop(new Error('the connection was closed'));
    else socket.close();
  }

  #drop(error?: Error): void {
    const wasConnected = this.isConnected();
    clearInterval(this.#keepAlive);
    this.#socket?.close();
    this.#socket = null;
    this.#opening = null;
    if (this.#state !== TransportState.Disconnected) this.#enter(TransportState.Disconnected);
    if (wasConnected) this.onDisconnect?.(error);
  }

  #enter(state: TransportState): void {
    this.#state = state;
    this.stateChange.emit(state);
  }
}
