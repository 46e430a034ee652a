/** Answers to surveys: exchanges of their own, each about a contact that is found when it is asked for. */
import { type Kysely, sql } from 'kysely';

export const surveys = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        alter table interactions add column satisfaction jsonb;
        create index interactions_surveyed on interactions (brand_id, started_at)
          where satisfaction is not null;
        alter table practice_calls add column satisfaction jsonb;
      `)
      .execute(db);
  },
};
