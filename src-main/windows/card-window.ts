/** The incoming card: above all windows, never with the keyboard focus (CARD rules). */
import { type BrowserWindow, screen } from 'electron';
import { openWindow } from './open-window.ts';

const size = { width: 420, height: 220 };
const marginPx = 16;

export const openCardWindow = (): BrowserWindow =>
  openWindow('card', {
    ...size,
    frame: false,
    focusable: false,
    resizable: false,
    movable: true,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    transparent: true,
    hasShadow: false,
    title: 'Parlance',
    // What window managers keep above full-screen windows; elsewhere the level below does it.
    ...(process.platform === 'linux' ? { type: 'notification' } : {}),
  });

/** Where she looks: the display of our window while she works in it, else that of the pointer. */
const workAreaInView = (app: BrowserWindow): Electron.Rectangle =>
  (app.isFocused()
    ? screen.getDisplayMatching(app.getBounds())
    : screen.getDisplayNearestPoint(screen.getCursorScreenPoint())
  ).workArea;

export const showCard = (card: BrowserWindow, app: BrowserWindow): void => {
  const workArea = workAreaInView(app);
  card.setBounds({
    ...size,
    x: workArea.x + workArea.width - size.width - marginPx,
    y: workArea.y + workArea.height - size.height - marginPx,
  });
  // Over full-screen windows as well, also those that have a space of their own (macOS).
  card.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true });
  card.showInactive();
  card.setAlwaysOnTop(true, 'screen-saver');
  card.moveTop();
};
