import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { programConfig, readEnvironment } from '@main/config.ts';
import { answerCall, type ChannelHandlers } from '@main/ipc/answer-call.ts';
import { thisMachine } from '@main/machine.ts';
import { ownProfile } from '@main/own-profile.ts';
import { Board } from '@renderer/engine/board/board.ts';
import {
  answerRequest,
  type CommandHandlers,
  WindowPorts,
} from '@renderer/engine/board/window-ports.ts';
import { commands } from '@shared/contracts/engine/commands.ts';
import { type IpcChannel, ipcCallers, windowKinds } from '@shared/contracts/ipc/bridge.ts';
import { ipcChannels } from '@shared/contracts/ipc/channels.ts';
import { succeed } from '@shared/kernel/result.ts';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { until } from '../../support/until';

const everyChannel = Object.keys(ipcChannels) as IpcChannel[];
const spyHandlers = () => {
  const called: string[] = [];
  const handlers = Object.fromEntries(
    everyChannel.map((name) => [
      name,
      () => {
        called.push(name);
        return succeed(null);
      },
    ]),
  );
  return { called, handlers: handlers as unknown as ChannelHandlers };
};
const everyCommand = Object.keys(commands);
const spyCommands = () => {
  const called: string[] = [];
  const handlers = Object.fromEntries(
    everyCommand.map((name) => [
      name,
      () => {
        called.push(name);
        return succeed(null);
      },
    ]),
  );
  return { called, handlers: handlers as unknown as CommandHandlers };
};
/** Anything at all, and things that are nearly right. */
const junk = fc.oneof(
  fc.anything(),
  fc.record(
    {
      callId: fc.anything(),
      workId: fc.anything(),
      number: fc.anything(),
      records: fc.anything(),
      login: fc.anything(),
      waiting: fc.anything(),
    },
    { requiredKeys: [] },
  ),
);

