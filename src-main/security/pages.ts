/** The app:// scheme: serves the built pages and nothing else, each with its own policy. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { WindowKind } from '@shared/contracts/ipc/bridge.ts';
import { app, protocol, type Session } from 'electron';

export const pageOrigin = 'app://parlance';
/** Where npm run dev serves the pages; a packaged program shows nothing but its own. */
export const developmentServer = (): string | undefined =>
  app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];

export const pageUrl = (kind: WindowKind): string =>
  `${developmentServer() ?? pageOrigin}/${kind}/index.html`;

/** Before the program is ready: the scheme needs the powers of https for media and storage. */
export const declareScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        stream: true,
        codeCache: true,
      },
    },
  ]);

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
  '.ogg': 'audio/ogg',
  '.mp3': 'audio/mpeg',
};

/** Only the engine and the simulated customer speak to the network; screens never do. */
const policyFor = (pathname: string): string => {
  const speaks = pathname.startsWith('/engine/') || pathname.startsWith('/customer/');
  const connect = speaks ? "'self' http: https: ws: wss: blob: data:" : "'self'";
  return [
    "default-src 'self'",
    `connect-src ${connect}`,
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "media-src 'self' blob: mediastream:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
};

const headersFor = (pathname: string): Record<string, string> => ({
  'content-type': types[path.extname(pathname)] ?? 'application/octet-stream',
  'content-security-policy': policyFor(pathname),
  // Headset buttons are the engine's.
  'permissions-policy': pathname.startsWith('/engine/') ? 'hid=(self)' : 'hid=()',
  'x-content-type-options': 'nosniff',
  'cache-control': pathname.endsWith('.html') ? 'no-cache' : 'public, max-age=31536000, immutable',
});

export const servePages = (session: Session, root: string): void =>
  session.protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url);
    const file = path.normalize(path.join(root, decodeURIComponent(pathname)));
    if (host !== 'parlance' || !file.startsWith(root + path.sep))
      return new Response('', { status: 404 });
    try {
      return new Response(new Uint8Array(await readFile(file)), { headers: headersFor(pathname) });
    } catch {
      return new Response('', { status: 404 });
    }
  });
