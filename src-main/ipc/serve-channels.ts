/** The one place that listens to IPC: sender, then input, then handler; nothing is thrown across. */

import {
  type IpcChannel,
  ipcCallers,
  type WindowKind,
  wire,
} from '@shared/contracts/ipc/bridge.ts';
import { type IpcOutput, ipcChannels } from '@shared/contracts/ipc/channels.ts';
import { fail, type Result } from '@shared/kernel/result.ts';
import { type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { z } from 'zod';
import { isOwnPage } from '../security/guard.ts';
import { pageUrl } from '../security/pages.ts';

export type ChannelHandlers = {
  readonly [C in IpcChannel]: (
    input: z.output<(typeof ipcChannels)[C]['input']>,
    window: BrowserWindow,
  ) => Promise<Result<IpcOutput<C>>> | Result<IpcOutput<C>>;
};

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

const isChannel = (name: unknown): name is IpcChannel =>
  typeof name === 'string' && Object.hasOwn(ipcCallers, name);

/** Answers one call; exported apart from Electron so that every refusal can be tested. */
export const answerCall = async (
  handlers: ChannelHandlers,
  sender: { window: BrowserWindow; kind: WindowKind } | null,
  name: unknown,
  input: unknown,
): Promise<Result<unknown>> => {
  if (sender === null) return fail('sender-foreign');
  if (!isChannel(name)) return fail('not-found', 'no such channel');
  if (!(ipcCallers[name] as readonly WindowKind[]).includes(sender.kind))
    return fail('sender-foreign', name);
  const parsed = ipcChannels[name].input.safeParse(input);
  if (!parsed.success)
    return fail('input-malformed', parsed.error.issues[0]?.path.join('.') ?? name);
  try {
    const handler = handlers[name] as (
      input: unknown,
      window: BrowserWindow,
    ) => Promise<Result<unknown>> | Result<unknown>;
    return await handler(parsed.data, sender.window);
  } catch (error) {
    console.error(`ipc ${name} failed:`, error instanceof Error ? error.message : 'unknown');
    return fail('internal', name);
  }
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
