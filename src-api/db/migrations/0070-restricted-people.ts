/** Those whose data is restricted are few and looked for by each import; and bytes that may be JSON. */
import { type Kysely, sql } from 'kysely';

export const restrictedPeople = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create index customers_restricted on customers (id) where restricted_at is not null;

        -- Null for what is none: events that wait in quarantine may be anything.
        create function json_of(bytes bytea) returns jsonb language plpgsql immutable as $$
        begin
          return convert_from(bytes, 'UTF8')::jsonb;
        exception when others then
          return null;
        end $$;

        -- Words as they are compared: no accents, no case, no hyphens or apostrophes.
        create function plain_words(words text) returns text language sql immutable as $$
          select trim(regexp_replace(lower(regexp_replace(normalize(coalesce(words, ''), NFKD),
            '[\\u0300-\\u036f]', '', 'g')), '[^[:alnum:]]+', ' ', 'g'))
        $$;
      `)
      .execute(db);
  },
};
