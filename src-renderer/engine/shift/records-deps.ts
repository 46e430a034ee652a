/** What the records of a shift are made from. */
import type { HubClient } from '@renderer/platform/hub-client.ts';
import type { WipeOrder } from '@shared/contracts/http/devices.ts';
import type { Machine } from '@shared/contracts/ipc/channels.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import type { Board } from '../board/board.ts';
import type { Tokens } from '../session/tokens.ts';
import type { LedNews } from '../sync/live-channel.ts';
import type { Clocks } from './record-parts.ts';

export type RecordsDeps = Clocks & {
  readonly board: Board;
  readonly hub: HubClient;
  readonly tokens: Tokens;
  readonly deviceId: string;
  readonly machine: Machine;
  readonly program: string;
  readonly userId: string;
  readonly wipe: (order: WipeOrder) => Promise<void>;
  /** The hub is there again. */
  readonly online: () => void;
  readonly key: Uint8Array;
  /** Customers on a screen now: they are sent again when they change. */
  readonly watched: () => ReadonlySet<string>;
  readonly showCustomer: (bundle: CustomerBundle) => void;
  readonly teamCallsChanged: () => void;
  /** The hub is to be told what she does now. */
  readonly hubHears: () => void;
  readonly orders: (news: LedNews) => void;
  readonly notice: (name: 'callbacks-changed' | 'outbox-changed', id: string | null) => void;
};
