/** What becomes of each call in a queue. */
import type { AmiMessage } from '@api/pbx/ami/message.ts';
import { Legs } from '@api/pbx/centre/legs.ts';
import { lineNames } from '@api/pbx/centre/line-names.ts';
import { QueueNews } from '@api/pbx/centre/queue-news.ts';
import type { QueueEvent } from '@api/pbx/centre-port.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { customerLeg, type Facts, told } from '../../support/centre/told';

const names = lineNames({ lines: 'PJSIP/{line}', trunk: 'PJSIP/{number}@trunk' });
let legs: Legs;
let events: QueueEvent[];
let news: QueueNews;
let status: AmiMessage | null | Error;

beforeEach(() => {
  vi.useFakeTimers();
  legs = new Legs(names);
  events = [];
  status = null;
  news = new QueueNews({
    names,
    legs,
    statusOf: async () => {
      if (status instanceof Error) throw status;
      return status;
    },
    tell: (event) => events.push(event),
  });
});
afterEach(() => {
  vi.useRealTimers();
});

const says = (event: string, facts: Facts = {}, variables: Facts = {}): void => {
  const all = { ...customerLeg, Queue: 'service', Interface: 'PJSIP/6001', ...facts };
  const message = told(event, all, { CALLUID: 'uid-1', ...variables });
  legs.hear(message, 0);
  news.hear(message, 5000);
};
const call = { queue: 'service', callId: 'uid-1', legId: 'call-1' };
const joins = (): void => {
  says('Newchannel');
  says('QueueCallerJoin', { CallerIDNum: '+33639980123', Position: '2', Timestamp: '60.25' });
};
const leftWith = (queueStatus: string, application = 'Hangup') => {
  status = told('Status', { Application: application }, { QUEUESTATUS: queueStatus });
};

it('[QUEUE-4] a call comes, rings in vain, is taken and ends, with the switch’s own seconds', () => {
  joins();
  says('AgentRingNoAnswer', { RingTime: '3000' });
  says('QueueCallerLeave');
  says('AgentConnect', { HoldTime: '9', RingTime: '2' });
  says('AgentComplete', { TalkTime: '61', HoldTime: '9', Reason: 'agent' });
  vi.runAllTimers();
  const at = 5000;
  expect(events).toEqual([
    { ...call, at: 60_250, type: 'joined', number: '+33639980123', position: 2 },
    { ...call, at, type: 'missed', extension: '6001', rangMs: 3000 },
    { ...call, at, type: 'taken', extension: '6001', waitedMs: 9000 },
    { ...call, at, type: 'ended', extension: '6001', talkedMs: 61_000, by: 'advisor' },
  ]);
});

it('[QUEUE-4] who hangs up while she waits has hung up', () => {
  joins();
  says('HangupRequest');
  says('QueueCallerAbandon', { HoldTime: '4' });
  says('QueueCallerLeave');
  says('Hangup', {}, { QUEUESTATUS: 'TIMEOUT' });
  vi.runAllTimers();
  const left = { ...call, at: 5000, type: 'left', because: 'hung-up', waitedMs: 4000 };
  expect(events.slice(1)).toEqual([left]);
});

it.each([
  ['TIMEOUT', 'too-long'],
  ['LEAVEEMPTY', 'nobody-there'],
  ['LEAVEUNAVAIL', 'nobody-there'],
  ['CONTINUE', 'sent-on'],
])('[QUEUE-4] a queue that is left with %s', async (queueStatus, because) => {
  joins();
  says('QueueCallerAbandon', { HoldTime: '20' });
  says('QueueCallerLeave');
  leftWith('', 'Queue');
  await vi.advanceTimersByTimeAsync(1000);
  expect(events).toHaveLength(1);
  leftWith(queueStatus);
  await vi.advanceTimersByTimeAsync(1000);
  expect(events.slice(1)).toEqual([{ ...call, at: 5000, type: 'left', because, waitedMs: 20_000 }]);
});

it('[QUEUE-4] a leg that ends at once tells by itself what its queue left it with', async () => {
  joins();
  says('QueueCallerAbandon', { HoldTime: '20' });
  says('Hangup', {}, { QUEUESTATUS: 'TIMEOUT' });
  await vi.runAllTimersAsync();
  expect(events.slice(1)).toMatchObject([{ type: 'left', because: 'too-long' }]);
});

it('[QUEUE-4] who is sent on by a key has waited since she came', async () => {
  joins();
  says('QueueCallerLeave', { Timestamp: '67.9' });
  leftWith('', 'Playback');
  await vi.advanceTimersByTimeAsync(1000);
  expect(events.slice(1)).toMatchObject([{ because: 'sent-on', waitedMs: 7000 }]);
});

it('[QUEUE-4] who came unheard and leaves is told of as well', async () => {
  news.waits('call-1', 1000);
  says('QueueCallerLeave');
  await vi.advanceTimersByTimeAsync(1000);
  expect(events).toMatchObject([{ type: 'left', because: 'hung-up', waitedMs: 4000 }]);
});

it('[QUEUE-4] nothing is told of a call whose end was not heard', async () => {
  joins();
  says('QueueCallerLeave');
  status = new Error('the switch is away');
  await vi.advanceTimersByTimeAsync(1000);
  news.away();
  status = null;
  await vi.runAllTimersAsync();
  expect(events.map(({ type }) => type)).toEqual(['joined']);
});

it('[QUEUE-4] a talk whose end names no leg, because the caller is gone, ends when her leg did', () => {
  joins();
  says('QueueCallerLeave');
  says('AgentConnect', { HoldTime: '9', Timestamp: '70.9' });
  says('AgentComplete', { Uniqueid: '', TalkTime: '5', Reason: 'caller' });
  says('Hangup', { Timestamp: '75.1' });
  vi.runAllTimers();
  const ends = events.filter(({ type }) => type === 'ended');
  expect(ends).toEqual([
    { ...call, at: 75_100, type: 'ended', extension: '6001', talkedMs: 5000, by: 'customer' },
  ]);
  says('Hangup', { Timestamp: '76' });
  vi.runAllTimers();
  expect(events.filter(({ type }) => type === 'ended')).toHaveLength(1);
});

it('[QUEUE-4] the end that is told counts, also after the leg is gone', () => {
  joins();
  says('AgentConnect', { HoldTime: '9', Timestamp: '70.9' });
  says('Hangup', { Timestamp: '75.1' });
  says('AgentComplete', { TalkTime: '4', Reason: 'agent' });
  vi.runAllTimers();
  expect(events.filter(({ type }) => type === 'ended')).toEqual([
    { ...call, at: 5000, type: 'ended', extension: '6001', talkedMs: 4000, by: 'advisor' },
  ]);
});
