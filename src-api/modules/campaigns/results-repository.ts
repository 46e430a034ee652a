/** The attempts of a campaign counted by who made them, when, where and with which words. */
import type { HubTables } from '@api/db/tables.ts';
import type { ResultCut, ResultRow } from '@shared/contracts/http/campaign-figures.ts';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { attemptsOf } from './figures-repository.ts';

type Db = Kysely<HubTables>;
type Cut = { readonly key: RawBuilder<unknown>; readonly label: RawBuilder<unknown> };

const none = sql`null::text`;
/** Overseas departments have three digits; Corsica's two letters are no part of its postcodes. */
const department = sql`case when postcode like '97%' or postcode like '98%' then left(postcode, 3)
  else left(postcode, 2) end`;

const cuts: { readonly [cut in ResultCut | 'all']: Cut } = {
  all: { key: none, label: none },
  advisor: {
    key: sql`users.id::text`,
    label: sql`users.first_name || ' ' || users.last_name`,
  },
  team: { key: sql`teams.id::text`, label: sql`teams.name` },
  hour: { key: sql`extract(hour from each.at at time zone each.zone)::int::text`, label: none },
  area: { key: department, label: none },
  speech: {
    key: sql`each.script_id || ' ' || each.script_version`,
    label: sql`(select content->>'name' from script_versions
      where script_versions.script_id = each.script_id
        and script_versions.version::text = each.script_version limit 1)`,
  },
  day: { key: sql`(each.at at time zone 'Europe/Paris')::date::text`, label: none },
};

export type Counted = Omit<ResultRow, 'centsPerContact' | 'centsPerSuccess'> & {
  readonly recorded: number;
};

export const countBy = async (
  db: Db,
  campaignId: string,
  successCodes: readonly string[],
  by: ResultCut | 'all',
): Promise<readonly Counted[]> => {
  const { key, label } = cuts[by];
  const { rows } = await sql<Counted>`
    select ${key} as key, ${label} as label, count(*)::int as attempts,
      count(*) filter (where result = 'reached')::int as reached,
      count(*) filter (where result = 'reached'
        and disposition = any(${[...successCodes]}::text[]))::int as successes,
      round(sum(seconds))::int as seconds, count(*) filter (where recorded)::int as recorded
    from (${attemptsOf(campaignId)}) each
    left join users on users.id = each.advisor_id
    left join teams on teams.id = users.team_id
    group by 1, 2 order by 1 nulls last`.execute(db);
  return rows;
};
