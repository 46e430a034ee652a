/** Asks the hub for the last calls of a number: one of them may have been handed over to this one. */
import type { HubClient } from '@renderer/platform/hub-client.ts';
import { handedCallsSchema } from '@shared/contracts/http/interactions.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { HandedAsk } from '../work/handed-finder.ts';

const withinMs = 4_000;

export const askHanded = (hub: HubClient): HandedAsk => ({
  ask: async (query) => {
    const answer = await hub.ask({
      method: 'GET',
      path: routes.handedCalls,
      query,
      answer: handedCallsSchema,
      timeoutMs: withinMs,
    });
    return answer.ok ? answer.value.interactions : null;
  },
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});
