/**
 * Each attempt knows when its contact was tried, and reached, the time before: who is counted for the first
 * time in a period is then told by the row itself, without going through everybody of it.
 */
import { type Kysely, sql } from 'kysely';

const columns = `
  alter table campaign_attempts add column earlier_at timestamptz(3),
    add column earlier_reached_at timestamptz(3);
`;

/** Told late, an attempt may be made earlier than the one before it: the clock decides, then the place. */
const mark = `
  create function mark_earlier_attempts(ids uuid[]) returns void language sql as $$
    update campaign_attempts one
    set earlier_at = told.earlier_at, earlier_reached_at = told.earlier_reached_at
    from (
      select contact_id, place, lag(at) over turn as earlier_at,
        max(at) filter (where result = 'reached') over (turn rows between unbounded preceding
          and 1 preceding) as earlier_reached_at
      from campaign_attempts where contact_id = any(ids)
      window turn as (partition by contact_id order by at, place)
    ) told
    where one.contact_id = told.contact_id and one.place = told.place
      and (one.earlier_at, one.earlier_reached_at)
        is distinct from (told.earlier_at, told.earlier_reached_at)
  $$;
  alter function refresh_campaign_attempts(uuid[]) rename to write_campaign_attempts;
  create function refresh_campaign_attempts(ids uuid[]) returns void language plpgsql as $$
  begin
    perform write_campaign_attempts(ids);
    perform mark_earlier_attempts(ids);
  end $$;
  select mark_earlier_attempts(array_agg(distinct contact_id)) from campaign_attempts
    having count(*) > 0;
`;

export const earlierAttempts = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    for (const step of [columns, mark]) await sql.raw(step).execute(db);
  },
};