describe('the IPC channels', () => {
  it.each(everyChannel)(
    '[SHELL-1] %s refuses a foreign sender and a window not named for it',
    async (name) => {
      const { called, handlers } = spyHandlers();
      const window = {} as never;
      expect(await answerCall(handlers, null, name, null)).toMatchObject({
        error: { code: 'sender-foreign' },
      });
      for (const kind of windowKinds.filter(
        (one) => !(ipcCallers[name] as readonly string[]).includes(one),
      )) {
        expect(await answerCall(handlers, { window, kind }, name, null)).toMatchObject({
          error: { code: 'sender-foreign' },
        });
      }
      expect(called).toEqual([]);
    },
  );

  it.each(everyChannel)('[SHELL-1] %s refuses malformed input with its code', async (name) => {
    await fc.assert(
      fc.asyncProperty(junk, async (input) => {
        if (ipcChannels[name].input.safeParse(input).success) return;
        const { called, handlers } = spyHandlers();
        const answer = await answerCall(
          handlers,
          { window: {} as never, kind: ipcCallers[name][0] },
          name,
          input,
        );
        expect(answer).toMatchObject({ ok: false, error: { code: 'input-malformed' } });
        expect(called).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('[SHELL-1] a channel that does not exist, and a handler that throws, are answers too', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const sender = { window: {} as never, kind: 'engine' as const };
    const broken = {
      ...spyHandlers().handlers,
      'card.show': () => {
        throw new Error('boom');
      },
    } as ChannelHandlers;
    expect(await answerCall(broken, sender, 'toString', null)).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(await answerCall(broken, sender, 'card.show', null)).toMatchObject({
      error: { code: 'internal' },
    });
    error.mockRestore();
  });
});

describe('the engine commands', () => {
  it.each(everyCommand)('[SHELL-2] %s refuses malformed input with its code', async (name) => {
    await fc.assert(
      fc.asyncProperty(junk, async (input) => {
        if (commands[name as keyof typeof commands].input.safeParse(input).success) return;
        const { called, handlers } = spyCommands();
        const answer = await answerRequest(handlers, 'app', name, input);
        expect(answer).toMatchObject({ ok: false, error: { code: 'input-malformed' } });
        expect(called).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('[SHELL-2] the incoming card may answer and decline, and nothing else', async () => {
    const { called, handlers } = spyCommands();
    const callId = '8e3f7458-80b8-404c-bec5-5b97d0ae73a7';
    for (const name of everyCommand) await answerRequest(handlers, 'card', name, { callId });
    expect(called).toEqual(['call.answer', 'call.decline']);
    for (const kind of ['engine', 'customer'] as const) {
      expect(await answerRequest(handlers, kind, 'call.answer', { callId })).toMatchObject({
        ok: false,
      });
    }
  });

  it('[LEAD-20] the wallboard may ask for the board, also on a locked desktop, and nothing else', async () => {
    const { called, handlers } = spyCommands();
    for (const name of everyCommand) await answerRequest(handlers, 'wall', name, null, true);
    expect(called).toEqual(['lead.watch']);
  });

  it('[SHELL-3] junk on a port is ignored, and the next request is answered', async () => {
    const { handlers } = spyCommands();
    const { port1, port2 } = new MessageChannel();
    const answers: { id: number }[] = [];
    port2.onmessage = ({ data }) => answers.push(data);
    new WindowPorts(new Board(), handlers, () => undefined).attach(port1, 'app');
    for (const data of [
      null,
      7,
      'x',
      {},
      { type: 'request' },
      { type: 'request', id: 'a', name: 'call.answer' },
      [],
    ])
      port2.postMessage(data);
    port2.postMessage({ type: 'request', id: 5, name: 'checks.run', input: {} });
    await until('the request is answered', () => answers.length === 1);
    expect(answers[0]).toEqual({ type: 'response', id: 5, ok: true, value: null });
    port1.close();
  });

  it('[LINE-15] a window that comes anew gets everything there is, at once', async () => {
    const board = new Board();
    board.set('checks', []);
    board.patch('line', { status: 'registered' });
    const { port1, port2 } = new MessageChannel();
    const got: string[] = [];
    port2.onmessage = ({ data }) => got.push(...Object.keys(data.slices));
    let attached = 0;
    new WindowPorts(board, spyCommands().handlers, () => {
      attached += 1;
    }).attach(port1, 'app');
    await until('both slices came', () => got.length === 2);
    expect(got.sort()).toEqual(['checks', 'line']);
    expect(attached).toBe(1);
    port1.close();
  });
});

describe('the environment', () => {
  const profile = () => mkdtempSync(path.join(tmpdir(), 'parlance-profile-'));

  it('[LINE-17] gives the line and the profile', () => {
    const env = readEnvironment({
      PARLANCE_LINE_URL: 'wss://a.example/ws, wss://b.example/ws',
      PARLANCE_LINE_USER: '6001',
      PARLANCE_LINE_PASSWORD: 'p',
    });
    const machine = thisMachine();
    const own = { deviceId: ownProfile(profile(), machine).deviceId, machine };
    expect(programConfig(env, own, '1.0.0').line).toMatchObject({
      urls: ['wss://a.example/ws', 'wss://b.example/ws'],
      user: '6001',
      password: 'p',
      domain: 'a.example',
      training: false,
    });
    expect(programConfig(readEnvironment({}), own, '1').line).toBeNull();
  });

  it('[LINE-17] one desktop keeps its device id', () => {
    const dir = profile();
    const machine = thisMachine();
    expect(ownProfile(dir, machine)).toEqual(ownProfile(dir, machine));
  });

  it.each([
    [{ PARLANCE_API_URL: 'not a url' }, 'PARLANCE_API_URL'],
    [{ PARLANCE_LINE_URL: 'http://pbx' }, 'PARLANCE_LINE_URL'],
  ])('[SHELL-5] a wrong value is named: %j', (raw, name) => {
    expect(() => readEnvironment(raw)).toThrow(name);
  });

  it('[SHELL-5] an empty variable counts as not set, a line without its user is refused', () => {
    expect(readEnvironment({ PARLANCE_API_URL: '' }).PARLANCE_API_URL).toMatch(/^http/);
    // At the start, before a window is open: later nobody would be told.
    expect(() => readEnvironment({ PARLANCE_LINE_URL: 'ws://pbx' })).toThrow('PARLANCE_LINE_USER');
  });
});
