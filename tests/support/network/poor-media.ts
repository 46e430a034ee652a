/**
 * A poor network between the program and the PBX: voice packets of both ways go through sockets of
 * ours that lose and delay some of them. The addresses in the session descriptions are exchanged
 * for the relay's, so that no packet finds another way.
 */
import { createSocket, type Socket } from 'node:dgram';
import { WebSocket, WebSocketServer } from 'ws';

type Poor = { readonly loss: number; readonly jitterMs: number };

const HOST = '127.0.0.1';

const bound = (): Promise<Socket> =>
  new Promise((resolve) => {
    const socket = createSocket('udp4');
    socket.on('error', () => undefined);
    socket.bind(0, HOST, () => resolve(socket));
  });

export class PoorMedia {
  /** Share of packets lost, and the longest delay of one, in milliseconds. */
  poor: Poor = { loss: 0, jitterMs: 0 };
  /** How many packets went through, and how many were lost. */
  passed = 0;
  lost = 0;
  readonly #server: WebSocketServer;
  readonly #pbxUrl: string;
  readonly #relays = new Map<number, Promise<number>>();
  readonly #sockets = new Set<Socket>();
  readonly #own = new Set<number>();

  private constructor(server: WebSocketServer, pbxUrl: string) {
    this.#server = server;
    this.#pbxUrl = pbxUrl;
    server.on('connection', (near) => this.#join(near));
  }

  static async start(pbxUrl: string): Promise<PoorMedia> {
    const server = new WebSocketServer({ host: HOST, port: 0, handleProtocols: () => 'sip' });
    await new Promise((resolve) => server.once('listening', resolve));
    return new PoorMedia(server, pbxUrl);
  }

  get url(): string {
    const address = this.#server.address();
    return `ws://${HOST}:${typeof address === 'object' ? address?.port : 0}/ws`;
  }

  stop(): void {
    for (const client of this.#server.clients) client.terminate();
    this.#server.close();
    for (const socket of this.#sockets) {
      this.#sockets.delete(socket);
      socket.close();
    }
  }

  #join(near: WebSocket): void {
    const far = new WebSocket(this.#pbxUrl, 'sip');
    const opened = new Promise((resolve) => far.once('open', resolve));
    this.#pipe(near, far, opened);
    this.#pipe(far, near, Promise.resolve());
  }

  /** One message after the other, however long each takes to be rewritten. */
  #pipe(from: WebSocket, to: WebSocket, ready: Promise<unknown>): void {
    let last: Promise<unknown> = ready;
    from.on('message', (data) => {
      last = last.then(async () => to.send(await this.#rewritten(String(data))));
    });
    from.on('close', () => to.close());
    from.on('error', () => to.close());
  }

  async #rewritten(message: string): Promise<string> {
    const [head = '', ...rest] = message.split('\r\n\r\n');
    const body = rest.join('\r\n\r\n');
    if (!body.includes('a=candidate')) return message;
    const ports = [...body.matchAll(/^a=candidate:.* (\d+) typ /gm)].map(([, port]) =>
      Number(port),
    );
    let changed = body;
    for (const port of new Set(ports)) {
      const relay = await this.#relayTo(port);
      changed = changed
        .replaceAll(
          new RegExp(`^(a=candidate:\\S+ \\d \\S+ \\d+) \\S+ ${port} `, 'gm'),
          `$1 ${HOST} ${relay} `,
        )
        .replaceAll(new RegExp(`^(m=audio|a=rtcp:)( ?)${port}\\b`, 'gm'), `$1$2${relay}`);
    }
    const length = `Content-Length: ${Buffer.byteLength(changed)}`;
    return `${head.replace(/^(content-length|l)\s*:.*$/im, length)}\r\n\r\n${changed}`;
  }

  #relayTo(port: number): Promise<number> {
    if (this.#own.has(port)) return Promise.resolve(port);
    const known = this.#relays.get(port) ?? this.#makeRelay(port);
    this.#relays.set(port, known);
    return known;
  }

  /** Each sender gets a socket of its own towards the target: answers find their way back. */
  async #makeRelay(target: number): Promise<number> {
    const front = await bound();
    this.#sockets.add(front);
    const backs = new Map<number, Promise<Socket>>();
    front.on('message', async (packet, { port: sender }) => {
      const back = backs.get(sender) ?? this.#backFor(front, sender);
      backs.set(sender, back);
      this.#carry(await back, packet, target);
    });
    const { port } = front.address();
    this.#own.add(port);
    return port;
  }

  async #backFor(front: Socket, sender: number): Promise<Socket> {
    const back = await bound();
    this.#sockets.add(back);
    back.on('message', (packet) => this.#carry(front, packet, sender));
    return back;
  }

  #carry(socket: Socket, packet: Buffer, port: number): void {
    if (Math.random() < this.poor.loss) {
      this.lost += 1;
      return;
    }
    this.passed += 1;
    const send = (): void => {
      if (this.#sockets.has(socket)) socket.send(packet, port, HOST, () => undefined);
    };
    const { jitterMs } = this.poor;
    if (jitterMs === 0) send();
    else setTimeout(send, Math.random() * jitterMs);
  }
}
