import {
  type Advisor,
  type AdvisorEvent,
  advanceAdvisor,
  advisorAtStart,
  isQuiet,
} from '@shared/domain/agent-state/advisor-machine.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const history = (...events: readonly AdvisorEvent[]): Advisor =>
  events.reduce((advisor, event, at) => {
    const step = advanceAdvisor(advisor, event, 1000 + at);
    return 'ignored' in step ? advisor : step.advisor;
  }, advisorAtStart(0));

const signedIn: AdvisorEvent = { type: 'signed-in' };
const started: AdvisorEvent = { type: 'call-started', about: 'Mme Vasseur' };
const ended: AdvisorEvent = { type: 'call-ended', about: 'Mme Vasseur', liveCalls: 0, openWork: 1 };
const finished: AdvisorEvent = { type: 'wrap-up-finished', liveCalls: 0, openWork: 0 };
const quiet: AdvisorEvent = {
  type: 'chosen',
  rest: { state: 'do-not-disturb', pauseReason: null },
};
const ready: AdvisorEvent = { type: 'chosen', rest: { state: 'ready', pauseReason: null } };
const pause: AdvisorEvent = { type: 'chosen', rest: { state: 'pause', pauseReason: 'lunch' } };

describe('the advisor state', () => {
  it('[STATE-1] goes from ready to busy to wrap-up and back, each time with its cause', () => {
    expect(history(signedIn)).toMatchObject({ state: 'ready', cause: 'signed-in' });
    expect(history(signedIn, started)).toMatchObject({
      state: 'busy',
      cause: 'call-started',
      about: 'Mme Vasseur',
    });
    expect(history(signedIn, started, ended)).toMatchObject({
      state: 'wrap-up',
      cause: 'call-ended',
      about: 'Mme Vasseur',
      since: 1002,
    });
    expect(history(signedIn, started, ended, finished)).toMatchObject({
      state: 'ready',
      cause: 'wrap-up-finished',
    });
  });

  it('[STATE-2] a pause chosen during a call or a wrap-up waits until the wrap-up is finished', () => {
    expect(history(signedIn, started, pause)).toMatchObject({
      state: 'busy',
      next: { state: 'pause' },
    });
    expect(history(signedIn, started, ended, pause)).toMatchObject({ state: 'wrap-up' });
    expect(history(signedIn, started, pause, ended, finished)).toMatchObject({
      state: 'pause',
      pauseReason: 'lunch',
      next: null,
    });
  });

  it('[STATE-3] a call made in a pause comes back to the pause', () => {
    expect(history(signedIn, pause, started, ended, finished)).toMatchObject({
      state: 'pause',
      pauseReason: 'lunch',
    });
  });

  it('[STATE-4] with another call or another wrap-up open the state stays', () => {
    expect(history(signedIn, started, { ...ended, liveCalls: 1 } as AdvisorEvent).state).toBe(
      'busy',
    );
    expect(
      history(signedIn, started, ended, { ...finished, openWork: 1 } as AdvisorEvent).state,
    ).toBe('wrap-up');
  });

  it('[STATE-5] a call that needs no wrap-up does not leave the state stuck', () => {
    expect(history(signedIn, started, { ...ended, openWork: 0 } as AdvisorEvent)).toMatchObject({
      state: 'ready',
      cause: 'call-ended',
    });
  });

  it('[STATE-6] a wrap-up found after a restart is taken up again', () => {
    expect(history(signedIn, { type: 'work-restored', about: 'Mme Vasseur' })).toMatchObject({
      state: 'wrap-up',
      cause: 'restored',
    });
  });

  it('[DND-2] not to be disturbed holds over her own calls, and at once when chosen in one', () => {
    expect(isQuiet(history(signedIn, quiet))).toBe(true);
    expect(isQuiet(history(signedIn, quiet, started))).toBe(true);
    expect(isQuiet(history(signedIn, quiet, started, ended))).toBe(true);
    const after = history(signedIn, quiet, started, ended, finished);
    expect(after).toMatchObject({ state: 'do-not-disturb', cause: 'wrap-up-finished' });
    expect(isQuiet(history(signedIn, started, quiet))).toBe(true);
    expect(isQuiet(history(signedIn, quiet, started, ready))).toBe(false);
    expect(isQuiet(history(signedIn, quiet, pause))).toBe(false);
  });

  it('[DND-5] it is taken up again after a restart, with its since, and ends with a sign-out', () => {
    expect(history({ type: 'signed-in', quietSince: 7 })).toMatchObject({
      state: 'do-not-disturb',
      since: 7,
      cause: 'restored',
    });
    expect(history({ type: 'signed-in', quietSince: null }).state).toBe('ready');
    expect(isQuiet(history(signedIn, quiet, { type: 'signed-out' }))).toBe(false);
  });

  it('[STATE-7] whatever happens, finishing the calls and the wrap-ups leads to a state at rest', () => {
    const any = fc.constantFrom(signedIn, started, ended, finished, pause, quiet, ready, {
      type: 'work-restored',
      about: null,
    } as AdvisorEvent);
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (path) => {
        const advisor = history(...path, ended, finished);
        expect(['ready', 'do-not-disturb', 'pause', 'offline']).toContain(advisor.state);
      }),
    );
  });
});
