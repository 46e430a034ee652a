/**
 * One call, from the first INVITE to its end. SIP is racy (RFC 5407): an event that does not fit
 * is ignored with a reason, never an exception.
 *
 *   dialing ──progressed──▶ ringing-out ──accepted──▶ talking ⇄ holding/held/resuming
 *      └─────────accepted────────────────────────────▶   │
 *   recovering ──accepted──▶ talking       (taken back after the program died in the call)
 *   ringing-in ──answer-requested──▶ connecting ─accepted┘      any ──▶ ended
 *
 * Hold follows the negotiated media, not the wish: `held` only when the far end was really told.
 */
import type { Outcome } from '../interaction/interaction.ts';

export const callStates = [
  'dialing',
  'ringing-out',
  'ringing-in',
  'connecting',
  'talking',
  'holding',
  'held',
  'resuming',
  'recovering',
  'ended',
] as const;
export type CallState = (typeof callStates)[number];

export type CallEvent =
  | { readonly type: 'progressed' }
  | { readonly type: 'accepted' }
  | { readonly type: 'answer-requested' }
  | { readonly type: 'answer-failed' }
  | { readonly type: 'decline-requested' }
  | { readonly type: 'hang-up-requested' }
  | { readonly type: 'hold-requested' }
  | { readonly type: 'resume-requested' }
  | { readonly type: 'hold-negotiated' }
  | { readonly type: 'resume-negotiated' }
  | { readonly type: 'negotiation-failed' }
  | { readonly type: 'remote-cancelled'; readonly elsewhere: boolean }
  | { readonly type: 'remote-hung-up' }
  | { readonly type: 'transferred' }
  | { readonly type: 'rejected'; readonly sipStatus: number }
  | { readonly type: 'ring-timed-out' }
  | { readonly type: 'connection-lost' };
export type CallEventType = CallEvent['type'];

export type CallEffect =
  | 'send-answer'
  | 'send-decline'
  | 'send-cancel'
  | 'send-bye'
  | 'send-hold'
  | 'send-resume'
  | 'release-media';

export type CallEnd = {
  readonly outcome: Outcome;
  readonly endedBy: 'customer' | 'advisor' | 'network' | 'program-stopped';
};

export type CallStep =
  | { readonly state: CallState; readonly effects: readonly CallEffect[]; readonly end?: CallEnd }
  | { readonly ignored: string };

type Cell = CallStep | ((event: CallEvent) => CallStep);
type Row = { readonly [type in CallEventType]: Cell };

const to = (state: CallState, ...effects: CallEffect[]): CallStep => ({ state, effects });
const end = (
  outcome: Outcome,
  endedBy: CallEnd['endedBy'],
  ...effects: CallEffect[]
): CallStep => ({
  state: 'ended',
  effects: [...effects, 'release-media'],
  end: { outcome, endedBy },
});
const ignore = (reason: string): CallStep => ({ ignored: reason });

const never: Row = {
  progressed: ignore('a provisional response after the answer'),
  accepted: ignore('already answered'),
  'answer-requested': ignore('nothing rings here'),
  'answer-failed': ignore('no answer is under way'),
  'decline-requested': ignore('nothing rings here'),
  'hang-up-requested': ignore('already ended'),
  'hold-requested': ignore('no talk to hold'),
  'resume-requested': ignore('not held'),
  'hold-negotiated': ignore('no hold was asked for'),
  'resume-negotiated': ignore('no resume was asked for'),
  'negotiation-failed': ignore('no negotiation is under way'),
  'remote-cancelled': ignore('a CANCEL after the final response has no effect (RFC 3261 §9.2)'),
  'remote-hung-up': ignore('no dialog to end'),
  transferred: ignore('no talk to hand over'),
  rejected: ignore('no request of ours is open'),
  'ring-timed-out': ignore('nothing rings here'),
  'connection-lost': ignore('no media to lose'),
};

/** Final responses of RFC 3261 §21 as the advisor should understand them. */
export const outcomeOfStatus = (sipStatus: number): Outcome => {
  if (sipStatus === 486 || sipStatus === 600) return 'busy';
  if (sipStatus === 603 || sipStatus === 607) return 'refused';
  if (sipStatus === 408 || sipStatus === 480 || sipStatus === 487) return 'no-answer';
  return 'failed';
};

const rejected: Cell = (event) =>
  event.type === 'rejected'
    ? end(
        outcomeOfStatus(event.sipStatus),
        outcomeOfStatus(event.sipStatus) === 'failed' ? 'network' : 'customer',
      )
    : ignore('not a rejection');

const calling: Row = {
  ...never,
  progressed: to('ringing-out'),
  accepted: to('talking'),
  'hang-up-requested': end('unanswered', 'advisor', 'send-cancel'),
  'remote-hung-up': end('failed', 'customer'),
  rejected,
  'ring-timed-out': end('no-answer', 'advisor', 'send-cancel'),
  'connection-lost': end('failed', 'network', 'send-cancel'),
};

const cancelled: Cell = (event) =>
  event.type === 'remote-cancelled' && event.elsewhere
    ? end('answered-elsewhere', 'customer')
    : end('abandoned', 'customer');

const live: Row = {
  ...never,
  'hang-up-requested': end('answered', 'advisor', 'send-bye'),
  'remote-hung-up': end('answered', 'customer'),
  transferred: end('answered', 'advisor', 'send-bye'),
  'connection-lost': end('answered', 'network', 'send-bye'),
};

/** The PBX knows it no more, or cannot be asked: it ended when the program did. */
const notTakenBack: CallStep = end('answered', 'program-stopped');

const recovering: Row = {
  ...never,
  accepted: to('talking'),
  // Its media stays until the PBX has given it back: only then it can be ended there.
  'hang-up-requested': {
    state: 'ended',
    effects: ['send-bye'],
    end: { outcome: 'answered', endedBy: 'advisor' },
  },
  'remote-hung-up': notTakenBack,
  rejected: notTakenBack,
  'connection-lost': notTakenBack,
};

const table: { readonly [state in CallState]: Row } = {
  dialing: calling,
  'ringing-out': { ...calling, progressed: to('ringing-out') },
  'ringing-in': {
    ...never,
    'answer-requested': to('connecting', 'send-answer'),
    'decline-requested': end('refused', 'advisor', 'send-decline'),
    'hang-up-requested': end('refused', 'advisor', 'send-decline'),
    'remote-cancelled': cancelled,
    'remote-hung-up': end('abandoned', 'customer'),
    'ring-timed-out': end('missed', 'network', 'send-decline'),
    'connection-lost': end('missed', 'network'),
  },
  connecting: {
    ...never,
    accepted: to('talking'),
    'answer-failed': end('failed', 'network', 'send-decline'),
    'hang-up-requested': end('failed', 'advisor', 'send-bye'),
    'remote-cancelled': cancelled,
    'remote-hung-up': end('abandoned', 'customer'),
    'connection-lost': end('failed', 'network'),
  },
  talking: { ...live, 'hold-requested': to('holding', 'send-hold') },
  holding: { ...live, 'hold-negotiated': to('held'), 'negotiation-failed': to('talking') },
  held: { ...live, 'resume-requested': to('resuming', 'send-resume') },
  resuming: { ...live, 'resume-negotiated': to('talking'), 'negotiation-failed': to('held') },
  recovering,
  ended: never,
};

/** The next state and what to do for it, or why nothing changes. */
export const advanceCall = (state: CallState, event: CallEvent): CallStep => {
  const cell = table[state][event.type];
  return typeof cell === 'function' ? cell(event) : cell;
};
