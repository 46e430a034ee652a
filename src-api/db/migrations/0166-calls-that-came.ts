/** Forecasts read two years of the calls that came in to a brand, and nothing else of an exchange. */
import { type Kysely, sql } from 'kysely';

export const callsThatCame = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(
        `create index interactions_that_came on interactions (brand_id, started_at)
           where channel = 'phone' and direction = 'inbound'`,
      )
      .execute(db);
  },
};
