/** A TCP path to the hub that can be cut: before the request, after it, or in the answer. */
import { connect, createServer, type Server, type Socket } from 'node:net';

/**
 * `lost-answer`: the hub does the work, and the desktop never hears of it. `silent`: nothing passes
 * and nobody is told, as when a cable is pulled behind a switch.
 */
export type NetworkMode = 'open' | 'refused' | 'lost-answer' | 'half-answer' | 'silent';

export class FaultyNetwork {
  mode: NetworkMode = 'open';
  /** How many connections were turned away since the last change. */
  refused = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(targetPort: () => number): Promise<FaultyNetwork> {
    const server = createServer();
    const network = new FaultyNetwork(server);
    server.on('connection', (near) => network.#carry(near, targetPort()));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return network;
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the network is closed');
    return `http://127.0.0.1:${address.port}`;
  }

  /** Changes the mode; what is under way is cut, or swallowed for ever. */
  change(mode: NetworkMode): void {
    this.mode = mode;
    this.refused = 0;
    if (mode === 'silent') {
      for (const socket of this.#sockets) socket.pause().removeAllListeners('data');
      return;
    }
    for (const socket of this.#sockets) socket.destroy();
  }

  async stop(): Promise<void> {
    this.change('refused');
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #carry(near: Socket, port: number): void {
    this.#keep(near);
    if (this.mode === 'refused') {
      this.refused += 1;
      near.destroy();
      return;
    }
    // Accepted by the system, answered by nobody.
    if (this.mode === 'silent') return;
    const far = connect(port, '127.0.0.1');
    this.#keep(far);
    near.pipe(far);
    far.on('data', (chunk) => {
      if (this.mode === 'open') near.write(chunk);
      else if (this.mode === 'half-answer')
        near.write(chunk.subarray(0, chunk.length / 2), () => near.destroy());
      else near.destroy();
    });
    far.on('close', () => near.end());
    near.on('close', () => far.destroy());
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#sockets.delete(socket));
  }
}
