/** What all our windows have in common: the sandbox, the one preload, their kind. */
import path from 'node:path';
import type { WindowKind } from '@shared/contracts/ipc/bridge.ts';
import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import { pageUrl } from '../security/pages.ts';

export const openWindow = (
  kind: WindowKind,
  options: BrowserWindowConstructorOptions,
): BrowserWindow => {
  const window = new BrowserWindow({
    show: false,
    ...options,
    webPreferences: {
      preload: path.join(__dirname, '../preload/bridge.js'),
      additionalArguments: [`--parlance-window=${kind}`],
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
    },
  });
  void window.loadURL(pageUrl(kind)).catch(() => undefined);
  return window;
};
