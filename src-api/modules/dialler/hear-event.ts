/**
 * What the switch tells of a call is written down by every hub that hears it, also by those that do not
 * dial its campaign: the one that does may have died a moment ago.
 */
import type { PbxEvent } from '@api/pbx/pbx-port.ts';
import type { Campaign } from '@shared/domain/campaign/campaign.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { markAnswered, markHeard, markTaken } from './calls-repository.ts';
import { endCall } from './end-call.ts';
import type { DiallerHub } from './place-calls.ts';

export const hearEvent = async (
  hub: DiallerHub,
  campaign: Campaign,
  event: PbxEvent,
): Promise<void> => {
  const { db } = hub.database;
  const { callId } = event;
  const nowMs = hub.clock.now();
  switch (event.type) {
    case 'ringing':
      return;
    case 'answered': {
      const { because, isUnsure } = event;
      if (because !== null)
        await markHeard(db, callId, { as: isUnsure ? 'unsure' : 'person', because });
      return markAnswered(db, callId, toInstant(nowMs - event.silentMs));
    }
    case 'put-through':
      return markTaken(db, callId, toInstant(nowMs));
    case 'machine':
      await markHeard(db, callId, { as: 'machine', because: event.because ?? '' });
      return endCall(hub, campaign, callId, 'machine');
    case 'abandoned':
      return endCall(hub, campaign, callId, 'abandoned');
    case 'ended':
      return endCall(hub, campaign, callId, event.cause);
  }
};
