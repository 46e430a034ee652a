/** What desktops compare theirs with: a stamp that grows with every change of what is published. */

import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

/** Of some brands together: other brands, or another state of theirs, is another stamp. */
export const stampOf = async (db: Db, scope: readonly string[]): Promise<string> => {
  const { rows } = await sql<{ stamp: string }>`
    select md5(coalesce(string_agg(brand.id || ':' || coalesce(one.stamp, 0), ' ' order by brand.id), ''))
      as stamp
    from unnest(${[...scope]}::text[]) brand (id) left join article_stamps one on one.brand_id = brand.id
  `.execute(db);
  return rows[0]?.stamp ?? '';
};

export type HeldVersion = {
  readonly id: string;
  readonly version: number;
  readonly revision: number;
};

/**
 * Every version that is shown on a day or will be, and the stamp, as of one moment: a change between the
 * two would otherwise never be asked for.
 */
export const heldVersions = (
  db: Db,
  scope: readonly string[],
  day: string,
): Promise<{ readonly stamp: string; readonly articles: HeldVersion[] }> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => ({
      stamp: await stampOf(tx, scope),
      articles: await tx
        .selectFrom('articles')
        .select(['id', 'version', 'revision'])
        .where(isOneOf('brand_id', scope))
        .where('state', '=', 'published')
        .where(
          sql<boolean>`not exists (select from articles newer
            where newer.id = articles.id and newer.version > articles.version
              and newer.state = 'published' and newer.content->>'validFrom' <= ${day})`,
        )
        .where(sql<boolean>`coalesce(content->>'validUntil', '9999') >= ${day}`)
        .orderBy('id')
        .orderBy('version')
        .execute(),
    }));
