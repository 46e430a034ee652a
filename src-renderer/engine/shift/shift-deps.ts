/** What a shift is made from. */
import type { HubClient } from '@renderer/platform/hub-client.ts';
import type { LineSettings } from '@shared/contracts/http/auth.ts';
import type { WipeOrder } from '@shared/contracts/http/devices.ts';
import type { Machine } from '@shared/contracts/ipc/channels.ts';
import type { WorkRecord } from '@shared/contracts/journal/record.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import type { PlayedRole } from '@shared/domain/role-play/played-role.ts';
import type { Clock } from '@shared/kernel/clock.ts';
import type { Board } from '../board/board.ts';
import type { AudioDevices } from '../devices/audio-devices.ts';
import type { Entry } from '../session/sign-in.ts';
import type { Tokens } from '../session/tokens.ts';
import type { LedNews } from '../sync/live-channel.ts';
import type { LineCall } from '../telephony/line.ts';

/** The training line's part in the calls of a shift. */
type PlayedCalls = {
  /** The role-play that a call of the training line is, if it is one. */
  readonly ringing: (callId: string, call: LineCall) => PlayedRole | undefined;
  readonly played: (work: WorkRecord) => Promise<void>;
};

export type ShiftDeps = {
  readonly clock: Clock;
  /** The machine's own, as it is. */
  readonly wallClock: Clock;
  readonly correct: (correctionMs: number) => void;
  readonly newId: () => string;
  readonly board: Board;
  readonly hub: HubClient;
  readonly tokens: Tokens;
  readonly devices: AudioDevices;
  readonly entry: Entry;
  readonly deviceId: string;
  readonly machine: Machine;
  readonly program: string;
  readonly wipe: (order: WipeOrder) => Promise<void>;
  /** A line given by the environment replaces the hub's. */
  readonly ownLine: LineSettings | null;
  readonly processing: boolean;
  /** A lead may have something done here. */
  readonly orders: (news: LedNews) => void;
  readonly training: PlayedCalls;
  readonly showCustomer: (bundle: CustomerBundle) => void;
  readonly notice: (
    name: 'callbacks-changed' | 'outbox-changed' | 'call-missed' | 'team-call-gone',
    id: string | null,
  ) => void;
};
