/**
 * Whoever was erased leaves digests under a key of this hub: an event of the time before that arrives
 * later is known for hers, and cannot be read back into a number or a name.
 */
import { type Kysely, sql } from 'kysely';

export const erasedPeople = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table erased_people (
          digest bytea primary key,
          at timestamptz(3) not null
        );
        create table erased_people_key (
          one boolean primary key default true check (one),
          key bytea not null
        );
        insert into erased_people_key (key) values
          (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

        create function erased_digest(words text) returns bytea language sql stable as $$
          select sha256(key || sha256(key || convert_to(words, 'UTF8'))) from erased_people_key
        $$;
      `)
      .execute(db);
  },
};
