/** A CalDAV calendar that is disconnected and from which Parlance takes its appointments away first. */
import { type Kysely, sql } from 'kysely';

export const calendarsLeave = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        -- Since when it is no calendar of his any more; its row lasts until all is taken away.
        alter table diary_sources add column leaving_since timestamptz(3);
        create index diary_sources_leaving on diary_sources (push_tried_at) where leaving_since is not null;
      `)
      .execute(db);
  },
};
