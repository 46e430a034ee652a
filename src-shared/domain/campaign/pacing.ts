/**
 * How many calls the dialler places now. Predictive dialling bets on advisors who are about to be
 * free; the bet is the exact chance that somebody picks up and finds nobody, held under the limit on
 * abandoned calls. Where the limit is near it slows down, where it is reached it bets no more.
 */
import { z } from 'zod';
import { countChances, expectedExcess } from './chances.ts';
import { type Durations, durationsOf, endsWithin, meanOf, shareWithin } from './durations.ts';

export const diallingModes = ['manual', 'preview', 'progressive', 'power', 'predictive'] as const;
export const diallingModeSchema = z.enum(diallingModes);
export type DiallingMode = z.infer<typeof diallingModeSchema>;

/** The most that a campaign may set, in percent of the calls that were picked up. */
export const ABANDON_LIMIT_PERCENT = 3;
/** At this share of the limit it begins to slow down. */
const SLOW_FROM = 0.8;
/** It aims below the limit: what comes by chance may not carry it over. */
const AIM = 0.9;
/** With fewer calls picked up than this a rate says nothing, and it bets on nobody. */
const LEAST_ANSWERED = 100;
/** With fewer than this nobody knows when an advisor is free. */
const LEAST_HANDLED = 30;
const MOST_AT_ONCE = 200;

export type PacingMoment = {
  readonly idle: number;
  /** Seconds that each busy advisor has been at this call, talk and wrap-up together. */
  readonly busyS: readonly number[];
  /** Seconds that each call which was placed has rung. */
  readonly ringingS: readonly number[];
};

export type PacingHistory = {
  /** The last few hundred calls that were picked up or given up: how people answer now. */
  readonly lately: { readonly dialled: number; readonly answered: number };
  /** Picked up by a person, of the campaign and today: what the limit is counted on. */
  readonly answered: number;
  /** Of them, those who found nobody. */
  readonly abandoned: number;
  /** The limit was reached today, whatever the rate is by now. */
  readonly limitReached: boolean;
  /** Of calls that were picked up, until they were. */
  readonly ringS: Durations;
  /** Talk and wrap-up together. */
  readonly handlingS: Durations;
};

export type PacingRule = {
  readonly mode: DiallingMode;
  /** Percent; above `ABANDON_LIMIT_PERCENT` it counts as that. */
  readonly abandonLimitPercent: number;
  /** Calls for each free advisor, of `power` dialling. */
  readonly callsPerAdvisor: number;
};

export type Paced = {
  readonly dial: number;
  /** How it dials at this moment: what it fell back to where it may not bet. */
  readonly as: DiallingMode;
  readonly why: 'asked' | 'by-hand' | 'too-little-known' | 'limit-near' | 'limit-reached';
};

const limitOf = ({ abandonLimitPercent }: PacingRule): number =>
  Math.min(Math.max(abandonLimitPercent, 0), ABANDON_LIMIT_PERCENT) / 100;

/**
 * Whether so many abandoned calls of a day are at the limit. Of the first hundred that are picked up each
 * counts as of a hundred: a rate of few says nothing.
 */
export const reachesLimit = (
  rule: PacingRule,
  { answered, abandoned }: Pick<PacingHistory, 'answered' | 'abandoned'>,
): boolean => abandoned > 0 && abandoned >= limitOf(rule) * Math.max(answered, LEAST_ANSWERED);

const oneEach = ({ idle, ringingS }: PacingMoment): number => Math.max(0, idle - ringingS.length);

/** The chance that a call which has rung so long without an answer is still picked up. */
const stillAnswered = (chance: number, ringS: Durations, rungS: number): number => {
  const gone = shareWithin(ringS, rungS) * chance;
  return gone >= 1 ? 0 : (chance - gone) / (1 - gone);
};

/** One standard error above what was seen: that more pick up than thought is what hurts. */
const answerChance = ({ dialled, answered }: PacingHistory['lately']): number => {
  const seen = (answered + 1) / (dialled + 2);
  return Math.min(1, seen + Math.sqrt((seen * (1 - seen)) / (dialled + 2)));
};

