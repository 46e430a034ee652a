/** What the calls mean for the work, her state, her day and the alerts. */
import type { AdvisorDesk } from '../advisor/advisor-desk.ts';
import type { CallDesk } from '../calls/call-desk.ts';
import type { CallDeskListener } from '../calls/call-desk-listener.ts';
import type { EndedCall } from '../calls/live-call.ts';
import type { WorkDesk } from '../work/work-desk.ts';
import type { Alerts } from './alerts.ts';
import type { ShiftDeps } from './shift-deps.ts';
import type { TeamDesk } from './team-desk.ts';
import type { TurningAway } from './turning-away.ts';

type Desks = {
  readonly work: WorkDesk;
  readonly advisor: AdvisorDesk;
  readonly calls: Pick<CallDesk, 'live' | 'views'>;
  readonly alerts: Alerts;
  readonly turningAway: Pick<TurningAway, 'ended'>;
  readonly team: TeamDesk;
  readonly line: { readonly follow: () => void };
  readonly switchDevices: (use: 'speaker') => void;
};
type Own = Pick<ShiftDeps, 'board' | 'notice'> & { readonly talks: () => void };

/** In a role-play, and while she asks somebody for it, she stays in training, and nothing is missed. */
const isPlayed = (desks: Desks, callId: string): boolean => {
  const asksFor = desks.calls.views.find(({ id }) => id === callId)?.consultFor;
  return desks.work.get(asksFor ?? callId)?.rolePlay !== undefined;
};

const ended = async (desks: Desks, own: Own, over: EndedCall): Promise<void> => {
  const { id } = over.origin;
  const about = desks.work.get(id)?.customerName ?? null;
  const call = desks.team.pickUps.ended(over);
  // The hub knows what became of a call of its dialler that she did not take.
  const isUntaken = over.origin.putThrough === true && desks.work.get(id)?.answeredAt === null;
  const isMissed =
    call !== null &&
    !isUntaken &&
    over.origin.help === undefined &&
    ['missed', 'abandoned'].includes(call.end.outcome);
  if (isMissed && !isPlayed(desks, id)) own.notice('call-missed', id);
  desks.turningAway.ended(over);
  desks.team.park.ended(over);
  const closing = call === null || isUntaken ? desks.work.discard(id) : desks.work.ended(call);
  const openWork = desks.work.openWrapUps;
  desks.advisor.take({ type: 'call-ended', about, liveCalls: desks.calls.live, openWork });
  await closing;
  // A line that moved while she talked is followed now.
  desks.line.follow();
};

export const callEvents = (desks: Desks, own: Own): CallDeskListener => ({
  answered: (callId, at) => {
    desks.switchDevices('speaker');
    desks.work.answered(callId, at);
    if (isPlayed(desks, callId)) return;
    const about = desks.work.get(callId)?.customerName ?? null;
    desks.advisor.take({ type: 'call-started', about });
    own.talks();
  },
  ended: (call) => void ended(desks, own, call),
  handedTo: (callId, number) => desks.work.handedTo(callId, number),
  ringing: (calls) => own.board.afterHold(() => desks.alerts.follow(calls)),
});
