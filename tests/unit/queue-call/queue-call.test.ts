/** Calls in queues, folded from what a switch told and what its log says. */
import { factOf } from '@api/modules/queue-figures/record.ts';
import {
  gapsIn,
  groupOf,
  type QueueFigures,
  queueFigures,
  usualTarget,
} from '@shared/domain/queue-call/figures.ts';
import { type QueueFact, queueCalls } from '@shared/domain/queue-call/queue-call.ts';
import { readLog, readLogLine } from '@shared/domain/queue-call/read-log.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  eventsOf,
  logOf,
  type SimulatedCall,
  simulatedDay,
} from '../../support/queue/simulated-day';

const begins = Date.parse('2026-11-26T00:00:00Z');
const queues = ['service', 'orders'];
const day = (count: number, seed = 1): SimulatedCall[] =>
  simulatedDay(queues, count, { begins, seed });
const factsOf = (calls: readonly SimulatedCall[]): QueueFact[] =>
  calls.flatMap(eventsOf).flatMap((event) => factOf(event) ?? []);
const figures = (facts: readonly QueueFact[]): QueueFigures =>
  queueFigures(queueCalls(facts).map(groupOf), () => usualTarget);

/** Counted from what is so, in the words of the definitions. */
const counted = (calls: readonly SimulatedCall[]): QueueFigures => {
  const taken = calls.filter(({ end }) => end === 'taken');
  const inTime = taken.filter(({ waitedS }) => waitedS <= 20).length;
  const hungUp = calls.filter(({ end }) => end === 'hung-up');
  const short = hungUp.filter(({ waitedS }) => waitedS < 5).length;
  let [waitS, talkS, longestWaitS] = [0, 0, 0];
  for (const call of taken) waitS += call.waitedS;
  for (const call of taken) talkS += call.talkedS;
  for (const call of calls) longestWaitS = Math.max(longestWaitS, call.waitedS);
  return {
    offered: calls.length,
    taken: taken.length,
    inTime,
    abandoned: hungUp.length - short,
    shortAbandoned: short,
    otherwiseLeft: calls.length - taken.length - hungUp.length,
    unknown: 0,
    serviceLevel: inTime / (calls.length - short),
    averageWaitS: waitS / taken.length,
    longestWaitS,
    talkS,
    averageTalkS: talkS / taken.length,
  };
};

describe('a day of 5,000 calls', () => {
  const calls = day(5000);
  it('[QUEUE-10] what the switch told gives the figures that are so', () => {
    expect(figures(factsOf(calls))).toEqual(counted(calls));
  });
  it('[QUEUE-11] and so does its log', () => {
    const { facts, read } = readLog(logOf(calls));
    expect(read).toBe(logOf(calls).length);
    expect(figures(facts)).toEqual(counted(calls));
  });
});

it('[QUEUE-8] in any order, twice, or partly from the log, the figures are the same', () => {
  const told = fc.record({
    seed: fc.integer({ min: 1, max: 1000 }),
    mix: fc.integer({ min: 1, max: 1_000_000 }),
  });
  fc.assert(
    fc.property(told, ({ seed, mix }) => {
      const calls = day(60, seed);
      const heard = factsOf(calls);
      // Of each third fact nobody heard; the log tells all, and some of it again.
      const inLog = readLog(logOf(calls)).facts;
      const known = [...heard.filter((_, place) => (place + mix) % 3 !== 0), ...inLog, ...inLog];
      const shuffled = known
        .map((fact, place) => [((place + 1) * mix * 7919) % 104_729, fact] as const)
        .sort(([a], [b]) => a - b)
        .map(([, fact]) => fact);
      expect(figures(shuffled)).toEqual(counted(calls));
    }),
    { numRuns: 60 },
  );
});

it('[QUEUE-8] a gap that the log does not fill is told, never guessed', () => {
  const [call] = day(1).map((one) => ({ ...one, end: 'taken' as const, waitedS: 9, talkedS: 30 }));
  if (call === undefined) throw new Error('no call');
  const [joined, taken, ended] = factsOf([call]);
  if (joined === undefined || taken === undefined || ended === undefined)
    throw new Error('no facts');
  expect(figures([joined])).toMatchObject({ offered: 1, unknown: 1, serviceLevel: null });
  expect(queueCalls([taken])).toMatchObject([{ outcome: 'taken', waitedS: 9, talkedS: null }]);
  expect(queueCalls([ended])).toMatchObject([{ outcome: 'taken', waitedS: null, talkedS: 30 }]);
  expect(figures([ended])).toMatchObject({ taken: 1, inTime: 0, averageWaitS: null });
});

