/** A button's wish, put to the calls. */
import type { CallDesk } from '../calls/call-desk.ts';
import type { HeadsetAsk } from './headset-control.ts';

export const askCall = (calls: CallDesk, ask: HeadsetAsk, callId: string): void => {
  const does: Readonly<Record<HeadsetAsk, () => unknown>> = {
    answer: () => calls.answer(callId),
    decline: () => calls.decline(callId),
    'hang-up': () => calls.handover.leave(callId),
    mute: () => calls.mute(callId, true),
    unmute: () => calls.mute(callId, false),
    hold: () => calls.hold(callId),
    resume: () => calls.resume(callId),
  };
  does[ask]();
};
