/** Another system as it may be: a real HTTP server that answers as a test tells it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Behaviour = (response: ServerResponse, request: IncomingMessage) => void;

export type OutsideSystem = {
  readonly url: string;
  readonly asked: { readonly path: string; readonly headers: IncomingMessage['headers'] }[];
  behave: Behaviour;
  readonly close: () => void;
};

export const json =
  (body: unknown, status = 200): Behaviour =>
  (response) =>
    void response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(JSON.stringify(body));

export const order = {
  title: 'Canapé Belle-Île',
  reference: 'W1',
  status: 'expédiée',
  at: '2026-11-02T10:00:00Z',
  amountCents: 129_000,
};

const piece = Buffer.alloc(1024 * 1024, ' ');
const pour = (response: ServerResponse, pieces: number): void => {
  if (pieces === 0 || response.destroyed) return void response.end();
  response.write(piece, () => pour(response, pieces - 1));
};

/** Each with what the hub says of it (a pattern); whoever hangs is over with the time limit. */
export const misbehaviours: Readonly<Record<string, readonly [Behaviour, string]>> = {
  'never answers': [() => undefined, 'timeout'],
  'stops in its answer': [
    (response) => {
      response.writeHead(200).write('{"rows": [');
    },
    'timeout',
  ],
  'drips a byte now and then': [
    (response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    },
    'timeout',
  ],
  'resets at once': [(response) => response.socket?.resetAndDestroy(), 'broken-off'],
  'breaks off in its answer': [
    (response) => {
      response.writeHead(200).write('{"rows": [', () => response.socket?.destroy());
    },
    'broken-off',
  ],
  'promises more than it sends': [
    (response) => {
      response.writeHead(200, { 'content-length': 9_999 });
      response.write('{"rows": []}', () => response.socket?.destroy());
    },
    'broken-off',
  ],
  'promises less than it sends': [
    (response) => {
      const body = JSON.stringify({ rows: [order] });
      response.socket?.end(
        `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 5\r\n\r\n${body}`,
      );
    },
    'malformed|broken-off',
  ],
  'sends fifty megabytes': [(response) => pour(response.writeHead(200), 50), 'too-large'],
  'speaks no JSON': [(response) => void response.writeHead(200).end('<html>'), 'malformed'],
  'answers something else': [json({ commandes: [] }), 'malformed'],
  'answers wrong rows alone': [json({ rows: [{ nom: 'Canapé' }] }), 'malformed'],
  'packs what nobody asked to be packed': [
    (response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end('x'),
    'malformed',
  ],
  'says no HTTP': [(response) => void response.socket?.end('SSH-2.0-OpenSSH\r\n'), 'broken-off'],
  'fails itself': [json({}, 500), 'refused'],
  'refuses the secret': [json({}, 401), 'refused'],
  'sends elsewhere': [
    (response) => void response.writeHead(302, { location: 'http://localhost:1/' }).end(),
    'redirected',
  ],
  'sends in circles': [
    (response, request) => void response.writeHead(302, { location: request.url ?? '/' }).end(),
    'redirected',
  ],
};

export const startOutsideSystem = async (): Promise<OutsideSystem> => {
  const asked: OutsideSystem['asked'] = [];
  const server: Server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', headers: request.headers });
    system.behave(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const system: OutsideSystem = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    behave: json({ rows: [order] }),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return system;
};
