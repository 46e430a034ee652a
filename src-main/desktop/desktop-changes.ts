/** Her settings of this desktop, each put into effect at once, or refused with its reason. */
import os from 'node:os';
import path from 'node:path';
import type { DesktopChange, DesktopSettings } from '@shared/contracts/ipc/desktop.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { app } from 'electron';
import { setAutostart } from './autostart.ts';
import { handleCallLinks } from './call-links.ts';
import { sameKeyTwice } from './hotkeys.ts';

const homeOf = (variable: string, fallback: string): string => {
  const given = process.env[variable];
  return given === undefined || given === '' ? path.join(os.homedir(), fallback) : given;
};

/** As the system has to start it again: packaged it is one file, otherwise Electron and a folder. */
const ownCommand = (): string[] => {
  const image = process.env['APPIMAGE'];
  if (image !== undefined && image !== '') return [image];
  return app.isPackaged ? [process.execPath] : [process.execPath, app.getAppPath()];
};

const autostart = (wanted: boolean): Result<null> => {
  try {
    setAutostart(wanted, {
      platform: process.platform,
      setLoginItemSettings: (settings) => app.setLoginItemSettings(settings),
      configHome: homeOf('XDG_CONFIG_HOME', '.config'),
      command: ownCommand(),
    });
    return succeed(null);
  } catch (error) {
    return fail('autostart-refused', (error as NodeJS.ErrnoException).code);
  }
};

const callLinks = (wanted: boolean): Result<null> => {
  try {
    const agreed = handleCallLinks(wanted, {
      platform: process.platform,
      app,
      dataHome: homeOf('XDG_DATA_HOME', '.local/share'),
      command: ownCommand(),
    });
    return agreed ? succeed(null) : fail('call-links-refused');
  } catch (error) {
    return fail('call-links-refused', (error as NodeJS.ErrnoException).code);
  }
};

/** Puts a change into effect outside the program; what is inside follows when this has succeeded. */
export const applyChange = (
  before: DesktopSettings,
  change: DesktopChange,
): Result<DesktopSettings> => {
  const after: DesktopSettings = {
    autostart: change.autostart ?? before.autostart,
    closeToTray: change.closeToTray ?? before.closeToTray,
    callLinks: change.callLinks ?? before.callLinks,
    hotkeys: change.hotkeys ?? before.hotkeys,
  };
  const twice = sameKeyTwice(after.hotkeys);
  if (twice !== null) return fail('hotkey-taken', twice);
  if (after.autostart !== before.autostart) {
    const done = autostart(after.autostart);
    if (!done.ok) return done;
  }
  if (after.callLinks !== before.callLinks) {
    const done = callLinks(after.callLinks);
    if (!done.ok) return done;
  }
  return succeed(after);
};
