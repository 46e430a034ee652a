/** The advisor's window. Its page may crash in the middle of a call: it comes back by itself. */
import { type BrowserWindow, nativeTheme, screen } from 'electron';
import type { WindowPlace } from '../desktop/desktop-file.ts';
import { fitToDisplays, smallestWindow } from '../desktop/window-place.ts';
import { openWindow } from './open-window.ts';

const crashPauseMs = 200;

/** Where it stood at the end of the last run, if that is on a display that there is. */
const remembered = (place: WindowPlace): Electron.Rectangle => {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  return fitToDisplays(
    place,
    [primary, ...others].map(({ workArea }) => workArea),
  );
};

export const openAppWindow = (place: WindowPlace | null): BrowserWindow => {
  const window = openWindow('app', {
    width: 1440,
    height: 900,
    ...(place === null ? {} : remembered(place)),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    frame: false,
    title: 'Parlance',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#0e1215' : '#f1f3f5',
  });
  window.once('ready-to-show', () => {
    if (place?.maximized === true) window.maximize();
    window.show();
  });
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
