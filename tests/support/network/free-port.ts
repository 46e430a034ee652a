import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

const given = new Set<number>();

function tryTcp(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const found = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(found));
    });
  });
}

function tryUdp(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = createSocket('udp4');
    socket.once('error', reject);
    socket.bind(port, '127.0.0.1', () => socket.close(() => resolve(port)));
  });
}

/** A port of 127.0.0.1 that is free for TCP and UDP and was not given to anybody in this process. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = await tryTcp(0);
    if (given.has(port)) continue;
    try {
      await tryUdp(port);
    } catch {
      continue;
    }
    given.add(port);
    return port;
  }
}
