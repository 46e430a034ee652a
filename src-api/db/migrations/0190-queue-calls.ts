/** What became of each call in a queue of the switch; nothing in it names a caller. */
import { type Kysely, sql } from 'kysely';

export const queueCallsTables = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        -- As it was told, by the switch or by its log; the calls are folded from it anew.
        create table queue_facts (
          queue text not null,
          leg_id text not null,
          kind text not null check (kind in ('joined', 'taken', 'left', 'ended')),
          at timestamptz(0) not null,
          fact jsonb not null,
          primary key (queue, leg_id, kind, at)
        );
        create index queue_facts_by_time on queue_facts (at);
        create table queue_calls (
          queue text not null,
          leg_id text not null,
          joined_at timestamptz(0) not null,
          outcome text not null,
          waited_s integer,
          talked_s integer,
          primary key (queue, leg_id, joined_at)
        );
        create index queue_calls_by_time on queue_calls (joined_at);
        create table queue_targets (
          queue text primary key,
          target_s integer not null check (target_s between 1 and 3600),
          short_s integer not null check (short_s between 0 and 600)
        );
        -- When a hub heard the switch.
        create table queue_heard (
          id uuid primary key,
          heard_from timestamptz(3) not null,
          heard_until timestamptz(3) not null
        );
        -- How far its log has been read, and since when it says all.
        create table queue_log_read (
          path text primary key,
          bytes bigint not null,
          read_from timestamptz(3) not null,
          read_until timestamptz(3) not null
        );
      `)
      .execute(db);
  },
};
