/** Puts the program together: windows, ports, channels. No business rule lives here. */
import path from 'node:path';
import { type MainEvent, type WindowKind, wire } from '@shared/contracts/ipc/bridge.ts';
import { succeed } from '@shared/kernel/result.ts';
import { app, type BrowserWindow, powerMonitor, safeStorage, session } from 'electron';
import { programConfig, type readEnvironment } from './config.ts';
import { Desktop } from './desktop/desktop.ts';
import { DesktopFile } from './desktop/desktop-file.ts';
import type { ChannelHandlers } from './ipc/answer-call.ts';
import { PortBroker } from './ipc/port-broker.ts';
import { serveChannels, windowOfSender } from './ipc/serve-channels.ts';
import { callChannels, journalChannels, vaultChannels } from './ipc/vault-channels.ts';
import { thisMachine } from './machine.ts';
import { networkKind } from './network-kind.ts';
import { watchNetwork } from './network-watch.ts';
import { ownProfile } from './own-profile.ts';
import { guardPermissions } from './security/guard.ts';
import { allowHeadsets } from './security/headset-access.ts';
import { readAuthorities, trustLine } from './security/line-trust.ts';
import { servePages } from './security/pages.ts';
import { Desk } from './vault/desk.ts';
import { shredExpired } from './vault/expired.ts';
import { osKeyStore } from './vault/key-store.ts';
import { Vaults } from './vault/vaults.ts';
import { openAppWindow, revealWindow } from './windows/app-window.ts';
import { openCardWindow, showCard } from './windows/card-window.ts';
import { chooseRoutes, openCustomerWindow, openEngineWindow } from './windows/hidden-window.ts';
import { openWallWindow } from './windows/wall-window.ts';

type Windows = {
  app: BrowserWindow;
  engine: BrowserWindow;
  card: BrowserWindow | null;
  customer: BrowserWindow | null;
  wall: BrowserWindow | null;
};

/** Everything that the pages keep: the cached customers, and what lies beside them. */
const clearData = (): Promise<void> =>
  session.defaultSession.clearStorageData({
    storages: ['indexdb', 'localstorage', 'cachestorage'],
  });

const openAll = (file: DesktopFile): Windows => ({
  engine: openEngineWindow(),
  app: openAppWindow(file.window),
  card: null,
  customer: null,
  wall: null,
});

const windowChannels = (windows: Windows) => {
  const done = succeed(null);
  return {
    'card.show': () => {
      if (windows.card !== null) showCard(windows.card, windows.app);
      return done;
    },
    'card.hide': () => {
      windows.card?.hide();
      return done;
    },
    'storage.settle': () => {
      session.defaultSession.flushStorageData();
      return succeed(null);
    },
    'app.reveal': () => {
      revealWindow(windows.app);
      return done;
    },
    'customer.open': () => {
      if (windows.customer === null || windows.customer.isDestroyed())
        windows.customer = openCustomerWindow();
      return done;
    },
    'customer.close': () => {
      windows.customer?.destroy();
      windows.customer = null;
      return done;
    },
    'wall.open': () => {
      if (windows.wall === null || windows.wall.isDestroyed()) {
        windows.wall = openWallWindow(windows.app);
        windows.wall.once('closed', () => {
          windows.wall = null;
        });
      } else windows.wall.showInactive();
      return done;
    },
    'wall.close': () => {
      windows.wall?.close();
      return done;
    },
    'window.control': ({ action }) => {
      if (action === 'minimize') windows.app.minimize();
      else if (action === 'close') windows.app.close();
      else if (windows.app.isMaximized()) windows.app.unmaximize();
      else windows.app.maximize();
      return done;
    },
  } satisfies Partial<ChannelHandlers>;
};

/** Opens everything; what is returned answers to other starts of the program and to links. */
export const compose = (env: ReturnType<typeof readEnvironment>): Desktop => {
  const profileDir = app.getPath('userData');
  servePages(session.defaultSession, path.join(__dirname, '../renderer'));
  guardPermissions(session.defaultSession);
  allowHeadsets(session.defaultSession);
  const lineHosts = new Set<string>();
  if (env.PARLANCE_LINE_CA !== undefined)
    trustLine(session.defaultSession, readAuthorities(env.PARLANCE_LINE_CA), () => lineHosts);

  const file = new DesktopFile(profileDir);
  const windows = openAll(file);
  const broker = new PortBroker();
  const tellEngine = (event: MainEvent, value: unknown): void => {
    if (!windows.engine.isDestroyed()) windows.engine.webContents.send(wire.event, event, value);
  };
  const known = () =>
    (Object.entries(windows) as [WindowKind, BrowserWindow | null][]).flatMap(([kind, window]) =>
      window === null ? [] : [[window, kind] as const],
    );
  const machine = thisMachine();
  const { deviceId, copied } = ownProfile(profileDir, machine);
  const config = programConfig(env, { deviceId, machine }, app.getVersion());
  const vaults = new Vaults(profileDir, osKeyStore(safeStorage, profileDir, process.env));
  const desk = new Desk(vaults);
  if (copied) vaults.leaveTheOther();
  if (shredExpired(vaults, Date.now()) || copied) void clearData();
  const desktop = new Desktop(windows.app, file, (key) => tellEngine('hotkey', key));
  const handlers: ChannelHandlers = {
    ...vaultChannels(vaults, desk, clearData),
    ...journalChannels(desk),
    ...callChannels(desk),
    ...windowChannels(windows),
    ...desktop.channels(),
    'config.read': () => succeed(config),
    'machine.idle': () => succeed({ idleMs: powerMonitor.getSystemIdleTime() * 1000 }),
    'network.kind': ({ address }) => succeed(networkKind(address)),
    'line.hosts': ({ hosts }) => {
      lineHosts.clear();
      for (const host of hosts) lineHosts.add(host);
      return succeed(null);
    },
  };
  serveChannels(handlers, windowOfSender(known), (window, kind) => broker.request(window, kind));

  windows.engine.webContents.on('render-process-gone', () => broker.engineGone());
  powerMonitor.on('resume', () => tellEngine('resumed', null));
  powerMonitor.on('suspend', () => tellEngine('suspending', null));
  powerMonitor.on('lock-screen', () => tellEngine('screen-locked', null));
  watchNetwork({
    seen: ({ outward }) => chooseRoutes(windows.engine, outward !== ''),
    changed: () => tellEngine('network-changed', null),
  });
  // The card is wanted at the first ring, not at the first paint: it is made once the app shows.
  windows.app.once('ready-to-show', () => {
    windows.card = openCardWindow();
  });
  windows.app.on('closed', () => app.quit());
  return desktop;
};
