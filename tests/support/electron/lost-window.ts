import type { WindowKind } from '@shared/contracts/ipc/bridge.ts';
import type { Parlance } from './parlance';

/** Kills the process that draws a window, as a fault in it would. */
export const crashWindow = (parlance: Parlance, kind: WindowKind): Promise<void> =>
  parlance.main.evaluate(({ BrowserWindow }, wanted) => {
    const window = BrowserWindow.getAllWindows().find((one) =>
      one.webContents.getURL().includes(`/${wanted}/`),
    );
    window?.webContents.forcefullyCrashRenderer();
  }, kind);

/** What a window shows, asked by its own side: Playwright no longer follows a page that crashed. */
export const textOfWindow = (parlance: Parlance, kind: WindowKind): Promise<string> =>
  parlance.main.evaluate(async ({ BrowserWindow }, wanted) => {
    const window = BrowserWindow.getAllWindows().find((one) =>
      one.webContents.getURL().includes(`/${wanted}/`),
    );
    if (window === undefined || window.webContents.isCrashed()) return '';
    // A page that goes away meanwhile never answers.
    const late = new Promise((resolve) => setTimeout(() => resolve(''), 1_000));
    const text = window.webContents.executeJavaScript('document.body.innerText');
    return String(await Promise.race([text, late]));
  }, kind);
