/** Starting with the session: the system's own list, or on Linux the XDG Autostart folder. */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { writeFileDurably } from '../vault/vault-file.ts';
import { desktopEntry } from './desktop-entry.ts';

type System = {
  readonly platform: NodeJS.Platform;
  readonly setLoginItemSettings: (settings: { openAtLogin: boolean }) => void;
  /** Where the desktop's configuration lives: `XDG_CONFIG_HOME`, or `~/.config`. */
  readonly configHome: string;
  /** The program and what it is given, as the system has to start it. */
  readonly command: readonly string[];
};

/** Throws what the file system throws. */
export const setAutostart = (wanted: boolean, system: System): void => {
  if (system.platform !== 'linux') {
    system.setLoginItemSettings({ openAtLogin: wanted });
    return;
  }
  const folder = path.join(system.configHome, 'autostart');
  const file = path.join(folder, 'parlance.desktop');
  if (!wanted) {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(folder, { recursive: true });
  writeFileDurably(file, desktopEntry(system.command));
};
