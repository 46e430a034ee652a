/** The dialler's decisions of a campaign are counted while it is dialled. */
import { type Kysely, sql } from 'kysely';

export const diallerDecisions = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create index dial_decisions_of_dialler on dial_decisions (campaign_id, at)
          where way = 'dialler';
      `)
      .execute(db);
  },
};
