/**
 * Gives every window a direct port to the engine. A window asks; main makes the channel and posts
 * one end to each. When the engine is new, all windows get new ports.
 */

import { type WindowKind, wire } from '@shared/contracts/ipc/bridge.ts';
import { type BrowserWindow, MessageChannelMain } from 'electron';

export class PortBroker {
  readonly #asked = new Map<BrowserWindow, WindowKind>();
  #engine: BrowserWindow | null = null;

  request(window: BrowserWindow, kind: WindowKind): void {
    if (kind === 'engine') {
      this.#engine = window;
      for (const [one, its] of this.#asked) this.#connect(one, its);
      return;
    }
    if (!this.#asked.has(window)) window.once('closed', () => this.#asked.delete(window));
    this.#asked.set(window, kind);
    this.#connect(window, kind);
  }

  /** The engine's page is gone: ports are made again when the new one asks. */
  engineGone(): void {
    this.#engine = null;
  }

  #connect(window: BrowserWindow, kind: WindowKind): void {
    if (this.#engine === null || this.#engine.isDestroyed() || window.isDestroyed()) return;
    const { port1, port2 } = new MessageChannelMain();
    this.#engine.webContents.postMessage(wire.port, kind, [port1]);
    window.webContents.postMessage(wire.port, 'engine', [port2]);
  }
}
