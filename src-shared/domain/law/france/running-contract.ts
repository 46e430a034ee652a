/** The exception of L223-1 for a contract being performed, to whose object the offer relates. Pure. */
import { readMoment } from '../moment.ts';
import type { Call } from '../rule.ts';
import { isSameName } from './same-name.ts';

/**
 * From when the contract allows the call: `atMs` where it does so already, null where it never will. A
 * day, where only days are given, counts from its end for the start and from its start for the end.
 */
export const contractAllowsFrom = ({ facts, zone }: Call, atMs: number): number | null => {
  const contract = facts.runningContract;
  if (contract === undefined || contract === null || contract.offerRelated !== true) return null;
  if (!isSameName(contract.professional, facts.professional)) return null;
  const since = readMoment(contract.since, zone);
  if (since === null || contract.until === undefined) return null;
  const until = contract.until === null ? null : readMoment(contract.until, zone);
  if (contract.until !== null && until === null) return null;
  const fromMs = Math.max(since.latestMs, atMs);
  return until !== null && fromMs >= until.earliestMs ? null : fromMs;
};
