import { randomUUID } from 'node:crypto';
import { CallDesk } from '@renderer/engine/calls/call-desk.ts';
import {
  type CallOrigin,
  type EndedCall,
  failureOfStatus,
} from '@renderer/engine/calls/live-call.ts';
import type { CallView } from '@shared/contracts/engine/views.ts';
import type { KeptCall } from '@shared/contracts/journal/kept-call.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeLineCall } from '../../support/desk/fake-line-call.ts';

let now: number;
let shown: CallView[];
let ended: EndedCall[];
let desk: CallDesk;
let kept: readonly KeptCall[];

const origin = (direction: 'inbound' | 'outbound'): CallOrigin => ({
  id: randomUUID(),
  direction,
  number: '+33639984117',
  numberDisplay: '06 39 98 41 17',
  numberHidden: false,
  brandId: 'kerdoual',
  calledNumber: '+33199004110',
  calledLabel: 'Service clients',
  queue: null,
  title: 'Hélène Vasseur',
  training: false,
  consultFor: null,
});
const call = (direction: 'inbound' | 'outbound') => {
  const line = new FakeLineCall();
  const its = origin(direction);
  desk.add(its, line, now);
  return { id: its.id, line };
};
const talking = () => {
  const made = call('inbound');
  desk.answer(made.id);
  made.line.happens({ type: 'accepted' });
  return made;
};

beforeEach(() => {
  now = 1_000_000;
  shown = [];
  ended = [];
  kept = [];
  desk = new CallDesk({
    clock: { now: () => now },
    show: (calls) => {
      shown = calls;
    },
    keep: ({ calls }) => {
      kept = calls;
    },
    listener: {
      answered: () => undefined,
      ended: (one) => ended.push(one),
      ringing: () => undefined,
      handedTo: () => false,
    },
  });
});

describe('calls that outlive the program', () => {
  const dialog = { callId: 'a', localTag: 'b', remoteTag: 'c' };
  const keptNow = () => kept.map(({ muted, held }) => ({ muted, held }));

  it('[NET-12] what is kept of a call follows its answer, mute and hold, and goes with its end', () => {
    const { id, line } = call('inbound');
    expect(kept).toEqual([]);
    line.dialog = () => dialog;
    desk.answer(id);
    line.happens({ type: 'accepted' });
    expect(kept).toMatchObject([{ dialog, muted: false, held: false, origin: { id } }]);
    desk.mute(id, true);
    desk.hold(id);
    expect(keptNow()).toEqual([{ muted: true, held: true }]);
    line.happens({ type: 'hold-negotiated' });
    desk.resume(id);
    expect(keptNow()).toEqual([{ muted: true, held: false }]);
    line.happens({ type: 'remote-hung-up' });
    expect(kept).toEqual([]);
  });

  const left = (held: boolean): KeptCall => ({
    origin: origin('inbound'),
    dialog,
    muted: true,
    held,
    startedAt: 1,
    answeredAt: 2,
    heldSince: null,
    heldMs: 700,
  });

  it('[NET-12] a call taken back that was on hold goes on hold again, and is kept all the while', () => {
    const line = new FakeLineCall();
    desk.takeUp(left(true), line, 5_000);
    expect(keptNow()).toEqual([{ muted: true, held: true }]);
    line.happens({ type: 'accepted' });
    expect(line.sent).toEqual(['send-hold']);
    expect(keptNow()).toEqual([{ muted: true, held: true }]);
    line.happens({ type: 'hold-negotiated' });
    expect(shown).toMatchObject([{ hold: 'held', muted: true }]);
  });

  it('[NET-13] a call that cannot be taken back ended when the program did', () => {
    const line = new FakeLineCall();
    desk.takeUp(left(false), line, 5_000);
    line.happens({ type: 'rejected', sipStatus: 481 });
    expect(ended).toMatchObject([
      {
        end: { outcome: 'answered', endedBy: 'program-stopped' },
        endedAt: new Date(5_000).toISOString(),
      },
    ]);
    expect(kept).toEqual([]);
  });
});

describe('the calls', () => {
  it('[LINE-11] answering a second call holds the first, and resuming the first holds the second', () => {
    const first = talking();
    const second = call('inbound');
    desk.answer(second.id);
    second.line.happens({ type: 'accepted' });
    expect(first.line.sent).toContain('send-hold');
    first.line.happens({ type: 'hold-negotiated' });
    expect(desk.audible).toBe(second.id);
    desk.resume(first.id);
    expect(second.line.sent).toContain('send-hold');
    expect(shown.map(({ hold }) => hold)).toEqual(['resuming', 'holding']);
  });

  it('[CALL-4] the screen says held only when the far end was told', () => {
    const { id, line } = talking();
    desk.hold(id);
    expect(shown[0]?.hold).toBe('holding');
    line.happens({ type: 'hold-negotiated' });
    expect(shown[0]?.hold).toBe('held');
  });

  it('[LINE-9] what was muted before the answer is muted after it', () => {
    const { id, line } = call('inbound');
    desk.mute(id, true);
    desk.answer(id);
    line.muted = false;
    line.happens({ type: 'accepted' });
    expect(line.muted).toBe(true);
  });

  it('[LINE-6] tells who hung up, and counts the time on hold', () => {
    const { id, line } = talking();
    desk.hold(id);
    line.happens({ type: 'hold-negotiated' });
    now += 5_000;
    line.happens({ type: 'remote-hung-up' });
    expect(ended).toMatchObject([
      { end: { endedBy: 'customer', outcome: 'answered' }, heldMs: 5_000 },
    ]);
    expect(shown).toEqual([]);
  });

  it('[LINE-7] tells busy, refused, unanswered and unknown numbers apart', () => {
    expect([486, 603, 480, 404, 503, 488, 500].map(failureOfStatus)).toEqual([
      'call-busy',
      'call-declined',
      'call-no-answer',
      'call-number-unknown',
      'call-unreachable',
      'call-media-failed',
      'call-failed',
    ]);
    const { line } = call('outbound');
    line.happens({ type: 'rejected', sipStatus: 486 });
    expect(ended).toMatchObject([
      { end: { outcome: 'busy' }, failure: 'call-busy', sipStatus: 486 },
    ]);
  });

  it('[LINE-10] an answer without a microphone ends with the reason', () => {
    const { id, line } = call('inbound');
    desk.answer(id);
    line.fails('microphone-refused');
    line.happens({ type: 'answer-failed' });
    expect(ended).toMatchObject([{ end: { outcome: 'failed' }, failure: 'microphone-refused' }]);
  });

  it('[CALL-1] a command that does not fit is answered with a code and changes nothing', () => {
    const { id } = call('inbound');
    expect(desk.hold(id)).toMatchObject({ error: { code: 'call-not-in-state' } });
    expect(desk.hangUp(randomUUID())).toMatchObject({ error: { code: 'call-unknown' } });
    expect(shown[0]?.phase).toBe('ringing');
  });
});

it('[AUDIO-4] other devices reach every live call and change nothing else of it', () => {
  const [first, second] = [talking(), call('inbound')];
  desk.mute(first.id, true);
  const before = JSON.stringify(shown);
  desk.playOn('screen', 0.5);
  desk.recordFrom('laptop');
  expect([first.line.played, second.line.played]).toEqual([['screen 0.5'], ['screen 0.5']]);
  expect([first.line.recorded, second.line.recorded]).toEqual([['laptop'], ['laptop']]);
  expect(JSON.stringify(shown)).toBe(before);
  expect(first.line.muted).toBe(true);
});
