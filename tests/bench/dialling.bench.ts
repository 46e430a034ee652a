/** Predictive pacing against a fixed ratio and a steady rate by Erlang B, at the same share of abandoned calls. */
import { pace } from '@shared/domain/campaign/pacing.ts';
import { it } from 'vitest';
import { erlangRate, fixedRatio } from '../support/dialler/peers';
import { type Outcome, type Pacer, simulate, type Team } from '../support/dialler/simulator';
import { recordRow } from './support/rows.ts';

const dayOf = (advisors: number): Team => ({
  advisors,
  seconds: 6 * 3600,
  seed: 11,
  answerChance: (second) => 0.25 + 0.15 * Math.sin(second / 4000),
  ringS: { mean: 9, spread: 5 },
  handlingS: { mean: 150, spread: 160 },
  ringLimitS: 25,
});
const lostOf = ({ abandoned, answered }: Outcome): number => abandoned / Math.max(answered, 1);

/** The busiest day of a peer that loses no greater share of its calls than `most`. */
const bestOf = (team: Team, most: number, peers: readonly (() => Pacer)[]): Outcome | null =>
  peers
    .map((peer) => simulate(team, peer()))
    .filter((day) => lostOf(day) <= most)
    .sort((a, b) => b.utilisation - a.utilisation)[0] ?? null;

const rule = { mode: 'predictive', abandonLimitPercent: 3, callsPerAdvisor: 1 } as const;

it('utilisation of advisors at equal abandon rate', () => {
  for (const advisors of [10, 30]) {
    const team = dayOf(advisors);
    const ours = simulate(team, (moment, history) => pace(rule, moment, history).dial);
    const lost = lostOf(ours);
    const ratios = Array.from({ length: 9 }, (_, n) => () => fixedRatio(1 + n / 4));
    const limits = Array.from({ length: 6 }, (_, n) => () => erlangRate(team, (n + 1) / 200));
    const peers = { ratio: bestOf(team, lost, ratios), erlang: bestOf(team, lost, limits) };
    for (const [name, best] of Object.entries(peers)) {
      if (best === null) throw new Error(`no ${name} loses as few as ${lost}`);
      recordRow({
        id: `dialling-${name}-${advisors}`,
        what: `advisors busy, ${advisors} of them, ${(100 * lost).toFixed(1)} % abandoned, against ${name} at ${(100 * lostOf(best)).toFixed(1)} %`,
        value: 100 * ours.utilisation,
        unit: '%',
        baseline: 100 * best.utilisation,
        goal: { ratioAtLeast: 1 },
      });
    }
  }
}, 240_000);
