/** The wallboard: whole on another display where there is one, else a window beside the lead's. */
import { type BrowserWindow, nativeTheme, screen } from 'electron';
import { openWindow } from './open-window.ts';

const besidePx = 60;

export const openWallWindow = (app: BrowserWindow): BrowserWindow => {
  const here = screen.getDisplayMatching(app.getBounds());
  const other = screen.getAllDisplays().find(({ id }) => id !== here.id);
  const { x, y } = (other ?? here).workArea;
  const offset = other === undefined ? besidePx : 0;
  const window = openWindow('wall', {
    x: x + offset,
    y: y + offset,
    width: 1280,
    height: 720,
    fullscreen: other !== undefined,
    autoHideMenuBar: true,
    title: 'Parlance',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#0e1215' : '#f1f3f5',
  });
  // She goes on typing where she was.
  window.once('ready-to-show', () => window.showInactive());
  return window;
};
