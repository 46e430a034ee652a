/** Readiness: the process may run while its database is away. */

import type { HubDependencies } from '@api/hub-app.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { ping } from './repository.ts';

/** `hub-failing` when the database does not answer. */
export const checkReady = async (hub: HubDependencies): Promise<Result<{ status: 'ok' }>> => {
  try {
    await ping(hub.database.db);
    return succeed({ status: 'ok' as const });
  } catch (error) {
    hub.log.error({ cause: error instanceof Error ? error.message : 'unknown' }, 'database away');
    return fail('hub-failing', 'the database does not answer');
  }
};
