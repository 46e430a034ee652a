/**
 * The names only, free of schemas, so that the preload stays small: which window may call which
 * channel, and what main tells the engine.
 */
export const windowKinds = ['app', 'engine', 'card', 'customer', 'wall'] as const;
export type WindowKind = (typeof windowKinds)[number];

export const ipcCallers = {
  'config.read': ['engine', 'customer'],
  'network.kind': ['engine'],
  'vault.open': ['engine'],
  'vault.open-offline': ['engine'],
  'vault.lock': ['engine'],
  'vault.unlock': ['engine'],
  'vault.heard': ['engine'],
  'vault.shred': ['engine'],
  'machine.idle': ['engine'],
  'vault.keep-session': ['engine'],
  'vault.close': ['engine'],
  'vault.list': ['engine'],
  'journal.read': ['engine'],
  'journal.append': ['engine'],
  'journal.compact': ['engine'],
  'calls.keep': ['engine'],
  'calls.kept': ['engine'],
  'line.hosts': ['engine'],
  'storage.settle': ['engine'],
  'card.show': ['engine'],
  'card.hide': ['engine'],
  'app.reveal': ['engine'],
  'hotkeys.arm': ['engine'],
  'window.control': ['app'],
  'vault.current': ['engine'],
  'customer.open': ['engine'],
  'customer.close': ['engine'],
  'wall.open': ['app'],
  'wall.close': ['app', 'wall'],
  'desktop.present': ['app'],
  'desktop.notify': ['app'],
  'desktop.settings': ['app'],
  'desktop.change': ['app'],
  'desktop.leave': ['app'],
} as const satisfies Record<string, readonly WindowKind[]>;
export type IpcChannel = keyof typeof ipcCallers;

/** What main tells, and which window hears it. */
export const eventHearers = {
  hotkey: 'engine',
  resumed: 'engine',
  suspending: 'engine',
  'screen-locked': 'engine',
  'network-changed': 'engine',
  desktop: 'app',
} as const satisfies Record<string, WindowKind>;
export type MainEvent = keyof typeof eventHearers;
export const hotkeys = ['answer', 'hang-up', 'mute', 'hold', 'call-selected'] as const;
export type Hotkey = (typeof hotkeys)[number];

/** How the preload marks the window message that carries a port, and whose port it is. */
export type PortMessage = { readonly type: 'parlance-port'; readonly kind: WindowKind };

/** Names of the messages that are not request and answer. */
export const wire = {
  invoke: 'parlance:invoke',
  event: 'parlance:event',
  port: 'parlance:port',
} as const;

/** `window.parlance` in each page, made by the preload. */
export type Bridge = {
  readonly kind: WindowKind;
  /** Answers `{ok, value}` or `{ok, error}`; never rejects. */
  readonly invoke: (channel: IpcChannel, input: unknown) => Promise<unknown>;
  readonly on: (event: MainEvent, listener: (value: unknown) => void) => void;
  /** Windows ask for a port to the engine; the engine says by it that it is ready for theirs. */
  readonly requestPort: () => void;
};
