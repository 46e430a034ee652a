/** Who could take a call now. */

import type { HubDependencies } from '@api/hub-app.ts';
import type { Colleague } from '@shared/contracts/http/colleagues.ts';
import { newestStates } from './repository.ts';

/** A state that nobody changed for longer than any shift belongs to a desktop that is gone. */
const longestShiftMs = 16 * 3_600_000;

/** Everybody else with a telephone, ready first, then by name. */
export const colleaguesOf = async (hub: HubDependencies, userId: string): Promise<Colleague[]> => {
  const rows = await newestStates(hub.database.db);
  const isStale = (since: string | null) =>
    since === null || hub.clock.now() - Date.parse(since) > longestShiftMs;
  return rows
    .filter((row) => row.userId !== userId)
    .map((row) => {
      if (!isStale(row.since)) return row;
      return { ...row, state: 'offline' as const, pauseReason: null, since: null };
    })
    .sort(
      (a, b) =>
        Number(b.state === 'ready') - Number(a.state === 'ready') ||
        a.name.localeCompare(b.name, 'fr'),
    );
};
