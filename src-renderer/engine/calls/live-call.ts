/** One call while it lives: where it came from, how it stands, and how the screens see it. */

import type { CallView } from '@shared/contracts/engine/views.ts';
import type { KeptCall } from '@shared/contracts/journal/kept-call.ts';
import type { CallEnd, CallState } from '@shared/domain/call/call-machine.ts';
import { comesIn } from '@shared/domain/call/comes-in.ts';
import type { CallQuality } from '@shared/domain/call-quality/call-quality.ts';
import { QualityWatch } from '@shared/domain/call-quality/quality-watch.ts';
import type { HandingWay } from '@shared/domain/interaction/interaction.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import type { LineCall } from '../telephony/line.ts';

export type CallOrigin = Pick<
  CallView,
  | 'id'
  | 'direction'
  | 'number'
  | 'numberDisplay'
  | 'numberHidden'
  | 'brandId'
  | 'calledNumber'
  | 'calledLabel'
  | 'queue'
  | 'title'
  | 'training'
  | 'consultFor'
  | 'pickedUp'
  | 'putThrough'
  | 'help'
  | 'campaign'
>;

export type LiveCall = {
  /** Under which the PBX knows it, once answered. */
  dialog: KeptCall['dialog'] | null;
  /** What she wants of it; the state says what the far end has agreed to. */
  wish: 'heard' | 'held';
  /** The far end does not go on hold. */
  holdRefused: boolean;
  /** No voice passes, whatever was agreed. */
  apart: boolean;
  /** A call that could not be taken back ended then. */
  lastSeenAt: number | null;
  origin: CallOrigin;
  line: LineCall;
  state: CallState;
  startedAt: number;
  answeredAt: number | null;
  heldSince: number | null;
  heldMs: number;
  muted: boolean;
  readonly quality: QualityWatch;
  failure: ErrorCode | null;
  sipStatus: number | null;
  transfer: CallView['transfer'];
  bridgedWith: string | null;
  /** How it is being handed over; said last. */
  handing: HandingWay | null;
  /** Set when it was handed over: to whom. */
  transferredTo: string | null;
};

/** A call at its beginning. */
export const beginCall = (origin: CallOrigin, line: LineCall, startedAt: number): LiveCall => ({
  origin,
  line,
  state: comesIn(origin) && origin.pickedUp !== true ? 'ringing-in' : 'dialing',
  startedAt,
  answeredAt: null,
  heldSince: null,
  heldMs: 0,
  muted: false,
  quality: new QualityWatch(),
  failure: null,
  sipStatus: null,
  dialog: null,
  wish: 'heard',
  holdRefused: false,
  apart: false,
  lastSeenAt: null,
  transfer: null,
  bridgedWith: null,
  handing: null,
  transferredTo: null,
});

/** A call that another run of the program answered, while it is being taken back. */
export const resumeCall = (kept: KeptCall, line: LineCall, lastSeenAt: number): LiveCall => ({
  ...beginCall(kept.origin, line, kept.startedAt),
  state: 'recovering',
  answeredAt: kept.answeredAt,
  heldMs: kept.heldMs,
  heldSince: kept.heldSince,
  muted: kept.muted,
  dialog: kept.dialog,
  wish: kept.held ? 'held' : 'heard',
  lastSeenAt,
});

/** What is kept of it; null before the answer. */
export const keptOf = (call: LiveCall): KeptCall | null => {
  const { origin, dialog, muted, startedAt, answeredAt, heldSince, heldMs, wish } = call;
  if (dialog === null || answeredAt === null) return null;
  return { origin, dialog, muted, held: wish === 'held', startedAt, answeredAt, heldSince, heldMs };
};

/** Keeps how long the far end waited, at each change of the state; `now` in milliseconds. */
export const countHold = (call: LiveCall, before: CallState, now: number): void => {
  const { state } = call;
  if (state === 'held' && before === 'holding') call.heldSince = now;
  const over = state === 'ended' || (state === 'talking' && before === 'resuming');
  if (call.heldSince === null || !over) return;
  call.heldMs += now - call.heldSince;
  call.heldSince = null;
};

