/** What a board shows besides desktops and the switch: read anew now and then. */
import type { HubTables } from '@api/db/tables.ts';
import { arrivalsSince, type KeptArrival } from '@api/modules/distribution/arrivals-repository.ts';
import type { BoardCampaign } from '@shared/contracts/live/board.ts';
import { type Thresholds, usualThresholds } from '@shared/domain/lead-board/thresholds.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import type { Kysely } from 'kysely';
import { readBoardCampaigns } from './campaigns-repository.ts';
import {
  type BoardTeam,
  type NamedQueue,
  type Person,
  readPeople,
  readQueues,
  readTeams,
  readThresholds,
} from './people-repository.ts';
import type { QueueCounts } from './queues.ts';

/** Nobody waits longer. */
const longestWaitMs = 3 * 3_600_000;

export type CountsOf = (nowMs: number) => Promise<ReadonlyMap<string, QueueCounts>>;

export type BoardFacts = {
  readonly people: readonly Person[];
  readonly teams: readonly BoardTeam[];
  /** By team; a team that decided nothing has the usual ones. */
  readonly thresholds: Record<string, Thresholds>;
  readonly named: readonly NamedQueue[];
  readonly campaigns: BoardCampaign[];
  readonly counts: ReadonlyMap<string, QueueCounts>;
  /** Who was put ahead, and why. */
  readonly arrivals: readonly KeptArrival[];
};
export const nothingRead: BoardFacts = {
  people: [],
  teams: [],
  thresholds: {},
  named: [],
  campaigns: [],
  counts: new Map(),
  arrivals: [],
};

export const readFacts = async (
  db: Kysely<HubTables>,
  nowMs: number,
  countsOf: CountsOf,
): Promise<BoardFacts> => {
  const [people, teams, own, named, campaigns, counts, arrivals] = await Promise.all([
    readPeople(db),
    readTeams(db),
    readThresholds(db),
    readQueues(db),
    readBoardCampaigns(db, nowMs),
    countsOf(nowMs),
    arrivalsSince(db, toInstant(nowMs - longestWaitMs)),
  ]);
  const thresholds = Object.fromEntries(
    teams.map(({ id }) => [id, own.get(id) ?? usualThresholds]),
  );
  return { people, teams, thresholds, named, campaigns, counts, arrivals };
};
