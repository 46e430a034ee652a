/** What a sender says of an exchange's place among others: its own name, its conversation, what it answers. */
import { type Kysely, sql } from 'kysely';

export const threads = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql`
      create table interaction_links (
        interaction_id uuid primary key references interactions on delete cascade,
        own text,
        conversation text,
        replies_to text
      )
    `.execute(db);
  },
};