const phases: Readonly<Record<CallState, CallView['phase']>> = {
  dialing: 'dialing',
  'ringing-out': 'ringing',
  'ringing-in': 'ringing',
  connecting: 'connecting',
  talking: 'talking',
  holding: 'talking',
  held: 'talking',
  resuming: 'talking',
  recovering: 'connecting',
  ended: 'ended',
};
const holds: Readonly<Partial<Record<CallState, CallView['hold']>>> = {
  holding: 'holding',
  held: 'held',
  resuming: 'resuming',
};

/** What she called for does not ring at her: it is there, or it is on its way. */
const phaseOf = ({ state, origin }: LiveCall): CallView['phase'] => {
  const onItsWay = state === 'dialing' || state === 'ringing-out';
  return origin.pickedUp === true && onItsWay ? 'connecting' : phases[state];
};

/** Talking and not heard: the far end has not agreed to wait, and she hears somebody else. */
const holdOf = ({ state, wish }: LiveCall): CallView['hold'] =>
  holds[state] ?? (state === 'talking' && wish === 'held' ? 'holding' : 'active');

/** What a final response says to a person; everything unnamed is a failed call. */
export const failureOfStatus = (sipStatus: number): ErrorCode => {
  if (sipStatus === 486 || sipStatus === 600) return 'call-busy';
  if (sipStatus === 603 || sipStatus === 607) return 'call-declined';
  if (sipStatus === 408 || sipStatus === 480 || sipStatus === 487) return 'call-no-answer';
  if (sipStatus === 404 || sipStatus === 410 || sipStatus === 484 || sipStatus === 604)
    return 'call-number-unknown';
  if (sipStatus >= 300 && sipStatus < 400) return 'call-redirected';
  if (sipStatus === 488 || sipStatus === 606) return 'call-media-failed';
  if (sipStatus === 502 || sipStatus === 503 || sipStatus === 504) return 'call-unreachable';
  return 'call-failed';
};

/** What the screens see of it. */
export const viewOf = (call: LiveCall): CallView => {
  return {
    ...call.origin,
    phase: phaseOf(call),
    hold: holdOf(call),
    muted: call.muted,
    startedAt: toInstant(call.startedAt),
    answeredAt: call.answeredAt === null ? null : toInstant(call.answeredAt),
    endedAt: null,
    heldSince: call.heldSince === null ? null : toInstant(call.heldSince),
    outcome: null,
    failure: call.failure,
    mos: call.quality.mos,
    quality: call.quality.live,
    transfer: call.transfer,
    bridgedWith: call.bridgedWith,
  };
};

export type EndedCall = {
  readonly origin: CallOrigin;
  readonly end: CallEnd;
  readonly failure: ErrorCode | null;
  readonly sipStatus: number | null;
  readonly heldMs: number;
  readonly quality: CallQuality | null;
  readonly transferredTo: string | null;
  /** Null: it was not. */
  readonly transferredHow: HandingWay | null;
  readonly answeredAt: string | null;
  readonly endedAt: string;
};

/** A call at its end, as it is recorded; `now` in milliseconds since the epoch. */
export const endedCall = (call: LiveCall, end: CallEnd, now: number): EndedCall => {
  const { origin, sipStatus, heldMs, answeredAt, transferredTo, handing, lastSeenAt } = call;
  const byStatus = sipStatus === null ? null : failureOfStatus(sipStatus);
  const stoppedAt = end.endedBy === 'program-stopped' ? lastSeenAt : null;
  return {
    origin,
    end,
    failure: call.failure ?? byStatus ?? (end.outcome === 'failed' ? 'call-failed' : null),
    sipStatus,
    heldMs,
    quality: call.quality.summary,
    transferredTo,
    transferredHow: transferredTo === null ? null : handing,
    answeredAt: answeredAt === null ? null : toInstant(answeredAt),
    endedAt: toInstant(stoppedAt ?? now),
  };
};
