/**
 * The only preload: forwards exactly the channels that name this window, hands ports on, and
 * shows nothing else of Electron to the page.
 */

import {
  type Bridge,
  eventHearers,
  type IpcChannel,
  ipcCallers,
  type PortMessage,
  type WindowKind,
  windowKinds,
  wire,
} from '@shared/contracts/ipc/bridge.ts';
import { contextBridge, ipcRenderer } from 'electron';

const named = process.argv.find((text) => text.startsWith('--parlance-window='))?.split('=')[1];
const kind: WindowKind = windowKinds.find((one) => one === named) ?? 'card';

const mayCall = (channel: IpcChannel): boolean =>
  Object.hasOwn(ipcCallers, channel) &&
  (ipcCallers[channel] as readonly WindowKind[]).includes(kind);

const bridge: Bridge = {
  kind,
  invoke: (channel, input) =>
    mayCall(channel)
      ? ipcRenderer.invoke(wire.invoke, channel, input)
      : Promise.resolve({ ok: false, error: { code: 'sender-foreign' } }),
  on: (event, listener) => {
    if (!Object.hasOwn(eventHearers, event) || eventHearers[event] !== kind) return;
    ipcRenderer.on(wire.event, (_, name, value) => {
      if (name === event) listener(value);
    });
  },
  requestPort: () => ipcRenderer.send(wire.port),
};

ipcRenderer.on(wire.port, (event, from: WindowKind) => {
  const message: PortMessage = { type: 'parlance-port', kind: from };
  window.postMessage(message, window.location.origin, [...event.ports]);
});

contextBridge.exposeInMainWorld('parlance', bridge);