/** Bets: expected abandoned and picked-up calls if `extra` more are dialled now. */
const betOf = (
  { idle, busyS, ringingS }: PacingMoment,
  { lately, ringS, handlingS }: PacingHistory,
) => {
  const chance = answerChance(lately);
  const ahead = Math.max(meanOf(ringS), 1);
  const goingOn = durationsOf(busyS);
  const freed = countChances(
    busyS.map((elapsed) => endsWithin(handlingS, goingOn, elapsed, ahead)),
  );
  const rings = ringingS.map((rung) => stillAnswered(chance, ringS, rung));
  return (extra: number): { readonly lost: number; readonly expected: number } => {
    const each = [...rings, ...new Array<number>(extra).fill(chance)];
    return {
      lost: expectedExcess(countChances(each), freed, idle),
      expected: each.reduce((sum, one) => sum + one, 0),
    };
  };
};

/**
 * Calls that would find nobody if all of them were picked up at this moment. Even then the rate stays under
 * the limit: what is likely is weighed besides, and what is possible never carries it over.
 */
const mayBeLost = ({ idle, ringingS }: PacingMoment, extra: number): number =>
  Math.max(0, ringingS.length + extra - idle);
const isWithin = (
  limit: number,
  { answered, abandoned }: Pick<PacingHistory, 'answered' | 'abandoned'>,
  lost: number,
): boolean => lost === 0 || abandoned + lost <= limit * (answered + lost);

const predictive = (moment: PacingMoment, history: PacingHistory, limit: number): Paced => {
  const { answered, abandoned, handlingS } = history;
  const leastHandled = Math.max(LEAST_HANDLED, moment.busyS.length);
  const plain = oneEach(moment);
  const fallBack = (why: Paced['why']): Paced => ({ dial: plain, as: 'progressive', why });
  if (answered < LEAST_ANSWERED || handlingS.sorted.length < leastHandled)
    return fallBack('too-little-known');
  const near = abandoned >= SLOW_FROM * limit * answered;
  // What may still be lost is spent slowly: a quiet morning pays for no reckless noon.
  const share = near ? limit / 2 : AIM * limit;
  const bet = betOf(moment, history);
  let dial = 0;
  for (let extra = 1; extra <= MOST_AT_ONCE; extra += 1) {
    const { lost, expected } = bet(extra);
    // One deviation more than is expected: early in the day a few calls are the whole rate.
    const spent = abandoned + lost + Math.sqrt(lost);
    if (lost > share * expected || spent > AIM * limit * (answered + expected)) break;
    if (!isWithin(limit, history, mayBeLost(moment, extra))) break;
    dial = extra;
  }
  return { dial: Math.max(dial, plain), as: 'predictive', why: near ? 'limit-near' : 'asked' };
};

const power = (moment: PacingMoment, history: PacingHistory, rule: PacingRule): Paced => {
  const { answered, abandoned } = history;
  const limit = limitOf(rule);
  const plain = oneEach(moment);
  const wanted = Math.floor(moment.idle * Math.max(rule.callsPerAdvisor, 1));
  const known = { abandoned, answered: Math.max(answered, LEAST_ANSWERED) };
  let dial = Math.max(0, wanted - moment.ringingS.length);
  while (dial > plain && !isWithin(limit, known, mayBeLost(moment, dial))) dial -= 1;
  return { dial, as: 'power', why: 'asked' };
};

/**
 * Calls to place now. Nobody is dialled for advisors who are not there: manual and preview dialling
 * place no call by themselves, progressive one for each free advisor. Where the limit was reached nothing
 * is bet any more that day: a rate that sinks again would let it be reached again and again.
 */
export const pace = (rule: PacingRule, moment: PacingMoment, history: PacingHistory): Paced => {
  switch (rule.mode) {
    case 'manual':
    case 'preview':
      return { dial: 0, as: rule.mode, why: 'by-hand' };
    case 'progressive':
      return { dial: oneEach(moment), as: 'progressive', why: 'asked' };
    case 'power':
    case 'predictive':
      if (limitOf(rule) === 0 || history.limitReached || reachesLimit(rule, history))
        return { dial: oneEach(moment), as: 'progressive', why: 'limit-reached' };
      return rule.mode === 'power'
        ? power(moment, history, rule)
        : predictive(moment, history, limitOf(rule));
  }
};
