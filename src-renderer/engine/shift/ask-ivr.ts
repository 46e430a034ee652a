/** Asks the hub what a caller said to the voice server; the pop never waits for it. */
import type { HubClient } from '@renderer/platform/hub-client.ts';
import { type IvrQuery, ivrAnswerSchema } from '@shared/contracts/http/ivr.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { Ivr } from '@shared/domain/ivr/ivr.ts';

const withinMs = 4_000;

/** Null when nothing was said, or the hub cannot be reached. */
export const askIvr = async (
  hub: HubClient,
  { brandId, callUid, number }: IvrQuery,
): Promise<Ivr | null> => {
  const answer = await hub.ask({
    method: 'GET',
    path: routes.ivr,
    query: {
      brandId,
      ...(callUid === undefined ? {} : { callUid }),
      ...(number === undefined ? {} : { number }),
    },
    answer: ivrAnswerSchema,
    timeoutMs: withinMs,
  });
  return answer.ok ? answer.value.ivr : null;
};
