/** What Parlance needs of a telephone line; sip.js is one way to have it. */
import type { LineSettings } from '@shared/contracts/http/auth.ts';
import type { CallEffect, CallEvent } from '@shared/domain/call/call-machine.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';

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
  readonly callUid: string | null;
};

export type CallQuality = { readonly mos: number };

export type LineCallListener = {
  readonly event: (event: CallEvent) => void;
  /** Why the media failed; the call event that follows ends the call. */
  readonly mediaFailed: (code: ErrorCode) => void;
};

/** One call on the line. `send` never rejects: what goes wrong comes back as an event. */
export type LineCall = {
  readonly send: (effect: CallEffect) => void;
  readonly mute: (muted: boolean) => void;
  /** RFC 4733 events; false when the call cannot send them now. */
  readonly sendTones: (tones: string) => boolean;
  readonly quality: () => Promise<CallQuality | null>;
  readonly playOn: (speakerId: string) => void;
  readonly recordFrom: (microphoneId: string) => void;
  readonly listen: (listener: LineCallListener) => void;
};

export type LineListener = {
  readonly status: (status: LineStatus) => void;
  readonly incoming: (call: LineCall, headers: IncomingHeaders) => void;
};

export type Line = {
  readonly connect: (settings: LineSettings) => void;
  /** Gives the registration back and closes the connection; live calls go on where they can. */
  readonly disconnect: () => Promise<void>;
  /** The network is back or the machine woke up: do not wait for the back-off. */
  readonly retryNow: () => void;
  /** @param callerNumber presented instead of the line's own, where the switch allows it */
  readonly dial: (target: string, headers: readonly string[], callerNumber?: string) => LineCall;
};
