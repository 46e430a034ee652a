/**
 * An advisor whom calls cannot reach, or whose desktop and the switch tell two things: recognised from
 * both, and only after both had time to agree.
 */
import type { DeskNow } from './desk-now.ts';
import type { SwitchLine } from './switch-line.ts';

export const stuckKinds = [
  /** The desktop is in a call that the switch does not have. */
  'call-unknown-to-switch',
  /** The switch has her line in a call that her desktop does not have. */
  'line-held-by-switch',
  /** She is ready by what was heard last, and her desktop is gone. */
  'desktop-gone',
  /** She is ready, and her telephone is not registered. */
  'line-not-registered',
  /** She is ready, and the switch has her paused in every queue. */
  'paused-at-switch',
  /** It rings and rings: nobody takes it, nobody ends it. */
  'rings-on',
] as const;
export type StuckKind = (typeof stuckKinds)[number];
export type Stuck = { readonly kind: StuckKind; readonly since: string };

/** Milliseconds that a contradiction must last; each longer than the slower of the two takes to tell. */
export const stuckAfterMs: { readonly [kind in StuckKind]: number } = {
  'call-unknown-to-switch': 10_000,
  'line-held-by-switch': 10_000,
  'desktop-gone': 60_000,
  'line-not-registered': 15_000,
  'paused-at-switch': 15_000,
  'rings-on': 120_000,
};

export type Evidence = {
  readonly now: DeskNow | null;
  readonly unheardSince: string | null;
  readonly line: SwitchLine;
  /** Whether the switch has her paused in each queue that she serves; null: she serves none. */
  readonly paused: boolean | null;
};

const atWork = (now: DeskNow): boolean => now.state !== 'offline';

/** What contradicts itself at this instant, whether or not it has lasted. */
export const contradictionOf = ({
  now,
  unheardSince,
  line,
  paused,
}: Evidence): StuckKind | null => {
  if (now === null || !atWork(now)) return null;
  if (unheardSince !== null) {
    // A talk goes on without the hub: the switch still has it, and nothing is wrong with her.
    return line === 'in-use' ? null : 'desktop-gone';
  }
  const { call } = now;
  if (call !== null && call.phase !== 'talking') return 'rings-on';
  if (call !== null) return line === 'free' ? 'call-unknown-to-switch' : null;
  if (line === 'in-use') return 'line-held-by-switch';
  if (now.state !== 'ready') return null;
  if (line === 'away') return 'line-not-registered';
  return paused === true ? 'paused-at-switch' : null;
};

export type Contradiction = { readonly kind: StuckKind; readonly since: number };

/**
 * @param before what contradicted itself when it was looked at last
 * @returns what to remember until the next look, and whether she is stuck by now
 */
export const followContradiction = (
  before: Contradiction | null,
  evidence: Evidence,
  nowMs: number,
): { readonly kept: Contradiction | null; readonly stuck: Stuck | null } => {
  const kind = contradictionOf(evidence);
  if (kind === null) return { kept: null, stuck: null };
  const kept = before?.kind === kind ? before : { kind, since: startOf(kind, evidence, nowMs) };
  const isStuck = nowMs - kept.since >= stuckAfterMs[kind];
  return { kept, stuck: isStuck ? { kind, since: new Date(kept.since).toISOString() } : null };
};

/** Where its beginning is known, it began then. */
const startOf = (kind: StuckKind, { now, unheardSince }: Evidence, nowMs: number): number => {
  const known =
    kind === 'desktop-gone' ? unheardSince : kind === 'rings-on' ? now?.call?.since : null;
  return known == null ? nowMs : Math.min(nowMs, Date.parse(known));
};
