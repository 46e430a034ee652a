/** What a voice server heard: kept masked, and with its call, whichever comes first. */
import { insertIvr } from '@api/modules/ivr/repository.ts';
import type { HookEventOf } from '@shared/contracts/hooks/event.ts';
import { maskSteps } from '@shared/domain/ivr/ivr.ts';
import type { Telling } from './applying.ts';

export const ivrInput = async (
  { tx, eventId, messageId, at }: Telling,
  { data }: HookEventOf<'ivr.input'>,
): Promise<void> => {
  const { brandId, callUid = null, number = null, reasonCode = null } = data;
  const said = data.steps.map(({ kind, prompt = null, value, label = null }) => ({
    kind,
    prompt,
    value,
    label,
  }));
  const steps = maskSteps(said);
  await insertIvr(tx, {
    id: eventId,
    brandId,
    callUid,
    number,
    at,
    messageId,
    ivr: { steps, reasonCode },
  });
};
