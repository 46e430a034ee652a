/**
 * The life of a speech's version: who wrote it, read it, approved it, from when it is said, why it
 * was taken back; comments on its steps; texts that came too late for a draft. Desktops are told of
 * a version only when what they may say changes, not at each saving of a draft.
 */
import { type Kysely, sql } from 'kysely';

export const speechGovernance = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        alter table script_versions drop constraint script_versions_status_check;
        alter table script_versions add constraint script_versions_status_check
          check (status in ('draft', 'in-review', 'approved', 'published', 'withdrawn'));
        alter table script_versions
          add column revision integer not null default 1,
          add column writers uuid[] not null default '{}',
          add column saved_by uuid references users,
          add column saved_at timestamptz(3),
          add column submitted_by uuid references users,
          add column submitted_at timestamptz(3),
          add column approved_by uuid references users,
          add column approved_at timestamptz(3),
          add column valid_from timestamptz(3),
          add column withdrawn_by uuid references users,
          add column withdrawn_at timestamptz(3),
          add column reason text;
        update script_versions set valid_from = published_at, saved_by = created_by,
          saved_at = created_at,
          writers = case when created_by is null then '{}' else array[created_by] end;

        create table script_events (
          id uuid primary key,
          script_id text not null,
          version integer not null,
          deed text not null,
          by_id uuid references users,
          at timestamptz(3) not null,
          reason text,
          valid_from timestamptz(3),
          foreign key (script_id, version) references script_versions
        );
        create index script_events_by_version on script_events (script_id, version, at);

        create table script_asides (
          script_id text not null,
          version integer not null,
          by_id uuid not null references users,
          revision integer not null,
          at timestamptz(3) not null,
          content jsonb not null,
          primary key (script_id, version, by_id),
          foreign key (script_id, version) references script_versions
        );

        create table script_comments (
          id uuid primary key,
          script_id text not null,
          version integer not null,
          -- null: of the whole version
          step_id text,
          parent_id uuid references script_comments,
          by_id uuid not null references users,
          at timestamptz(3) not null,
          body text not null,
          resolved_by uuid references users,
          resolved_at timestamptz(3),
          foreign key (script_id, version) references script_versions
        );
        create index script_comments_by_version on script_comments (script_id, version, at);

        alter table teams add column outsourcer text;

        drop trigger script_versions_changed on script_versions;
        create function log_script_versions() returns trigger language plpgsql as $$
        begin
          if tg_op = 'INSERT' then perform 1 from new_rows where status = 'published';
          elsif tg_op = 'DELETE' then perform 1 from old_rows where status = 'published';
          else perform 1 from new_rows n join old_rows o using (script_id, version)
            where 'published' in (n.status, o.status);
          end if;
          if found then
            insert into change_log (entity) values ('reference');
            perform pg_notify('hub_changed', '');
          end if;
          return null;
        end $$;
        create trigger script_versions_inserted after insert on script_versions
          referencing new table as new_rows for each statement execute function log_script_versions();
        create trigger script_versions_updated after update on script_versions
          referencing new table as new_rows old table as old_rows
          for each statement execute function log_script_versions();
        create trigger script_versions_deleted after delete on script_versions
          referencing old table as old_rows for each statement execute function log_script_versions();
      `)
      .execute(db);
  },
};
