/** Opens one page in an Electron of its own, with nothing of Parlance around it. */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureElectronRuntime } from '@scripts/electron/runtime';
import { programSwitches } from '@scripts/launch/program';
import { until } from '../../support/until';

/** @returns what closes it */
export const openElectronPage = async (
  folder: string,
  url: string,
): Promise<() => Promise<void>> => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'page', main: 'main.js' }),
  );
  writeFileSync(
    path.join(folder, 'main.js'),
    `const { app, BrowserWindow } = require('electron');
app.setPath('userData', ${JSON.stringify(path.join(folder, 'profile'))});
app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false, webPreferences: { backgroundThrottling: false } });
  window.loadURL(${JSON.stringify(url)});
});`,
  );
  const { executable } = await ensureElectronRuntime(() => undefined);
  const child = spawn(executable, [...programSwitches({ virtual: true }), '.'], {
    cwd: folder,
    stdio: 'ignore',
  });
  return async () => {
    child.kill('SIGTERM');
    await until('the page is closed', () => child.exitCode !== null || child.signalCode !== null);
  };
};
