/** `EngineClient` over the message port that main brokers. */
import type { EngineClient, EngineListener } from '@shared/contracts/engine/client.ts';
import type { EngineMessage } from '@shared/contracts/engine/messages.ts';
import type { SliceName, Slices } from '@shared/contracts/engine/views.ts';
import { fail, type Result } from '@shared/kernel/result.ts';
import { onPort, requestPort } from './bridge.ts';

type Waiting = (result: Result<unknown>) => void;

const answerWithinMs = 30_000;

/** The engine is trusted code of ours in the same program: its messages are not parsed again. */
export const connectEngine = (): EngineClient => {
  const listeners = new Set<EngineListener>();
  const waiting = new Map<number, Waiting>();
  const slices = new Map<SliceName, unknown>();
  let port: MessagePort | null = null;
  let next = 0;

  const settle = (id: number, result: Result<unknown>): void => {
    waiting.get(id)?.(result);
    waiting.delete(id);
  };

  const receive = (message: EngineMessage): void => {
    if (message.type === 'response') {
      settle(
        message.id,
        message.ok ? { ok: true, value: message.value } : { ok: false, error: message.error },
      );
      return;
    }
    for (const listener of listeners) deliver(listener, message);
    if (message.type !== 'slices') return;
    for (const [name, value] of Object.entries(message.slices))
      slices.set(name as SliceName, value);
  };

  onPort((fresh) => {
    for (const id of [...waiting.keys()]) settle(id, fail('engine-unavailable'));
    port?.close();
    port = fresh;
    fresh.onmessage = ({ data }) => receive(data);
    for (const listener of listeners) listener.connected(true);
  });
  requestPort();

  return {
    request: (name, input) =>
      new Promise((resolve) => {
        if (port === null) {
          resolve(fail('engine-unavailable'));
          return;
        }
        const id = next++;
        const timer = setTimeout(
          () => settle(id, fail('engine-unavailable', name)),
          answerWithinMs,
        );
        waiting.set(id, (result) => {
          clearTimeout(timer);
          resolve(result as never);
        });
        port.postMessage({ type: 'request', id, name, input });
      }),
    listen: (listener) => {
      listeners.add(listener);
      listener.connected(port !== null);
      for (const [name, value] of slices) listener.slice(name, value as Slices[typeof name]);
      return () => listeners.delete(listener);
    },
  };
};

const deliver = (
  listener: EngineListener,
  message: Exclude<EngineMessage, { type: 'response' }>,
): void => {
  if (message.type === 'slices') {
    for (const [name, value] of Object.entries(message.slices))
      listener.slice(name as SliceName, value as Slices[SliceName]);
  } else if (message.type === 'customer') listener.customer(message.bundle, message.freshAt);
  else if (message.type === 'lead-board') listener.leadBoard?.(message.news);
  else listener.notice(message.name, message.id);
};
