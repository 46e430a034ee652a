/** Calls that wait for a team: which, where, and whether somebody has taken one. */

import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import { type TeamCall, teamCallSchema } from '@shared/domain/team-call/team-call.ts';
import type { User } from '@shared/domain/user/user.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

/** Two who park at once are given two places. */
export const lockPlaces = async (db: Db): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('team-call-places', 0))`.execute(db);
};

export const takenPlaces = async (db: Db, now: string): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('team_calls')
    .select('place')
    .where('kind', '=', 'parked')
    .where('taken_by', 'is', null)
    .where('until', '>', now)
    .execute();
  return new Set(rows.map(({ place }) => place));
};

export const insertTeamCall = async (
  db: Db,
  { id, kind, brandId, place, byId, byName: _, since, until, ...about }: TeamCall,
  teamId: string | null,
): Promise<void> => {
  await db
    .insertInto('team_calls')
    .values({
      id,
      kind,
      user_id: byId,
      team_id: teamId,
      brand_id: brandId,
      place,
      about: JSON.stringify(about),
      since,
      until,
      taken_by: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

const visible = (db: Db, user: Pick<User, 'id' | 'teamId' | 'brandIds'>) =>
  db
    .selectFrom('team_calls')
    .innerJoin('users', 'users.id', 'team_calls.user_id')
    .select([
      'team_calls.id',
      'kind',
      'place',
      'brand_id as brandId',
      'user_id as byId',
      sql<string>`users.first_name || ' ' || users.last_name`.as('byName'),
      'since',
      'until',
      'about',
      'taken_by as takenBy',
      'team_calls.team_id as teamId',
    ])
    .where((eb) =>
      eb.or([
        eb('user_id', '=', user.id),
        eb.and([eb('team_calls.team_id', '=', user.teamId), isOneOf('brand_id', user.brandIds)]),
      ]),
    );

type Row = { readonly about: object };
const asTeamCall = ({ about, ...row }: Row): TeamCall => teamCallSchema.parse({ ...row, ...about });

/** Open ones of the user's team and brands, and her own; the oldest first. */
export const openTeamCalls = async (
  db: Db,
  user: Pick<User, 'id' | 'teamId' | 'brandIds'>,
  now: string,
): Promise<TeamCall[]> => {
  const rows = await visible(db, user)
    .where('taken_by', 'is', null)
    .where('until', '>', now)
    .orderBy('since')
    .limit(200)
    .execute();
  return rows.map(asTeamCall);
};

export const lockTeamCall = async (
  db: Db,
  user: Pick<User, 'id' | 'teamId' | 'brandIds'>,
  id: string,
): Promise<{ call: TeamCall; takenBy: string | null; teamId: string | null } | null> => {
  const row = await visible(db, user)
    .where('team_calls.id', '=', id)
    .forUpdate('team_calls')
    .executeTakeFirst();
  if (row === undefined) return null;
  return { call: asTeamCall(row), takenBy: row.takenBy, teamId: row.teamId };
};

export const setTaken = async (db: Db, id: string, userId: string): Promise<void> => {
  await db.updateTable('team_calls').set({ taken_by: userId }).where('id', '=', id).execute();
};

export const deleteTeamCall = async (db: Db, id: string): Promise<void> => {
  await db.deleteFrom('team_calls').where('id', '=', id).execute();
};

/** What ended long ago: nothing of it is kept. */
export const deleteEnded = async (db: Db, before: string): Promise<void> => {
  await db.deleteFrom('team_calls').where('until', '<', before).execute();
};

/** Tells the desktops of a team, or of one person without a team, that their list is another. */
export const announceTeamCalls = async (db: Db, teamOrUserId: string): Promise<void> => {
  await sql`select pg_notify('team_calls', ${teamOrUserId})`.execute(db);
};
