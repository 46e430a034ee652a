/**
 * Desktops: what each told last, the machines that say one id, orders to destroy a copy with their
 * confirmation, and the rules by which copies are kept.
 */
import { type Kysely, sql } from 'kysely';

export const devices = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table devices (
          id uuid primary key,
          user_id uuid not null references users on delete cascade,
          machine_name text not null,
          program text not null,
          platform text not null,
          protocol integer not null,
          customers integer not null,
          waiting integer not null,
          parked integer not null,
          locked boolean not null,
          clock_ahead_ms bigint not null,
          last_seen_at timestamptz(3) not null
        );
        create table device_machines (
          device_id uuid not null,
          machine text not null,
          machine_name text not null,
          last_seen_at timestamptz(3) not null,
          primary key (device_id, machine)
        );
        create table device_wipes (
          id uuid primary key,
          device_id uuid not null,
          reason text not null,
          ordered_by uuid references users on delete set null,
          ordered_at timestamptz(3) not null,
          done_at timestamptz(3),
          left_unsent integer,
          withdrawn_at timestamptz(3)
        );
        create unique index device_wipes_open on device_wipes (device_id)
          where done_at is null and withdrawn_at is null;
        create index device_wipes_by_device on device_wipes (device_id, ordered_at);
        create index session_families_by_device on session_families (device_id);
        alter table session_families
          drop constraint session_families_ended_because_check,
          add constraint session_families_ended_because_check
            check (ended_because in ('signed-out', 'reused', 'wiped'));

        create table desktop_rules (
          one boolean primary key default true check (one),
          customers_at_most integer not null,
          months_at_most integer not null,
          lock_after_minutes integer,
          expires_after_hours integer not null,
          changed_by uuid references users on delete set null,
          changed_at timestamptz(3),
          why text
        );
        insert into desktop_rules
          (customers_at_most, months_at_most, lock_after_minutes, expires_after_hours)
          values (100000, 24, 15, 168);
      `)
      .execute(db);
  },
};
