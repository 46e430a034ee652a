/**
 * What a team lead needs of a switch: the queues as they are now and what became of each call in them,
 * who serves which, whose telephone is in a call, and a way into that call. Times are milliseconds
 * since the epoch, `since` by the hub's clock. While the switch is away `queues`, `calls` and `lineOf`
 * say what was last known: nobody is to be shown it as what is.
 */

import type { HelpWay } from '@shared/domain/team-help/policy.ts';
import type { LineState } from './pbx-port.ts';

export type QueueCaller = {
  /** The switch's name of the whole call: the desktop that takes it is told the same (X-Call-Uid). */
  readonly callId: string;
  /** The caller's own leg, as the switch's queue log names it. */
  readonly legId: string;
  readonly number: string | null;
  readonly since: number;
  /** From 1, in the order in which they are served. */
  readonly position: number;
  readonly priority: number;
};

export type QueueMember = {
  readonly extension: string;
  readonly isPaused: boolean;
  readonly pauseReason: string;
  /** The lowest are asked first. */
  readonly penalty: number;
  readonly line: LineState;
  /** Written into the switch's own configuration: it cannot be taken out from here. */
  readonly isFixed: boolean;
};

export type QueueNow = {
  readonly name: string;
  readonly callers: readonly QueueCaller[];
  readonly members: readonly QueueMember[];
};

/** What a line is doing at the switch; `callId` as in a queue's. */
export type LineCall = {
  readonly extension: string;
  readonly channel: string;
  readonly callId: string;
  /** When this leg began: before it was answered. */
  readonly since: number;
  readonly isUp: boolean;
  /** Who is at the other end, when somebody is. */
  readonly peerChannel: string | null;
};

/** Why a call left its queue without having been taken. */
export type LeftBecause = 'hung-up' | 'too-long' | 'nobody-there' | 'sent-on';

export type QueueEvent = {
  readonly queue: string;
  readonly callId: string;
  readonly legId: string;
  /** By the switch's own clock where it tells it: every hub says the same. */
  readonly at: number;
} & (
  | { readonly type: 'joined'; readonly number: string | null; readonly position: number }
  | { readonly type: 'taken'; readonly extension: string; readonly waitedMs: number }
  /** A telephone rang and nobody took it. */
  | { readonly type: 'missed'; readonly extension: string; readonly rangMs: number }
  | { readonly type: 'left'; readonly because: LeftBecause; readonly waitedMs: number }
  | {
      readonly type: 'ended';
      readonly extension: string;
      readonly talkedMs: number;
      readonly by: 'advisor' | 'customer' | 'transfer';
    }
);

/** Somebody is about to be put into a queue; the switch waits a moment for what the hub says of it. */
export type QueueArrival = {
  readonly queue: string;
  readonly legId: string;
  readonly channel: string;
  readonly callId: string;
  readonly number: string | null;
  /** What the switch gives her by itself. */
  readonly priority: number;
};

export type ArrivalAnswer = {
  readonly priority: number;
  /** Offered alone to members of this penalty, for so many seconds. */
  readonly first: { readonly penalty: number; readonly seconds: number } | null;
};

export type ArrivalPort = {
  /** Whether the switch is to ask; it asks nobody who does not want it, and again after it was away. */
  readonly setAsking: (asks: 'yes' | 'no') => void;
  /** For how many seconds the switch can offer a call to some members alone. */
  readonly knownSeconds: () => ReadonlySet<number>;
  readonly watch: (arrived: (arrival: QueueArrival) => void) => () => void;
  /** One that is gone, or waits already, is not told any more. */
  readonly answer: (arrival: QueueArrival, answer: ArrivalAnswer) => Promise<void>;
};

export type CentreListener = {
  readonly event: (event: QueueEvent) => void;
  /** A queue, a member or a line is another than before: what `queues` and `calls` say is new. */
  readonly changed: () => void;
  /** The connection is there, also again: what happened meanwhile was not heard. */
  readonly back: () => void;
  readonly away: () => void;
};

/** The lead's telephone in a help: it rings, is in the call, or there is no such leg (any more). */
export type HelpLeg = 'rings' | 'in' | 'none';

/** The same as the switch itself has it when it is asked: also by which way she is in. */
export type HelpNow = 'none' | 'rings' | 'talks' | HelpWay;

/** @throws RefusedBySwitch, or when the switch does not answer, for each that orders something. */
export type CentrePort = {
  readonly state: () => 'ready' | 'away';
  readonly lineOf: (extension: string) => LineState;
  readonly queues: () => ReadonlyMap<string, QueueNow>;
  readonly calls: () => readonly LineCall[];
  readonly helpLeg: (helpId: string) => HelpLeg;
  /** `talks`: the customer is hers by now. */
  readonly helpNow: (helpId: string) => Promise<HelpNow>;
  readonly watch: (listener: CentreListener) => () => void;
  readonly arrivals: ArrivalPort;
  readonly join: (queue: string, extension: string, penalty: number) => Promise<void>;
  readonly leave: (queue: string, extension: string) => Promise<void>;
  /** In one queue, or in all of them. */
  readonly pause: (
    extension: string,
    pause: { readonly reason: string; readonly queue: string | null },
  ) => Promise<void>;
  readonly resume: (extension: string, queue: string | null) => Promise<void>;
  readonly setPenalty: (queue: string, extension: string, penalty: number) => Promise<void>;
  /** Of somebody who waits: the highest are served first. */
  readonly setPriority: (queue: string, callId: string, priority: number) => Promise<void>;
  /**
   * Calls the lead's own telephone and puts it into the advisor's call; `helpId`, a UUID, is that call's
   * id. Resolves when her telephone rings.
   */
  readonly help: (
    helpId: string,
    order: { readonly lead: string; readonly advisor: string; readonly way: HelpWay },
  ) => Promise<void>;
  readonly changeWay: (helpId: string, way: HelpWay, advisor: string) => Promise<void>;
  /** The lead, who is in by `help`, and the customer stay; the advisor's leg ends. */
  readonly takeOver: (helpId: string, advisor: string) => Promise<void>;
  readonly endHelp: (helpId: string) => Promise<void>;
  /** Ends what the switch still holds for a line. */
  readonly clearLine: (extension: string) => Promise<void>;
};
