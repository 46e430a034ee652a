/** Parked and ringing calls of a team: told to all of it, taken by one. */

import type { HubDependencies } from '@api/hub-app.ts';
import type { TeamCallOffer } from '@shared/contracts/http/team-calls.ts';
import { freePlace, type TeamCall } from '@shared/domain/team-call/team-call.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import {
  announceTeamCalls,
  deleteEnded,
  deleteTeamCall,
  insertTeamCall,
  lockPlaces,
  lockTeamCall,
  openTeamCalls,
  setTaken,
  takenPlaces,
} from './repository.ts';

const keptMs = 3_600_000;

export const teamCallsOf = (hub: HubDependencies, user: User): Promise<TeamCall[]> =>
  openTeamCalls(hub.database.db, user, toInstant(hub.clock.now()));

/** `parking-full` when every place is taken; the same call offered twice keeps its first place. */
export const offerTeamCall = (
  hub: HubDependencies,
  user: User,
  { places, lastsS, ...offer }: TeamCallOffer,
): Promise<Result<TeamCall>> =>
  hub.database.db.transaction().execute(async (tx) => {
    const now = hub.clock.now();
    await lockPlaces(tx);
    const known = await lockTeamCall(tx, user, offer.id);
    if (known !== null) return succeed(known.call);
    await deleteEnded(tx, toInstant(now - keptMs));
    const taken =
      offer.kind === 'parked' ? await takenPlaces(tx, toInstant(now)) : new Set<string>();
    // Not always the first: a switch may not have noticed yet that the last one was left.
    const place = freePlace(places, taken, Math.floor(now / 1000));
    if (place === null) return fail('parking-full');
    const call: TeamCall = {
      ...offer,
      place,
      byId: user.id,
      byName: `${user.firstName} ${user.lastName}`,
      since: toInstant(now),
      until: toInstant(now + lastsS * 1000),
    };
    await insertTeamCall(tx, call, user.teamId);
    await announceTeamCalls(tx, user.teamId ?? user.id);
    return succeed(call);
  });

/** `team-call-taken` for everyone but the first. */
export const takeTeamCall = (
  hub: HubDependencies,
  user: User,
  id: string,
): Promise<Result<TeamCall>> =>
  hub.database.db.transaction().execute(async (tx) => {
    const current = await lockTeamCall(tx, user, id);
    if (current === null) return fail('team-call-unknown');
    // Also later: who waited for it in vain learns that somebody has it.
    if (current.takenBy !== null && current.takenBy !== user.id) return fail('team-call-taken');
    if (Date.parse(current.call.until) < hub.clock.now()) return fail('team-call-unknown');
    await setTaken(tx, id, user.id);
    await announceTeamCalls(tx, current.teamId ?? current.call.byId);
    return succeed(current.call);
  });

/** It waits no more; one that nobody knows is closed already. */
export const closeTeamCall = (hub: HubDependencies, user: User, id: string): Promise<null> =>
  hub.database.db.transaction().execute(async (tx) => {
    const current = await lockTeamCall(tx, user, id);
    if (current === null || (current.call.byId !== user.id && current.takenBy !== user.id))
      return null;
    await deleteTeamCall(tx, id);
    await announceTeamCalls(tx, current.teamId ?? current.call.byId);
    return null;
  });
