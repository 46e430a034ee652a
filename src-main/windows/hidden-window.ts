/** Windows that are never shown: the engine, and the simulated customer of the training line. */
import type { BrowserWindow } from 'electron';
import { openWindow } from './open-window.ts';

/** The engine holds the calls: it is back at once, unless it crashes again and again. */
const calmMs = 10_000;
const crashPauseMs = 1_000;

export const openEngineWindow = (): BrowserWindow => {
  const window = openWindow('engine', { width: 320, height: 240, skipTaskbar: true });
  let crashedAt = 0;
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const pauseMs = Date.now() - crashedAt < calmMs ? crashPauseMs : 0;
    crashedAt = Date.now();
    setTimeout(() => {
      if (!window.isDestroyed()) window.webContents.reload();
    }, pauseMs);
  });
  return window;
};

export const openCustomerWindow = (): BrowserWindow =>
  openWindow('customer', { width: 320, height: 240, skipTaskbar: true });
