/** The program's start: one instance, our scheme, the guards, then the windows. */
import { mkdirSync } from 'node:fs';
import { type CallLink, parseCallLink } from '@shared/domain/number/parse-call-link.ts';
import { app, Menu } from 'electron';
import { compose } from './compose.ts';
import { readEnvironment } from './config.ts';
import { linkAmong } from './desktop/call-links.ts';
import { guardAllContents } from './security/guard.ts';
import { declareScheme, developmentServer } from './security/pages.ts';

/**
 * Host candidates carry real addresses: a PBX cannot resolve the browser's mDNS names (RFC 8835 §3.3
 * leaves it to the application). With everything on this machine, loopback has to do as well.
 */
const allowLocalMedia = (apiUrl: string): void => {
  app.commandLine.appendSwitch('disable-features', 'WebRtcHideLocalIpsWithMdns');
  const embedded = ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(apiUrl).hostname);
  if (embedded) app.commandLine.appendSwitch('allow-loopback-in-peer-connection');
};

/** While developing, the next program starts before the last one has quite ended: it waits a little. */
const isOnlyOne = (): boolean => {
  const deadline = Date.now() + (developmentServer() === undefined ? 0 : 5_000);
  while (!app.requestSingleInstanceLock()) {
    if (Date.now() >= deadline) return false;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
  return true;
};

const linksOpened: CallLink[] = [];
let takeLink: ((link: CallLink) => void) | null = null;

const cannotStart = (error: unknown): void => {
  console.error(`Parlance cannot start: ${error instanceof Error ? error.message : String(error)}`);
  app.exit(1);
};

const start = (): void => {
  const env = readEnvironment(process.env);
  if (env.PARLANCE_PROFILE_DIR !== undefined) {
    mkdirSync(env.PARLANCE_PROFILE_DIR, { recursive: true });
    app.setPath('userData', env.PARLANCE_PROFILE_DIR);
  }
  if (!isOnlyOne()) {
    app.exit(0);
    return;
  }
  declareScheme();
  allowLocalMedia(env.PARLANCE_API_URL);
  guardAllContents();
  Menu.setApplicationMenu(null);
  // macOS opens links by an event, which may come before everything is ready.
  app.on('open-url', (event, url) => {
    event.preventDefault();
    const link = parseCallLink(url);
    if (link === null) return;
    if (takeLink === null) linksOpened.push(link);
    else takeLink(link);
  });
  app.on('window-all-closed', () => app.quit());
  void app
    .whenReady()
    .then(() => {
      const desktop = compose(env);
      const follow = (link: ReturnType<typeof linkAmong>): void => {
        if (link === null) desktop.reveal();
        else desktop.askToCall(link, 'link');
      };
      const [own, ...opened] = [linkAmong(process.argv), ...linksOpened.splice(0)];
      for (const link of [own, ...opened]) if (link != null) follow(link);
      takeLink = follow;
      app.on('second-instance', (_, argv) => follow(linkAmong(argv)));
    })
    .catch(cannotStart);
};

try {
  start();
} catch (error) {
  cannotStart(error);
}
