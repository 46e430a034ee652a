/** An advisor as those who lead her need her: of which team, for which brands, by which telephone. */
import type { HubTables } from '@api/db/tables.ts';
import { type Kysely, sql } from 'kysely';

export type LedAdvisor = {
  readonly id: string;
  readonly teamId: string | null;
  readonly brandIds: readonly string[];
  readonly extension: string | null;
};

/** Null also for whoever is no advisor, or none any more. */
export const findAdvisor = async (
  db: Kysely<HubTables>,
  id: string,
): Promise<LedAdvisor | null> => {
  const { rows } = await sql<LedAdvisor>`
    select users.id, users.team_id as "teamId", lines.extension,
      array(select brand_id from user_brands where user_id = users.id) as "brandIds"
    from users left join lines on lines.user_id = users.id
    where users.id = ${id} and users.active and users.role = 'advisor'`.execute(db);
  return rows[0] ?? null;
};
