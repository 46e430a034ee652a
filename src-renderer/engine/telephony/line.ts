/** What Parlance needs of a telephone line; sip.js is one way to have it. */

import type { LineSettings } from '@shared/contracts/http/auth.ts';
import type { CallEffect, CallEvent } from '@shared/domain/call/call-machine.ts';
import type { MediaSample } from '@shared/domain/call-quality/media-sample.ts';
import type { DialledCall } from '@shared/domain/dialling/dialled-call.ts';
import type { Ivr } from '@shared/domain/ivr/ivr.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';

declare const passed: unique symbol;
/** An address that may be dialled; see passage.ts. */
export type Passage = string & { readonly [passed]: true };

export type LineStatus = {
  readonly status: 'off' | 'connecting' | 'registered' | 'lost' | 'refused';
  readonly error: ErrorCode | null;
  /** Milliseconds since the epoch of the next try by itself. */
  readonly retryAt: number | null;
};

/** Header values as they came, unparsed and untrusted. */
export type IncomingHeaders = {
  readonly from: string;
  readonly assertedIdentity: string | null;
  readonly to: string;
  readonly requestUri: string;
  /** Values of the configured headers for the number called, first to last. */
  readonly called: readonly string[];
  readonly brand: string | null;
  readonly queue: string | null;
  /** The campaign that it belongs to, where the switch says so. */
  readonly campaign?: string | null;
  readonly callUid: string | null;
  /** What the caller said to the switch's voice server, where the switch sends it along. */
  readonly ivr?: Ivr | undefined;
  /** The hub placed it, for a campaign whose calls she takes. */
  readonly dialled?: DialledCall | undefined;
  /** Her own telephone is called because she helps in an advisor's call: the help's id. */
  readonly help?: string | undefined;
  /** The switch asks that the call takes itself up. */
  readonly autoAnswer: boolean;
};

/** What identifies an answered call to the PBX, also for another program than the one that took it. */
export type KeptDialog = {
  readonly callId: string;
  readonly localTag: string;
  readonly remoteTag: string;
};

/** How a transfer goes; after `done` or `failed` nothing more is told. */
export type TransferProgress =
  | { readonly stage: 'trying' | 'ringing' | 'done' }
  | { readonly stage: 'failed'; readonly sipStatus: number | null };

export type LineCallListener = {
  readonly event: (event: CallEvent) => void;
  /** Why the media failed; the call event that follows ends the call. */
  readonly mediaFailed: (code: ErrorCode) => void;
  /** The network names the far end anew within the call (RFC 5876): the header as it came. */
  readonly named: (identity: string | null) => void;
};

/** One call on the line. `send` never rejects: what goes wrong comes back as an event. */
export type LineCall = {
  readonly send: (effect: CallEffect) => void;
  readonly mute: (muted: boolean) => void;
  /** Neither hears the other, whatever was negotiated: she talks with somebody else. */
  readonly setApart: (apart: boolean) => void;
  /** RFC 4733 events; false when the call cannot send them now. */
  readonly sendTones: (tones: string) => boolean;
  /** What the media counted so far; null before there are any. */
  readonly sample: () => Promise<MediaSample | null>;
  /** @param loudness 0 to 1 */
  readonly playOn: (speakerId: string, loudness: number) => void;
  readonly recordFrom: (microphoneId: string) => void;
  /** null before the answer. */
  readonly dialog: () => KeptDialog | null;
  /** While it is unanswered: what the PBX has to be told when the program dies now. */
  readonly parting: () => string | null;
  readonly listen: (listener: LineCallListener) => void;
  /** Hands the far end over (REFER) to an address, or to the far end of another call of this line. */
  readonly transfer: (
    target: string | LineCall,
    tell: (progress: TransferProgress) => void,
  ) => void;
  /** Lets the far ends of both calls hear each other too; the answer ends that. */
  readonly bridge: (other: LineCall) => () => void;
};

export type LineListener = {
  readonly status: (status: LineStatus) => void;
  readonly incoming: (call: LineCall, headers: IncomingHeaders) => void;
  /** The status by which this call is refused before anything rings; null: it comes in. */
  readonly turnsAway: (headers: IncomingHeaders) => 480 | 486 | null;
  /** The PBX does not take the name or password: they may have been changed. */
  readonly credentialsRefused: () => void;
};

export type Line = {
  readonly connect: (settings: LineSettings) => void;
  /** Gives the registration back and closes the connection; live calls go on where they can. */
  readonly disconnect: () => Promise<void>;
  /**
   * Do not wait for the back-off, and do not trust the connection: the machine woke up, or the
   * network came back or changed (then the media of the calls look for new ways as well).
   */
  readonly retryNow: (networkChanged?: boolean) => void;
  /** The machine goes to sleep: what rings is given back to the queue. */
  readonly suspend: () => void;
  /** @param callerNumber presented instead of the line's own, where the switch allows it */
  readonly dial: (target: Passage, headers: readonly string[], callerNumber?: string) => LineCall;
  /** Tells the PBX, at the next connection, what is left to be said of unanswered calls. */
  readonly part: (partings: readonly string[]) => void;
  /** Takes an answered call back whose program died. */
  readonly takeBack: (
    dialog: KeptDialog,
    state: { readonly held: boolean; readonly muted: boolean },
  ) => LineCall;
};
