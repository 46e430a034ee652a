import { decideAt, farthestMs } from '@shared/domain/law/decide.ts';
import { frenchLaw } from '@shared/domain/law/france/rule-set.ts';
import type { RuleId } from '@shared/domain/law/rule.ts';
import { describe, expect, it } from 'vitest';
import { chanceOf, type History, historyOf } from '../../support/law/history.ts';
import { slowDay, slowInstant, slowWall, slowZones } from '../../support/law/slow-clock.ts';
import { slowLaw } from '../../support/law/slow-law.ts';

const seed = Number(process.env['PARLANCE_LAW_SEED'] ?? 20_261_128);
const histories = 100_000;
const dayMs = 86_400_000;

/** Every instant at which something could begin to be allowed, found without asking the engine. */
const beginnings = (history: History, zone: string, fromMs: number, toMs: number): number[] => {
  const found = [history.consent?.givenAt, history.runningContract?.since]
    .filter((text) => typeof text === 'string')
    .map((text) => Date.parse(text));
  for (let day = slowWall(fromMs, zone).slice(0, 10); ; day = slowDay(day, 1)) {
    const midnight = slowInstant(`${day} 00:00:00`, zone);
    if (midnight > toMs) break;
    found.push(midnight, ...['10', '14'].map((hour) => slowInstant(`${day} ${hour}:00:00`, zone)));
  }
  return found.filter((ms) => fromMs < ms && ms < toMs);
};

type Mismatch = { readonly what: string; readonly atMs: number; readonly history: History };

describe('[LAW-3] an independent slow implementation', () => {
  it(`[LAW-3] agrees over ${histories} random histories (seed ${seed}), and on when it will be allowed`, () => {
    const chance = chanceOf(seed);
    const named = new Map<RuleId | 'allowed', number>();
    const mismatches: Mismatch[] = [];
    for (let done = 0; done < histories; done++) {
      const { history, atMs } = historyOf(chance);
      const decision = decideAt(frenchLaw, history, atMs);
      const rule = decision.allowed ? null : decision.rule;
      named.set(rule ?? 'allowed', (named.get(rule ?? 'allowed') ?? 0) + 1);
      const zone = history.consumer.timeZone ?? '';
      const slow = slowLaw(history, atMs);
      // Where her days are not known both refuse, whatever each names first.
      if (zone in slowZones ? rule !== slow : (rule === null) !== (slow === null))
        mismatches.push({ what: `${rule} but slowly ${slow}`, atMs, history });
      if (decision.allowed || !(zone in slowZones)) continue;
      const from = decision.allowedFromMs;
      const allowed = (ms: number): boolean => slowLaw(history, ms) === null;
      if (from !== null && (!allowed(from) || allowed(from - 1)))
        mismatches.push({ what: `not from ${new Date(from).toISOString()}`, atMs, history });
      if (done % 100 !== 0) continue;
      const end = from ?? atMs + Math.min(farthestMs, 100 * dayMs);
      const earlier = beginnings(history, zone, atMs, end).find(allowed);
      if (earlier !== undefined)
        mismatches.push({ what: `already at ${new Date(earlier).toISOString()}`, atMs, history });
    }
    expect(mismatches.slice(0, 3)).toEqual([]);
    // A generator that never reaches a rule would prove nothing about it.
    expect(Math.min(...named.values())).toBeGreaterThan(histories / 2_000);
    expect(named.size).toBe(11);
  }, 60_000);
});
