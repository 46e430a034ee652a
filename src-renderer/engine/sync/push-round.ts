/** Sends what waits, in batches, until nothing may go out any more. */
import type { HubClient } from '@renderer/platform/hub-client.ts';
import { routes } from '@shared/contracts/routes.ts';
import { lenientPushSchema } from '@shared/contracts/sync/lenient.ts';
import { currentProtocol } from '@shared/contracts/sync/protocol.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import type { HubReach } from './hub-reach.ts';
import type { Outbox } from './outbox.ts';
import type { RefusedCustomers } from './refused-customers.ts';
import type { SyncListener } from './sync-position.ts';

type Deps = {
  readonly hub: HubClient;
  readonly deviceId: string;
  readonly outbox: Outbox;
  readonly listener: SyncListener;
  readonly reach: HubReach;
  readonly refused: RefusedCustomers;
  readonly stopped: () => boolean;
  /** Locked, a refusal waits: the customer that it is about cannot be set right. */
  readonly locked: () => boolean;
};

const batch = 100;

export const pushAll = async (deps: Deps): Promise<Result<null>> => {
  const { hub, outbox, deviceId, listener, reach, refused } = deps;
  while (!deps.stopped()) {
    const mutations = reach.sendable(outbox.pending).slice(0, batch);
    if (mutations.length === 0) break;
    const answer = await hub.ask({
      method: 'POST',
      path: routes.push,
      query: { protocol: currentProtocol },
      body: { deviceId, mutations },
      packed: reach.unpacks,
      answer: lenientPushSchema,
    });
    if (!answer.ok) return answer;
    const { answers, protocols } = answer.value;
    reach.hear(protocols);
    reach.hearAnswers(mutations, answers);
    const accepted = answers.filter(({ status }) => status === 'accepted');
    const locked = deps.locked();
    if (!locked) await refused.note(mutations, answers);
    await outbox.settle(locked ? accepted : answers);
    const last = accepted.at(-1);
    if (last !== undefined) listener.sent(last.at);
    if (answers.some(({ status }) => status === 'deferred')) return fail('hub-failing');
    if (locked && accepted.length < mutations.length) return succeed(null);
  }
  if (deps.locked()) return succeed(null);
  const again = await refused.fetch();
  if (again.length > 0) listener.touched(again);
  return succeed(null);
};
