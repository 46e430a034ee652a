/** The demo's people in any number, without a hub: the same at each telling. */
import { bundleAt } from '@api/seed/crowd.ts';
import type { Telling } from '@api/seed/people/person.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';

const telling = { seed: 20_817, nowMs: Date.parse('2026-11-05T10:00:00.000Z') } as Telling;

/** A customer with at most so many exchanges, the newest ones. */
export const personAt = (index: number, interactionsAtMost: number): CustomerBundle => {
  const bundle = bundleAt(telling, index);
  return { ...bundle, interactions: bundle.interactions.slice(0, interactionsAtMost) };
};
