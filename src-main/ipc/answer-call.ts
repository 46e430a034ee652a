/** One IPC call: sender, then input, then handler. Every refusal is an answer with a code. */

import { type IpcChannel, ipcCallers, type WindowKind } from '@shared/contracts/ipc/bridge.ts';
import { type IpcOutput, ipcChannels } from '@shared/contracts/ipc/channels.ts';
import { fail, type Result } from '@shared/kernel/result.ts';
import type { BrowserWindow } from 'electron';
import type { z } from 'zod';

export type ChannelHandlers = {
  readonly [C in IpcChannel]: (
    input: z.output<(typeof ipcChannels)[C]['input']>,
    window: BrowserWindow,
  ) => Promise<Result<IpcOutput<C>>> | Result<IpcOutput<C>>;
};

const isChannel = (name: unknown): name is IpcChannel =>
  typeof name === 'string' && Object.hasOwn(ipcCallers, name);

/** Answers one call; nothing is thrown across. */
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
