/**
 * A call of the training line is kept apart from the real history, by whichever way it comes in: in
 * a trigger and not in a service, for interactions come in by three ways. Forgotten after a year.
 */
import { type Kysely, sql } from 'kysely';

export const practiceCalls = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table practice_calls (like interactions including defaults);
        alter table practice_calls add primary key (id);
        alter table practice_calls add foreign key (customer_id)
          references customers on delete cascade;

        create function keep_practice_apart() returns trigger language plpgsql as $$
        begin
          insert into practice_calls values (new.*) on conflict do nothing;
          return null;
        end $$;
        create trigger interactions_practice before insert on interactions
          for each row when (new.call->>'training' = 'true')
          execute function keep_practice_apart();

        with moved as (
          delete from interactions where call->>'training' = 'true' returning *
        ) insert into practice_calls select * from moved;
      `)
      .execute(db);
  },
};
