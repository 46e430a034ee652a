/** How callers were put into their queues, and why; for a day, and nothing of it names a caller. */
import { type Kysely, sql } from 'kysely';

export const arrivals = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table queue_arrivals (
          queue text not null,
          leg_id text not null,
          at timestamptz(3) not null,
          priority integer not null,
          why jsonb not null,
          -- Whom the call is offered to alone until that time, and the penalty that tells her apart.
          first_user uuid references users on delete cascade,
          first_penalty integer,
          first_until timestamptz(3),
          primary key (queue, leg_id)
        );
        create index queue_arrivals_by_time on queue_arrivals (at);
      `)
      .execute(db);
  },
};
