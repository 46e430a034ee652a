/**
 * What the dialler needs of a switch: to place calls, to put one that a person picked up through to an
 * advisor, and to be told what becomes of each. Asterisk is one way to have it.
 */

import type { CallPurpose } from '@shared/domain/law/purpose.ts';

/** Goes to the advisor's desktop with the call; ids but for the name of the campaign. */
export type CallAbout = {
  readonly brandId: string;
  readonly campaignId: string;
  readonly campaignName: string;
  readonly scriptId: string | null;
  readonly purpose: CallPurpose;
  readonly contactId: string;
  readonly customerId: string;
};

export type CallToPlace = {
  /** UUID; the call has it at the switch, too, so that another hub can go on with it. */
  readonly id: string;
  readonly number: string;
  readonly presented: string;
  readonly about: CallAbout;
};

/** Why a call that nobody answered, or that was answered, is over. */
export type EndCause = 'hung-up' | 'busy' | 'no-answer' | 'unknown-number' | 'failed';

/** What told a person from a machine, in the switch's own words; null: nothing was asked. */
type Heard = { readonly because: string | null };

export type PbxEvent =
  | { readonly type: 'ringing'; readonly callId: string }
  | ({ readonly type: 'machine'; readonly callId: string } & Heard)
  /** She picked up, and has heard nobody for so long already: that was needed to tell her from a machine. */
  | ({
      readonly type: 'answered';
      readonly callId: string;
      readonly silentMs: number;
      /** It could not be told in time, and counts as a person. */
      readonly isUnsure: boolean;
    } & Heard)
  /** An advisor took it. */
  | { readonly type: 'put-through'; readonly callId: string }
  /** No advisor took it in time: the switch says who called for whom, and hangs up. */
  | { readonly type: 'abandoned'; readonly callId: string }
  | { readonly type: 'ended'; readonly callId: string; readonly cause: EndCause };

export type PbxListener = {
  readonly event: (event: PbxEvent) => void;
  /** After each start of the connection: what happened meanwhile was not heard. */
  readonly back: () => void;
};

export type LineState = 'free' | 'in-use' | 'away' | 'unknown';

/** How far a call is that lives: it rings (or is told from a machine), was picked up, or is talked in. */
export type LiveCall = 'ringing' | 'picked-up' | 'talking';

/** The switch said no; whatever else fails leaves open whether the call was placed. */
export class RefusedBySwitch extends Error {}

export type PbxPort = {
  readonly state: () => 'ready' | 'away';
  readonly lineOf: (extension: string) => LineState;
  /** Resolves when the switch has taken the order. @throws RefusedBySwitch, or when nobody knows whether it has. */
  readonly place: (call: CallToPlace) => Promise<void>;
  readonly putThrough: (
    callId: string,
    to: { readonly extension: string; readonly withinMs: number },
  ) => Promise<void>;
  readonly hangUp: (callId: string) => Promise<void>;
  /** Of the calls that hubs have placed, those that live. */
  readonly liveCalls: () => Promise<ReadonlyMap<string, LiveCall>>;
  readonly listen: (listener: PbxListener) => void;
  readonly close: () => Promise<void>;
};
