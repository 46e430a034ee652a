import { createServer } from 'node:net';

/** Vite's own; the origin of the pages, and with it their cache, stays the same from start to start. */
const USUAL_PORT = 5173;

const tryPort = (port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(port, 'localhost', () => {
      const address = probe.address();
      const found = typeof address === 'object' && address !== null ? address.port : port;
      probe.close(() => resolve(found));
    });
  });

/** The usual port of the development server, or a free one where somebody else has that. */
export const devServerPort = (): Promise<number> => tryPort(USUAL_PORT).catch(() => tryPort(0));
