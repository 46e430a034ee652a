/** Favourites of one person: the last change of each counts. */

import type { HubTables } from '@api/db/tables.ts';
import type { Favourite } from '@shared/domain/favourite/favourite.ts';
import { type Kysely, sql } from 'kysely';

/** A change that is older than the one kept changes nothing. */
export const putFavourite = async (
  db: Kysely<HubTables>,
  userId: string,
  favourite: Favourite & { readonly starred: boolean; readonly at: string },
): Promise<void> => {
  const { kind, ref, number, name, starred, at } = favourite;
  await db
    .insertInto('favourites')
    .values({
      user_id: userId,
      kind,
      ref,
      number,
      name,
      starred,
      starred_at: at,
      changed_at: at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['user_id', 'kind', 'ref'])
        .doUpdateSet({
          number,
          name,
          starred,
          changed_at: at,
          // Named anew it keeps its place; starred again it goes to the end.
          starred_at: sql`case when favourites.starred then favourites.starred_at else excluded.starred_at end`,
        })
        .where('favourites.changed_at', '<', at),
    )
    .execute();
};

/** Oldest star first; a colleague by today's name and extension, none who works here no more. */
export const favouritesOf = async (db: Kysely<HubTables>, userId: string): Promise<Favourite[]> => {
  const rows = await db
    .selectFrom('favourites')
    .leftJoin('users', (join) =>
      join
        .on('favourites.kind', '=', 'person')
        .on(sql`users.id::text`, '=', sql`favourites.ref`)
        .on('users.active', '=', true),
    )
    .leftJoin('lines', 'lines.user_id', 'users.id')
    .select([
      'favourites.kind',
      'favourites.ref',
      sql<string>`coalesce(lines.extension, favourites.number)`.as('number'),
      sql<string | null>`coalesce(users.first_name || ' ' || users.last_name, favourites.name)`.as(
        'name',
      ),
    ])
    .where('favourites.user_id', '=', userId)
    .where('favourites.starred', '=', true)
    .where((eb) => eb.or([eb('favourites.kind', '<>', 'person'), eb('users.id', 'is not', null)]))
    .orderBy('favourites.starred_at')
    .orderBy('favourites.ref')
    .limit(500)
    .execute();
  return rows;
};
