/** Who has a customer on screen now. Lost with a crash of the database, as it may be. */
import { type Kysely, sql } from 'kysely';

export const viewers = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create unlogged table customer_viewers (
          customer_id uuid not null,
          user_id uuid not null references users on delete cascade,
          since timestamptz(3) not null,
          until timestamptz(3) not null,
          primary key (customer_id, user_id)
        );
      `)
      .execute(db);
  },
};
