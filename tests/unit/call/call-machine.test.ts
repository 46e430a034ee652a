import {
  advanceCall,
  type CallEvent,
  type CallState,
  callStates,
  outcomeOfStatus,
} from '@shared/domain/call/call-machine.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const events: readonly CallEvent[] = [
  { type: 'progressed' },
  { type: 'accepted' },
  { type: 'answer-requested' },
  { type: 'answer-failed' },
  { type: 'decline-requested' },
  { type: 'hang-up-requested' },
  { type: 'hold-requested' },
  { type: 'resume-requested' },
  { type: 'hold-negotiated' },
  { type: 'resume-negotiated' },
  { type: 'negotiation-failed' },
  { type: 'remote-cancelled', elsewhere: false },
  { type: 'remote-cancelled', elsewhere: true },
  { type: 'remote-hung-up' },
  { type: 'rejected', sipStatus: 486 },
  { type: 'ring-timed-out' },
  { type: 'connection-lost' },
];

const walk = (state: CallState, ...path: readonly CallEvent['type'][]) =>
  path.reduce<{ state: CallState; outcome: string | undefined }>(
    (at, type) => {
      const event = events.find((one) => one.type === type);
      const step = advanceCall(at.state, event as CallEvent);
      return 'ignored' in step ? at : { state: step.state, outcome: step.end?.outcome };
    },
    { state, outcome: undefined },
  );

describe('the call machine', () => {
  it('[CALL-1] every state answers every event with a step or a reason', () => {
    for (const state of callStates)
      for (const event of events) {
        const step = advanceCall(state, event);
        if ('ignored' in step) expect(step.ignored.length).toBeGreaterThan(5);
        else expect(callStates).toContain(step.state);
      }
  });

  it('[CALL-2] no sequence of events leaves the ended state or ends a call twice', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<CallState>('dialing', 'ringing-in'),
        fc.array(fc.constantFrom(...events), { maxLength: 40 }),
        (first, path) => {
          let state = first;
          let ends = 0;
          for (const event of path) {
            const step = advanceCall(state, event);
            if ('ignored' in step) continue;
            if (step.end) ends += 1;
            expect(state).not.toBe('ended');
            state = step.state;
          }
          expect(ends).toBe(state === 'ended' ? 1 : 0);
        },
      ),
    );
  });

  it('[CALL-3] an inbound call is answered, held, resumed and hung up', () => {
    expect(
      walk('ringing-in', 'answer-requested', 'accepted', 'hold-requested', 'hold-negotiated').state,
    ).toBe('held');
    expect(walk('held', 'resume-requested', 'resume-negotiated').state).toBe('talking');
    expect(walk('talking', 'remote-hung-up')).toEqual({ state: 'ended', outcome: 'answered' });
  });

  it('[CALL-4] hold follows the negotiated media: a refused hold is a talk that goes on', () => {
    expect(walk('talking', 'hold-requested').state).toBe('holding');
    expect(walk('talking', 'hold-requested', 'negotiation-failed').state).toBe('talking');
    expect(walk('held', 'resume-requested', 'negotiation-failed').state).toBe('held');
  });

  it('[CALL-5] a hang-up during hold ends the call for both sides', () => {
    const step = advanceCall('held', { type: 'hang-up-requested' });
    expect(step).toMatchObject({
      state: 'ended',
      effects: ['send-bye', 'release-media'],
      end: { outcome: 'answered', endedBy: 'advisor' },
    });
  });

  it('[CALL-6] answered, missed, abandoned, refused and failed calls have outcomes of their own', () => {
    expect(walk('ringing-in', 'ring-timed-out').outcome).toBe('missed');
    expect(walk('ringing-in', 'remote-cancelled').outcome).toBe('abandoned');
    expect(walk('ringing-in', 'decline-requested').outcome).toBe('refused');
    expect(walk('ringing-in', 'answer-requested', 'answer-failed').outcome).toBe('failed');
    expect(advanceCall('ringing-in', { type: 'remote-cancelled', elsewhere: true })).toMatchObject({
      end: { outcome: 'answered-elsewhere' },
    });
  });

  it.each([
    [486, 'busy'],
    [600, 'busy'],
    [603, 'refused'],
    [480, 'no-answer'],
    [408, 'no-answer'],
    [404, 'failed'],
    [503, 'failed'],
  ])('[CALL-7] a final response %i is understood as %s', (status, outcome) => {
    expect(outcomeOfStatus(status)).toBe(outcome);
    expect(advanceCall('ringing-out', { type: 'rejected', sipStatus: status })).toMatchObject({
      end: { outcome },
    });
  });
});
