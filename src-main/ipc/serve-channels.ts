/** The one place that listens to IPC: sender, then input, then handler; nothing is thrown across. */

import { type WindowKind, wire } from '@shared/contracts/ipc/bridge.ts';
import { type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { isOwnPage } from '../security/guard.ts';
import { pageUrl } from '../security/pages.ts';
import { answerCall, type ChannelHandlers } from './answer-call.ts';

export type WindowOf = (
  event: IpcMainEvent | IpcMainInvokeEvent,
) => { window: BrowserWindow; kind: WindowKind } | null;

/** Only the main frame of a window of ours, and only while it shows its own page. */
export const windowOfSender =
  (windows: () => readonly (readonly [BrowserWindow, WindowKind])[]): WindowOf =>
  (event) => {
    const found = windows().find(
      ([window]) => !window.isDestroyed() && window.webContents === event.sender,
    );
    if (found === undefined || event.senderFrame !== event.sender.mainFrame) return null;
    const [window, kind] = found;
    return isOwnPage(event.senderFrame?.url ?? '', pageUrl(kind)) ? { window, kind } : null;
  };

export const serveChannels = (
  handlers: ChannelHandlers,
  windowOf: WindowOf,
  onPortAsked: (window: BrowserWindow, kind: WindowKind) => void,
): void => {
  ipcMain.handle(wire.invoke, (event, name: unknown, input: unknown) =>
    answerCall(handlers, windowOf(event), name, input),
  );
  ipcMain.on(wire.port, (event) => {
    const sender = windowOf(event);
    if (sender !== null) onPortAsked(sender.window, sender.kind);
  });
};
