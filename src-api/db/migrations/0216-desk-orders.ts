/** What leads had desktops do: each kept, with who, why and what came of it. */
import { type Kysely, sql } from 'kysely';

export const deskOrders = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table desk_orders (
          id uuid primary key,
          user_id uuid not null references users on delete cascade,
          by_id uuid not null references users on delete cascade,
          content jsonb not null,
          at timestamptz(3) not null,
          outcome text not null default 'waits'
            check (outcome in ('waits', 'done', 'refused', 'without-desktop'))
        );
        create index desk_orders_open on desk_orders (user_id, at) where outcome = 'waits';
      `)
      .execute(db);
  },
};
