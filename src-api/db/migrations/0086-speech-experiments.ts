/** Experiments: versions of one speech that are said to shares of the customers, and what was planned before. */
import { type Kysely, sql } from 'kysely';

export const speechExperiments = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table script_experiments (
          id uuid primary key,
          script_id text not null,
          brand_id text not null references brands,
          name text not null,
          arms jsonb not null,
          from_at timestamptz(3) not null,
          until_at timestamptz(3),
          -- What counts as a success, and how many customers an arm needs before anything is said.
          outcome text not null check (outcome in ('reached', 'resolved')),
          planned_per_arm integer not null check (planned_per_arm >= 1),
          created_by uuid references users,
          created_at timestamptz(3) not null,
          stopped_by uuid references users,
          stopped_at timestamptz(3)
        );
        create index script_experiments_by_script on script_experiments (script_id, from_at desc);
        create trigger script_experiments_changed after insert or update or delete
          on script_experiments for each statement execute function log_reference();

        -- An approved version may be on trial: desktops hear at once when it is taken back.
        create or replace function log_script_versions() returns trigger language plpgsql as $$
        begin
          if tg_op = 'INSERT' then perform 1 from new_rows where status = 'published';
          elsif tg_op = 'DELETE' then perform 1 from old_rows where status = 'published';
          else perform 1 from new_rows n join old_rows o using (script_id, version)
            where 'published' in (n.status, o.status)
              or (o.status = 'approved' and n.status = 'withdrawn');
          end if;
          if found then
            insert into change_log (entity) values ('reference');
            perform pg_notify('hub_changed', '');
          end if;
          return null;
        end $$;
      `)
      .execute(db);
  },
};
