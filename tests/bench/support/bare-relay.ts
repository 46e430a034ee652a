/** The peer of the live board: a plain WebSocket server that sends on what it hears, and nothing else. */
import { type WebSocket, WebSocketServer } from 'ws';

const bytesEach = Number(process.env['BARE_BYTES'] ?? 500);
const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
const watchers = new Set<WebSocket>();
const padding = 'x'.repeat(bytesEach);

server.on('connection', (socket, request) => {
  if (request.url === '/watch') watchers.add(socket);
  socket.on('close', () => watchers.delete(socket));
  socket.on('message', () => {
    for (const watcher of watchers) watcher.send(padding);
  });
});
server.on('listening', () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  process.stdout.write(`ws://127.0.0.1:${port}\n`);
});
