/** The tray: her state and since when, and a menu to change it, to open and to leave. */
import type { DesktopEvent, DesktopFace } from '@shared/contracts/ipc/desktop.ts';
import { Menu, type MenuItemConstructorOptions, nativeImage, Tray } from 'electron';
import { trayPicture } from './tray-picture.ts';

type Acts = {
  readonly tell: (event: DesktopEvent) => void;
  readonly open: () => void;
  readonly quit: () => void;
};

const pictureOf = (state: DesktopFace['state']): Electron.NativeImage => {
  const image = nativeImage.createFromBitmap(trayPicture(state, 16), { width: 16, height: 16 });
  image.addRepresentation({
    scaleFactor: 2,
    width: 32,
    height: 32,
    buffer: nativeImage.createFromBitmap(trayPicture(state, 32), { width: 32, height: 32 }).toPNG(),
  });
  return image;
};

export const trayMenu = (face: DesktopFace, acts: Acts): MenuItemConstructorOptions[] => [
  ...face.choices.map(
    ({ state, reason, label, chosen }): MenuItemConstructorOptions => ({
      label,
      type: 'radio',
      checked: chosen,
      click: () => acts.tell({ type: 'state-chosen', state, reason }),
    }),
  ),
  ...(face.choices.length === 0 ? [] : [{ type: 'separator' as const }]),
  { label: face.open, click: acts.open },
  { label: face.quit, click: acts.quit },
];

/** @returns how to show another state; a system without a tray shows none */
export const openTray = (acts: Acts): ((face: DesktopFace) => void) => {
  let tray: Tray | null = null;
  let shown: DesktopFace['state'] | null = null;
  let menu = '';
  return (face) => {
    if (tray === null) {
      tray = new Tray(pictureOf(face.state));
      tray.on('click', acts.open);
    } else if (shown !== face.state) tray.setImage(pictureOf(face.state));
    shown = face.state;
    tray.setToolTip(face.tooltip);
    // An open menu is not taken away under the pointer because a minute has passed.
    const now = JSON.stringify([face.choices, face.open, face.quit]);
    if (now === menu) return;
    menu = now;
    tray.setContextMenu(Menu.buildFromTemplate(trayMenu(face, acts)));
  };
};
