/** The thresholds of a team, and which version of them they are. */
import type { HubTables } from '@api/db/tables.ts';
import type { KeptThresholds } from '@shared/contracts/http/team-thresholds.ts';
import { thresholdsSchema, usualThresholds } from '@shared/domain/lead-board/thresholds.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

export const findThresholds = async (db: Db, teamId: string): Promise<KeptThresholds> => {
  const row = await db
    .selectFrom('team_thresholds')
    .selectAll()
    .where('team_id', '=', teamId)
    .executeTakeFirst();
  return row === undefined
    ? { teamId, version: 0, thresholds: usualThresholds }
    : { teamId, version: row.version, thresholds: thresholdsSchema.parse(row.thresholds) };
};

/** @returns whether the version is still the one that was read */
export const writeThresholds = async (
  db: Db,
  { teamId, version, thresholds }: KeptThresholds,
): Promise<boolean> => {
  const { rows } = await sql`
    insert into team_thresholds (team_id, thresholds, version)
    select ${teamId}, ${JSON.stringify(thresholds)}::jsonb, 1
    where ${version} = 0 or exists (select from team_thresholds where team_id = ${teamId})
    on conflict (team_id) do update set thresholds = excluded.thresholds,
      version = team_thresholds.version + 1
    where team_thresholds.version = ${version}
    returning team_id`.execute(db);
  return rows.length === 1;
};