it('[QUEUE-8] a call that comes back to its queue is one more', () => {
  const about = { queue: 'service', legId: 'a' };
  const facts: QueueFact[] = [
    { ...about, kind: 'joined', at: 0 },
    { ...about, kind: 'taken', at: 10_000, waitedS: 10, agent: '6001' },
    { ...about, kind: 'ended', at: 40_000, talkedS: 30 },
    { ...about, kind: 'joined', at: 60_000 },
    { ...about, kind: 'left', at: 90_000, waitedS: 30, because: 'hung-up' },
  ];
  const twice = [
    ['taken', 0],
    ['hung-up', 60_000],
  ];
  const seen = (some: readonly QueueFact[]) =>
    queueCalls(some).map(({ outcome, joinedAt }) => [outcome, joinedAt]);
  expect(seen(facts)).toEqual(twice);
  // Also when nobody heard it come.
  expect(seen(facts.filter(({ kind }) => kind !== 'joined'))).toEqual(twice);
});

describe('the log', () => {
  const about = { legId: 'leg', queue: 'q', at: 1_795_956_333_000 };
  it.each([
    ['ENTERQUEUE||+33639980123|1', { kind: 'joined' }],
    ['CONNECT|4|lab-1.2|1', { kind: 'taken', waitedS: 4, agent: 'a' }],
    ['ABANDON|1|2|7', { kind: 'left', waitedS: 7, because: 'hung-up' }],
    ['EXITWITHTIMEOUT|1|2|30', { kind: 'left', waitedS: 30, because: 'too-long' }],
    ['EXITEMPTY|1|2|3', { kind: 'left', waitedS: 3, because: 'nobody-there' }],
    ['EXITWITHKEY|9|1|2|5', { kind: 'left', waitedS: 5, because: 'sent-on' }],
    ['COMPLETEAGENT|4|61|1', { kind: 'ended', talkedS: 61 }],
    ['COMPLETECALLER|4|61|1', { kind: 'ended', talkedS: 61 }],
    ['BLINDTRANSFER|6002|advisors|4|61|1', { kind: 'ended', talkedS: 61 }],
    ['ATTENDEDTRANSFER|LINK|one|other|4|61|1', { kind: 'ended', talkedS: 61 }],
    ['ATTENDEDTRANSFER|BRIDGE|lab|4|61|1', { kind: 'ended', talkedS: 61 }],
  ])('[QUEUE-11] reads %s', (words, fact) => {
    expect(readLogLine(`1795956333|leg|q|a|${words}`)).toEqual({ ...about, ...fact });
  });
  it.each([
    '1795956331|NONE|NONE|NONE|QUEUESTART|',
    '1795956333|MANAGER|q|6201|ADDMEMBER|',
    '1795956333|leg|q|a|ABANDON|1|2|',
    'x|leg|q|a|ENTERQUEUE||1|1',
    '',
    '1795956333|leg',
  ])('[QUEUE-11] makes nothing of %j', (line) => {
    expect(readLogLine(line)).toBeNull();
  });
  it('[QUEUE-11] leaves a line that is cut for later', () => {
    const whole = '1795956333|leg|q|NONE|ENTERQUEUE||1|1\n';
    const { facts, read } = readLog(`${whole}1795956334|leg|q|a|CONN`);
    expect([facts.length, read]).toEqual([1, whole.length]);
  });
});

it.each([
  ['nothing heard', [], [[0, 100]]],
  ['all heard', [[-5, 120]], []],
  [
    'the middle, by two who overlap',
    [
      [20, 40],
      [30, 60],
    ],
    [
      [0, 20],
      [60, 100],
    ],
  ],
  [
    'the beginning and the end, in any order',
    [
      [90, 100],
      [0, 10],
    ],
    [[10, 90]],
  ],
  [
    'before and after it',
    [
      [-9, -1],
      [101, 105],
    ],
    [[0, 100]],
  ],
])('[QUEUE-9] gaps where %s', (_what, heard, gaps) => {
  const spans = heard.map(([from = 0, until = 0]) => ({ from, until }));
  const told = gapsIn({ from: 0, until: 100 }, spans);
  expect(told.map(({ from, until }) => [from, until])).toEqual(gaps);
});
