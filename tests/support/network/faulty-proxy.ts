/**
 * A balancer before several hubs that cannot be trusted: it loses requests and answers, sends twice,
 * to two hubs at once, and holds a request back until after later ones.
 */
import {
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';

type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};
/** What a desktop needs to read the bytes. */
const passedOn = ['content-type', 'content-encoding'] as const;
const heldMs = 120;

const bodyOf = async (incoming: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

export class FaultyProxy {
  /** Share of requests that meet a fault. */
  faults = 0;
  readonly #ports: () => readonly number[];
  readonly #random: () => number;
  readonly #server: Server;
  readonly #late = new Set<Promise<unknown>>();

  constructor(ports: () => readonly number[], random: () => number) {
    this.#ports = ports;
    this.#random = random;
    this.#server = createServer((incoming, outgoing) => {
      this.#carry(incoming, outgoing).catch(() => outgoing.destroy());
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the proxy is closed');
    return `http://127.0.0.1:${address.port}`;
  }

  /** Everything works from now on, and what was held back has arrived. */
  async heal(): Promise<void> {
    this.faults = 0;
    await Promise.all(this.#late);
  }

  async stop(): Promise<void> {
    await this.heal();
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #carry(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await bodyOf(incoming);
    const ports = this.#ports();
    const first = ports[Math.floor(this.#random() * ports.length)] ?? 0;
    const send = (port: number) => this.#forward(port, incoming, body);
    if (this.#random() >= this.faults) return reply(outgoing, await send(first));
    const fate = this.#random();
    if (fate < 0.25) outgoing.destroy();
    else if (fate < 0.5) {
      await send(first);
      outgoing.destroy();
    } else if (fate < 0.75) {
      const [one] = await Promise.all([send(first), ...ports.slice(0, 2).map(send)]);
      reply(outgoing, one);
    } else {
      // The desktop has given up and sends again; this one arrives after that.
      outgoing.destroy();
      const held = new Promise((resolve) => setTimeout(resolve, this.#random() * heldMs)).then(() =>
        send(first).catch(() => undefined),
      );
      this.#late.add(held);
      void held.finally(() => this.#late.delete(held));
    }
  }

  #forward(port: number, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
    const { method, url, headers } = incoming;
    return new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port, method, path: url, headers };
      const out = request(options, (answer) => {
        bodyOf(answer).then(
          (bytes) =>
            resolve({
              status: answer.statusCode ?? 502,
              headers: Object.fromEntries(
                passedOn.flatMap((name) => {
                  const value = answer.headers[name];
                  return value === undefined ? [] : [[name, value]];
                }),
              ),
              body: bytes,
            }),
          reject,
        );
      });
      out.on('error', reject);
      out.end(body);
    });
  }
}

const reply = (outgoing: ServerResponse, { status, headers, body }: Answer): void => {
  outgoing.writeHead(status, headers).end(body);
};
