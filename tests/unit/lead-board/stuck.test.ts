import type { DeskNow } from '@shared/domain/lead-board/desk-now.ts';
import {
  type Contradiction,
  contradictionOf,
  type Evidence,
  followContradiction,
  stuckAfterMs,
} from '@shared/domain/lead-board/stuck.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someCall, someNow } from '../../contract/api/board-watch.ts';

const evidence = (more: Partial<Evidence> = {}): Evidence => ({
  now: someNow(),
  unheardSince: null,
  line: 'free',
  paused: false,
  ...more,
});
const inCall = (more = {}) => someNow({ state: 'busy', call: someCall(more) });

describe('who is stuck', () => {
  it('[LEAD-13] is recognised from what her desktop and the switch tell', () => {
    const kinds: readonly [Partial<Evidence>, ReturnType<typeof contradictionOf>][] = [
      [{}, null],
      [{ now: null }, null],
      [{ now: someNow({ state: 'offline' }), line: 'away' }, null],
      [{ now: inCall() }, 'call-unknown-to-switch'],
      [{ now: inCall(), line: 'in-use' }, null],
      [{ now: inCall(), line: 'unknown' }, null],
      [{ line: 'in-use' }, 'line-held-by-switch'],
      [{ now: someNow({ state: 'pause' }), line: 'in-use' }, 'line-held-by-switch'],
      [{ line: 'away' }, 'line-not-registered'],
      [{ now: someNow({ state: 'pause' }), line: 'away' }, null],
      [{ paused: true }, 'paused-at-switch'],
      [{ now: someNow({ state: 'pause' }), paused: true }, null],
      [{ paused: null }, null],
      [{ now: inCall({ phase: 'ringing' }), line: 'in-use' }, 'rings-on'],
      [{ unheardSince: '2026-11-26T09:00:00.000Z' }, 'desktop-gone'],
      // A talk goes on without the hub.
      [{ now: inCall(), unheardSince: '2026-11-26T09:00:00.000Z', line: 'in-use' }, null],
    ];
    for (const [given, kind] of kinds)
      expect([given, contradictionOf(evidence(given))]).toEqual([given, kind]);
  });

  it('[LEAD-13] only once it has lasted, and no more when the two agree', () => {
    const held = evidence({ line: 'in-use' });
    const start = followContradiction(null, held, 1_000);
    expect(start).toEqual({ kept: { kind: 'line-held-by-switch', since: 1_000 }, stuck: null });
    const after = stuckAfterMs['line-held-by-switch'];
    expect(followContradiction(start.kept, held, 999 + after).stuck).toBeNull();
    expect(followContradiction(start.kept, held, 1_000 + after).stuck).toEqual({
      kind: 'line-held-by-switch',
      since: new Date(1_000).toISOString(),
    });
    expect(followContradiction(start.kept, evidence(), 1_000 + after)).toEqual({
      kept: null,
      stuck: null,
    });
  });

  it('[LEAD-13] since it began, where that is known', () => {
    const since = '2026-11-26T09:00:00.000Z';
    const gone = followContradiction(
      null,
      evidence({ unheardSince: since }),
      Date.parse(since) + 60_000,
    );
    expect(gone.stuck).toEqual({ kind: 'desktop-gone', since });
    const rings = inCall({ phase: 'ringing', since });
    const still = followContradiction(null, evidence({ now: rings }), Date.parse(since) + 119_999);
    expect(still.stuck).toBeNull();
  });

  it('[LEAD-13] never for a contradiction that keeps changing faster than its time', () => {
    const nows: readonly DeskNow[] = [someNow(), inCall(), someNow({ state: 'pause' })];
    const any = fc.record({
      now: fc.constantFrom(...nows),
      unheardSince: fc.constant(null),
      line: fc.constantFrom('free' as const, 'in-use' as const, 'away' as const),
      paused: fc.constantFrom(true, false, null),
      afterMs: fc.integer({ min: 1, max: 9_000 }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 40 }), (steps) => {
        let kept: Contradiction | null = null;
        let nowMs = 0;
        let unchangedSince = 0;
        let last: string | null = null;
        for (const { afterMs, ...told } of steps) {
          nowMs += afterMs;
          const kind = contradictionOf(told);
          if (kind !== last) unchangedSince = nowMs;
          last = kind;
          const next = followContradiction(kept, told, nowMs);
          kept = next.kept;
          const isDue = kind !== null && nowMs - unchangedSince >= stuckAfterMs[kind];
          expect(next.stuck?.kind ?? null).toBe(isDue ? kind : null);
        }
      }),
    );
  });
});
