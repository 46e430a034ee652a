/** Who works when: contracts, agreements, days as drafts and as published, wishes, exchanges and absences. */
import { type Kysely, sql } from 'kysely';

const told = (table: string, teamOf: string): string => `
  create function tell_${table}() returns trigger language plpgsql as $$
  declare row record;
  begin
    row := coalesce(new, old);
    perform pg_notify('schedules', (${teamOf})::text);
    return null;
  end $$;
  create trigger ${table}_told after insert or update or delete on ${table}
    for each row execute function tell_${table}();`;

const teamOfUser = (column: string): string =>
  `select coalesce((select team_id::text from users where id = row.${column}), '')`;

export const schedules = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table staff_terms (
          user_id uuid primary key references users on delete cascade,
          weekly_minutes integer not null check (weekly_minutes between 0 and 2880),
          -- Known only of those under eighteen: the day on which it ends.
          adult_from date,
          availability jsonb,
          changed_at timestamptz(3) not null
        );
        create table work_settings (
          team_id uuid primary key references teams on delete cascade,
          settings jsonb not null,
          revision integer not null
        );
        create table schedule_weeks (
          team_id uuid not null references teams on delete cascade,
          week date not null check (extract(isodow from week) = 1),
          revision integer not null,
          -- What its lead sees is a draft that is not as it was published.
          has_draft boolean not null default false,
          published_at timestamptz(3),
          published_by uuid references users on delete set null,
          primary key (team_id, week)
        );
        create table schedule_days (
          user_id uuid not null references users on delete cascade,
          day date not null,
          stage text not null check (stage in ('draft', 'published')),
          team_id uuid not null references teams on delete cascade,
          pieces jsonb not null,
          primary key (user_id, day, stage)
        );
        create index schedule_days_of_team on schedule_days (team_id, day);
        create table staff_absences (
          id uuid primary key,
          user_id uuid not null references users on delete cascade,
          from_day date not null,
          to_day date not null check (to_day >= from_day)
        );
        create index staff_absences_of on staff_absences (user_id, to_day);
        create table shift_wishes (
          user_id uuid not null references users on delete cascade,
          day date not null,
          kind text not null check (kind in ('off', 'early', 'late')),
          made_at timestamptz(3) not null,
          primary key (user_id, day)
        );
        create table shift_swaps (
          id uuid primary key,
          asked_by uuid not null references users on delete cascade,
          asked_day date not null,
          colleague uuid not null references users on delete cascade,
          colleague_day date not null,
          status text not null check (status in
            ('asked', 'accepted', 'declined', 'withdrawn', 'approved', 'refused')),
          asked_at timestamptz(3) not null,
          changed_at timestamptz(3) not null
        );
        create index shift_swaps_by on shift_swaps (asked_by, asked_at desc);
        create index shift_swaps_with on shift_swaps (colleague, asked_at desc);
        ${told('schedule_weeks', 'select row.team_id')}
        ${told('shift_wishes', teamOfUser('user_id'))}
        ${told('shift_swaps', teamOfUser('asked_by'))}
        ${told('staff_absences', teamOfUser('user_id'))}
      `)
      .execute(db);
  },
};
