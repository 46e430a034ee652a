/** The typed way to the main process; the only user of `window.parlance`. */
import type {
  Bridge,
  IpcChannel,
  MainEvent,
  PortMessage,
  WindowKind,
} from '@shared/contracts/ipc/bridge.ts';
import type { IpcInput, IpcOutput } from '@shared/contracts/ipc/channels.ts';
import { fail, type Result } from '@shared/kernel/result.ts';

declare global {
  interface Window {
    readonly parlance: Bridge;
  }
}

/** Answers as main does; a preload that is missing is an answer too. */
export const invoke = async <C extends IpcChannel>(
  channel: C,
  input: IpcInput<C>,
): Promise<Result<IpcOutput<C>>> => {
  if (window.parlance === undefined) return fail('internal', 'no bridge');
  return (await window.parlance.invoke(channel, input)) as Result<IpcOutput<C>>;
};

export const onMainEvent = (event: MainEvent, listener: (value: unknown) => void): void =>
  window.parlance.on(event, listener);

/** Each port that main hands over, now and whenever the other side is new. */
export const onPort = (listener: (port: MessagePort, kind: WindowKind) => void): void => {
  window.addEventListener('message', (event: MessageEvent<PortMessage>) => {
    const [port] = event.ports;
    if (event.source !== window || event.data?.type !== 'parlance-port' || port === undefined)
      return;
    listener(port, event.data.kind);
  });
};

export const requestPort = (): void => window.parlance.requestPort();
