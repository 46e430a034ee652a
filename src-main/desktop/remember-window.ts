/** Keeps where the advisor's window stands, a moment after she has moved it and when it closes. */
import type { BrowserWindow } from 'electron';
import type { DesktopFile } from './desktop-file.ts';

const calmMs = 400;

export const rememberWindow = (window: BrowserWindow, file: DesktopFile): void => {
  let timer: NodeJS.Timeout | null = null;
  const keep = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (window.isDestroyed() || window.isMinimized()) return;
    // Maximized, the place to come back to is the one before.
    file.keep({ window: { ...window.getNormalBounds(), maximized: window.isMaximized() } });
  };
  const soon = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(keep, calmMs);
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('maximize', soon);
  window.on('unmaximize', soon);
  window.on('close', keep);
  window.on('closed', () => {
    if (timer !== null) clearTimeout(timer);
  });
};
