/** What the hub is told that she does now, from what her windows show. */
import type { Slices } from '@shared/contracts/engine/views.ts';
import type { DeskCall, DeskNow, RaisedHand } from '@shared/domain/lead-board/desk-now.ts';

type Call = Slices['calls'][number];
type Work = Slices['work'][number];

export type Desk = Pick<Slices, 'advisor' | 'calls' | 'work'> & {
  readonly hand: RaisedHand | null;
  readonly callUidOf: (callId: string) => string | null;
};

/** To the half: a figure that trembles would be told all the time. */
const halved = (mos: number | null): number | null =>
  mos === null ? null : Math.round(mos * 2) / 2;

const phaseOf = ({ phase, direction }: Call): DeskCall['phase'] => {
  if (phase === 'talking') return 'talking';
  return direction === 'inbound' ? 'ringing' : 'dialing';
};

const speechOf = (work: Work | undefined): DeskCall['speech'] => {
  const speech = work?.draft.speech;
  if (speech == null) return null;
  const { scriptId, version, stepId, trace = [] } = speech;
  const since = trace.findLast((step) => step.stepId === stepId)?.at ?? work?.startedAt;
  return since === undefined ? null : { scriptId, version, stepId, since };
};

const told = (call: Call, work: Work | undefined, callUid: string | null): DeskCall => ({
  callUid,
  direction: call.direction,
  phase: phaseOf(call),
  since: call.phase === 'talking' ? (call.answeredAt ?? call.startedAt) : call.startedAt,
  heldSince: call.hold === 'active' ? null : call.heldSince,
  brandId: call.brandId ?? work?.brandId ?? null,
  queue: call.queue,
  campaign: call.campaign ?? work?.campaign ?? null,
  customerId: work?.customerId ?? null,
  mos: halved(call.mos),
  speech: speechOf(work),
});

/** The call that she is heard in goes before one on hold, and this before one that rings. */
const order = (call: Call): number => {
  if (call.phase !== 'talking') return 2;
  return call.hold === 'active' ? 0 : 1;
};

export const deskNowOf = ({ advisor, calls, work, hand, callUidOf }: Desk): DeskNow => {
  // What is played with a simulated customer is nobody's to watch.
  const live = calls.filter(({ phase, training }) => phase !== 'ended' && !training);
  const [first, ...others] = live
    .filter(({ consultFor }) => consultFor === null)
    .sort((a, b) => order(a) - order(b));
  const { state, since, pauseReason, next } = advisor;
  return {
    state,
    since,
    reason: pauseReason,
    next,
    call:
      first === undefined
        ? null
        : told(
            first,
            work.find(({ id }) => id === first.id),
            callUidOf(first.id),
          ),
    otherCalls: others.length + live.filter(({ consultFor }) => consultFor !== null).length,
    hand,
    hears: ['messages', 'show'],
  };
};
