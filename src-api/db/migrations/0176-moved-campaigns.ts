/** Who works on a campaign learns at once that it was started, paused or stopped, or is another team's now. */
import { type Kysely, sql } from 'kysely';

export const movedCampaigns = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create function tell_moved_campaign() returns trigger language plpgsql as $$
        begin
          perform pg_notify('moved_campaigns', new.brand_id);
          return null;
        end $$;
        create trigger moved_campaigns after insert or update on campaigns
          for each row when (new.status <> 'draft') execute function tell_moved_campaign();
      `)
      .execute(db);
  },
};
