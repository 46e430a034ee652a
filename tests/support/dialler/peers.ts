/** Ways of pacing that others use, to be compared with ours. */
import { meanOf } from '@shared/domain/campaign/durations.ts';
import type { Pacer, Team } from './simulator';

/** So many calls for each advisor who is free, whatever happens. */
export const fixedRatio =
  (ratio: number): Pacer =>
  ({ idle, ringingS }) =>
    Math.max(0, Math.round(idle * ratio) - ringingS.length);

/** Share of calls that find all of `advisors` busy at an offered load in Erlang (Erlang B, 1917). */
export const erlangB = (advisors: number, load: number): number => {
  let blocked = 1;
  for (let one = 1; one <= advisors; one += 1) blocked = (load * blocked) / (one + load * blocked);
  return blocked;
};

/** Calls at a steady rate, the greatest whose blocking by Erlang B stays under the limit. */
export const erlangRate = (team: Team, limit: number): Pacer => {
  let load = 0;
  while (erlangB(team.advisors, load + 0.01) <= limit) load += 0.01;
  let owed = 0;
  return (_moment, { lately: { dialled, answered }, handlingS }) => {
    const chance = (answered + 1) / (dialled + 2);
    const handling = handlingS.sorted.length < 10 ? team.handlingS.mean : meanOf(handlingS);
    owed += load / handling / chance;
    const dial = Math.floor(owed);
    owed -= dial;
    return dial;
  };
};
