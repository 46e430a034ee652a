/** Calls that leads have in view: who looks, and what the advisor's desktop tells meanwhile. */
import { type Kysely, sql } from 'kysely';

export const callsInView = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table call_watchers (
          user_id uuid not null references users on delete cascade,
          lead_id uuid not null references users on delete cascade,
          since timestamptz(3) not null,
          until timestamptz(3) not null,
          primary key (user_id, lead_id)
        );
        -- Gone with the last who looks.
        create table calls_in_view (
          user_id uuid primary key references users on delete cascade,
          customer_id uuid references customers on delete cascade,
          content jsonb not null,
          told_at timestamptz(3) not null
        );
        create index calls_in_view_of_customer on calls_in_view (customer_id)
          where customer_id is not null;
      `)
      .execute(db);
  },
};
