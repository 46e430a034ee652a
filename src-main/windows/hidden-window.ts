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

/**
 * Who chooses the interface that the sound of later calls goes by. The system, where it has a default
 * route: sockets bound to none go by the new network as soon as that is up, while the browser
 * learns of it seconds later. Without such a route the browser would offer no address at all, so
 * that it binds to each interface by itself.
 */
export const chooseRoutes = (engine: BrowserWindow, bySystem: boolean): void => {
  if (!engine.isDestroyed())
    engine.webContents.setWebRTCIPHandlingPolicy(
      bySystem ? 'default_public_and_private_interfaces' : 'default',
    );
};
