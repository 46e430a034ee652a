/**
 * The advisor's state: ready, busy, wrap-up, do not disturb, pause, offline. It changes only by her
 * act or by a call, always with the cause. What she chooses during a call or a wrap-up waits until
 * its end; but whether calls are put through follows her choice at once.
 *
 *   offline ⇄ ready ⇄ pause ⇄ do-not-disturb     each of them ──call-started──▶ busy
 *   busy ──last call ended──▶ wrap-up (work open) or what was chosen
 *   wrap-up ──last work finished──▶ what was chosen, else what was before the call
 */

export type RestState = 'ready' | 'do-not-disturb' | 'pause' | 'offline';
export type AdvisorCause =
  | 'chosen'
  | 'signed-in'
  | 'call-started'
  | 'call-ended'
  | 'wrap-up-finished'
  | 'restored';

export type Rest = { readonly state: RestState; readonly pauseReason: string | null };

export type Advisor = {
  readonly state: RestState | 'busy' | 'wrap-up';
  readonly since: number;
  readonly cause: AdvisorCause;
  readonly pauseReason: string | null;
  readonly about: string | null;
  /** What she chose for afterwards. */
  readonly next: Rest | null;
  /** Where she was before the calls. */
  readonly before: Rest;
};

export type AdvisorEvent =
  /** `quietSince`: a former run of the program ended while she was not to be disturbed. */
  | { readonly type: 'signed-in'; readonly quietSince?: number | null }
  | { readonly type: 'signed-out' }
  | { readonly type: 'chosen'; readonly rest: Rest }
  | { readonly type: 'call-started'; readonly about: string | null }
  | {
      readonly type: 'call-ended';
      readonly about: string | null;
      readonly liveCalls: number;
      readonly openWork: number;
    }
  | { readonly type: 'wrap-up-finished'; readonly liveCalls: number; readonly openWork: number }
  | { readonly type: 'work-restored'; readonly about: string | null };

export type AdvisorStep = { readonly advisor: Advisor } | { readonly ignored: string };

const ready: Rest = { state: 'ready', pauseReason: null };
const quiet: Rest = { state: 'do-not-disturb', pauseReason: null };
const offline: Rest = { state: 'offline', pauseReason: null };

export const advisorAtStart = (now: number): Advisor => ({
  state: 'offline',
  since: now,
  cause: 'restored',
  pauseReason: null,
  about: null,
  next: null,
  before: offline,
});

/** Calls that come in are not put through: she has chosen so, for now or for after this call. */
export const isQuiet = ({ state, next, before }: Advisor): boolean =>
  (state === 'busy' || state === 'wrap-up' ? (next ?? before).state : state) === 'do-not-disturb';

const atRest = (rest: Rest, cause: AdvisorCause, now: number): AdvisorStep => ({
  advisor: {
    state: rest.state,
    since: now,
    cause,
    pauseReason: rest.pauseReason,
    about: null,
    next: null,
    before: rest,
  },
});

const choose = (advisor: Advisor, rest: Rest, now: number): AdvisorStep => {
  if (advisor.state === 'busy' || advisor.state === 'wrap-up')
    return { advisor: { ...advisor, next: rest } };
  if (advisor.state === rest.state && advisor.pauseReason === rest.pauseReason)
    return { ignored: 'already in this state' };
  return atRest(rest, 'chosen', now);
};

const afterCall = (
  advisor: Advisor,
  event: Extract<AdvisorEvent, { type: 'call-ended' }>,
  now: number,
): AdvisorStep => {
  if (advisor.state !== 'busy') return { ignored: 'no call was under way' };
  if (event.liveCalls > 0) return { ignored: 'another call goes on' };
  if (event.openWork === 0) return atRest(advisor.next ?? advisor.before, 'call-ended', now);
  return {
    advisor: { ...advisor, state: 'wrap-up', since: now, cause: 'call-ended', about: event.about },
  };
};

/** @param now milliseconds since the epoch */
export const advanceAdvisor = (advisor: Advisor, event: AdvisorEvent, now: number): AdvisorStep => {
  switch (event.type) {
    case 'signed-in':
      if (advisor.state !== 'offline') return { ignored: 'already at work' };
      return event.quietSince == null
        ? atRest(ready, 'signed-in', now)
        : atRest(quiet, 'restored', event.quietSince);
    case 'signed-out':
      return atRest(offline, 'chosen', now);
    case 'chosen':
      return choose(advisor, event.rest, now);
    case 'call-started':
      if (advisor.state === 'busy') return { advisor: { ...advisor, about: event.about } };
      return {
        advisor: {
          ...advisor,
          state: 'busy',
          since: now,
          cause: 'call-started',
          pauseReason: null,
          about: event.about,
        },
      };
    case 'call-ended':
      return afterCall(advisor, event, now);
    case 'wrap-up-finished':
      if (advisor.state !== 'wrap-up') return { ignored: 'no wrap-up to finish in this state' };
      if (event.openWork > 0) return { ignored: 'another wrap-up is open' };
      return atRest(advisor.next ?? advisor.before, 'wrap-up-finished', now);
    case 'work-restored':
      if (advisor.state === 'busy' || advisor.state === 'wrap-up')
        return { ignored: 'already at work' };
      return {
        advisor: {
          ...advisor,
          state: 'wrap-up',
          since: now,
          cause: 'restored',
          about: event.about,
          pauseReason: null,
        },
      };
  }
};
