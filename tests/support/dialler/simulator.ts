/**
 * A team that phones, second by second: calls ring, are picked up or not, find an advisor or nobody.
 * The way of pacing is handed in, so that several are compared over the same people.
 */
import { durationsOf } from '@shared/domain/campaign/durations.ts';
import {
  type PacingHistory,
  type PacingMoment,
  reachesLimit,
} from '@shared/domain/campaign/pacing.ts';
import { seeded } from '@shared/kernel/seeded.ts';

export type Team = {
  readonly advisors: number;
  readonly seconds: number;
  readonly seed: number;
  /** Chance that a call is picked up, by the second of the day: it changes from hour to hour. */
  readonly answerChance: (second: number) => number;
  readonly ringS: { readonly mean: number; readonly spread: number };
  readonly handlingS: { readonly mean: number; readonly spread: number };
  /** A call that nobody picks up is given up after it. */
  readonly ringLimitS: number;
};

export type Outcome = {
  readonly dialled: number;
  readonly answered: number;
  readonly abandoned: number;
  /** Share of the advisors' time that was spent with people, 0 to 1. */
  readonly utilisation: number;
  /** The worst share of abandoned calls that stood at any moment after the hundredth answer. */
  readonly worstRate: number;
};

export type Pacer = (moment: PacingMoment, history: PacingHistory, second: number) => number;

/** Of a log-normal distribution with this mean and standard deviation. */
const logNormal = (mean: number, spread: number, normal: number): number => {
  const variance = Math.log(1 + (spread / mean) ** 2);
  return Math.exp(Math.log(mean) - variance / 2 + Math.sqrt(variance) * normal);
};

type Ring = { readonly since: number; readonly endsAt: number; readonly answers: boolean };

/** The limit that holds for everybody. */
const lawful = { mode: 'predictive', abandonLimitPercent: 3, callsPerAdvisor: 1 } as const;

/** How many of the last durations are remembered. */
const REMEMBERED = 300;

/** The last of them, sorted anew only when there are more. */
const remembered = () => {
  let count = -1;
  let known = durationsOf([]);
  return (all: readonly number[]) => {
    if (all.length !== count) known = durationsOf(all.slice(-REMEMBERED));
    count = all.length;
    return known;
  };
};

export const simulate = (team: Team, pacer: Pacer): Outcome => {
  const chance = seeded(team.seed);
  let ringing: Ring[] = [];
  let busy: { readonly since: number; readonly until: number }[] = [];
  const rings: number[] = [];
  const handled: number[] = [];
  const ringsOf = remembered();
  const handledOf = remembered();
  const ends: boolean[] = [];
  let limitReached = false;
  const sum = { dialled: 0, answered: 0, abandoned: 0, worked: 0, worst: 0 };
  for (let second = 0; second < team.seconds; second += 1) {
    for (const { since, until } of busy.filter((one) => one.until <= second))
      handled.push(until - since);
    busy = busy.filter(({ until }) => until > second);
    for (const { since, answers } of ringing.filter((one) => one.endsAt <= second)) {
      ends.push(answers);
      if (!answers) continue;
      sum.answered += 1;
      rings.push(second - since);
      if (busy.length < team.advisors) {
        const { mean, spread } = team.handlingS;
        const takes = Math.max(3, Math.round(logNormal(mean, spread, chance.normal())));
        busy.push({ since: second, until: second + takes });
      } else sum.abandoned += 1;
      if (sum.answered > 100) sum.worst = Math.max(sum.worst, sum.abandoned / sum.answered);
    }
    ringing = ringing.filter(({ endsAt }) => endsAt > second);
    const { answered, abandoned } = sum;
    limitReached ||= reachesLimit(lawful, sum);
    const lately = ends.slice(-REMEMBERED);
    const dial = pacer(
      {
        idle: team.advisors - busy.length,
        busyS: busy.map(({ since }) => second - since),
        ringingS: ringing.map(({ since }) => second - since),
      },
      {
        lately: { dialled: lately.length, answered: lately.filter(Boolean).length },
        answered,
        abandoned,
        limitReached,
        ringS: ringsOf(rings),
        handlingS: handledOf(handled),
      },
      second,
    );
    for (let one = 0; one < dial; one += 1) {
      const answers = chance.next() < team.answerChance(second);
      const { mean, spread } = team.ringS;
      const rungS = answers
        ? Math.min(team.ringLimitS - 1, Math.max(1, logNormal(mean, spread, chance.normal())))
        : team.ringLimitS;
      ringing.push({ since: second, endsAt: second + Math.round(rungS), answers });
    }
    sum.dialled += dial;
    sum.worked += busy.length;
  }
  return {
    dialled: sum.dialled,
    answered: sum.answered,
    abandoned: sum.abandoned,
    utilisation: sum.worked / (team.advisors * team.seconds),
    worstRate: sum.worst,
  };
};
