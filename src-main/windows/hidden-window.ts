/** Windows that are never shown: the engine, and the simulated customer of the training line. */
import type { BrowserWindow } from 'electron';
import { openWindow } from './open-window.ts';

const crashPauseMs = 100;

export const openEngineWindow = (): BrowserWindow => {
  const window = openWindow('engine', { width: 320, height: 240, skipTaskbar: true });
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    setTimeout(() => {
      if (!window.isDestroyed()) window.webContents.reload();
    }, crashPauseMs);
  });
  return window;
};

export const openCustomerWindow = (): BrowserWindow =>
  openWindow('customer', { width: 320, height: 240, skipTaskbar: true });
