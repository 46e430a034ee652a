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
  });

export const showCard = (card: BrowserWindow): void => {
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  card.setBounds({
    ...size,
    x: workArea.x + workArea.width - size.width - marginPx,
    y: workArea.y + workArea.height - size.height - marginPx,
  });
  card.showInactive();
  card.setAlwaysOnTop(true, 'screen-saver');
  card.moveTop();
};
