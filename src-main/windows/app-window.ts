/** The advisor's window. Its page may crash in the middle of a call: it comes back by itself. */
import { type BrowserWindow, nativeTheme } from 'electron';
import { openWindow } from './open-window.ts';

const crashPauseMs = 200;

export const openAppWindow = (): BrowserWindow => {
  const window = openWindow('app', {
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 640,
    frame: false,
    title: 'Parlance',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#0e1215' : '#f1f3f5',
  });
  window.once('ready-to-show', () => window.show());
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    setTimeout(() => {
      if (!window.isDestroyed()) window.webContents.reload();
    }, crashPauseMs);
  });
  return window;
};

/** Brings it in front, for the second start of the program and for a click on the card. */
export const revealWindow = (window: BrowserWindow): void => {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
};
