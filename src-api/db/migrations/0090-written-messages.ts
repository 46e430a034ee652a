/** Messages that advisors write: to which address they go, and which exchange they answer. */
import { type Kysely, sql } from 'kysely';

export const writtenMessages = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        alter table interactions add column message jsonb;
        create index interactions_with_message on interactions (brand_id, started_at)
          where message is not null;
        alter table practice_calls add column message jsonb;
      `)
      .execute(db);
  },
};
