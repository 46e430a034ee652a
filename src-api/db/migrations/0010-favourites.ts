/** What each advisor has starred; one taken out stays as such, so that an older star does not undo it. */
import { type Kysely, sql } from 'kysely';

export const favourites = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql`
      create table favourites (
        user_id uuid not null references users on delete cascade,
        kind text not null check (kind in ('person', 'queue', 'outside')),
        ref text not null,
        number text not null,
        name text,
        starred boolean not null,
        starred_at timestamptz(3) not null,
        changed_at timestamptz(3) not null,
        primary key (user_id, kind, ref)
      )
    `.execute(db);
  },
};
