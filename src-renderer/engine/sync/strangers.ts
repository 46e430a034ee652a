/**
 * Customers that a change names and this desktop does not hold: the hub sends those whole whom it is to
 * hold, and nothing of the others, so that no half history comes in.
 */
import type { HubClient } from '@renderer/platform/hub-client.ts';
import { routes } from '@shared/contracts/routes.ts';
import { lenientHeldSchema, readBundles } from '@shared/contracts/sync/lenient.ts';
import { currentProtocol } from '@shared/contracts/sync/protocol.ts';
import type { Change } from '@shared/contracts/sync/pull.ts';
import { type Result, succeed } from '@shared/kernel/result.ts';
import type { Library } from './library.ts';

const atOnce = 200;

/** @returns how the changes of strangers are taken; a hub that knows no such question leaves them made. */
export const fetchStrangers = async (
  hub: HubClient,
  library: Library,
  changes: readonly Change[],
): Promise<Result<'make' | 'leave'>> => {
  const ids = await library.strangersIn(changes);
  for (let at = 0; at < ids.length; at += atOnce) {
    const answer = await hub.ask({
      method: 'POST',
      path: routes.held,
      query: { protocol: currentProtocol },
      body: { ids: ids.slice(at, at + atOnce) },
      answer: lenientHeldSchema,
    });
    if (!answer.ok && answer.error.code === 'not-found') return succeed('make');
    if (!answer.ok) return answer;
    await library.add(readBundles(answer.value.bundles).rows);
  }
  return succeed('leave');
};
