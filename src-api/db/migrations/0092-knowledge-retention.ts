/** How long the use of articles is kept: thirteen months, so that a month is compared with the year before. */
import { type Kysely, sql } from 'kysely';

export const knowledgeRetention = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        insert into retention_rules (kind, days) values ('help-visits', 395), ('article-notes', 395);
        create index help_events_by_age on help_events (at);
        create index article_notes_by_age on article_notes (at);
      `)
      .execute(db);
  },
};
