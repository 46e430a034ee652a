/** Recordings of calls: what may be recorded, what is, who heard it, and the proof that it is gone. */
import { type Kysely, sql } from 'kysely';

export const recordings = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table recording_rules (
          brand_id text primary key references brands on delete cascade,
          rules jsonb not null,
          changed_by uuid references users on delete set null,
          changed_at timestamptz(3) not null,
          why text not null
        );
        -- By which the sample of a month is drawn; sealed.
        create table recording_keys (
          month text primary key,
          sealed bytea not null,
          fingerprint text not null
        );
        create table recording_draws (
          interaction_id uuid primary key,
          advisor_id uuid not null references users on delete cascade,
          brand_id text not null references brands on delete cascade,
          month text not null,
          at timestamptz(3) not null,
          unit double precision not null,
          chance double precision not null,
          per_month int not null,
          drawn int not null,
          expected_rest int not null
        );
        create index recording_draws_by_month on recording_draws (month, at);

        create table recordings (
          id uuid primary key,
          brand_id text not null references brands on delete cascade,
          advisor_id uuid not null references users on delete cascade,
          customer_id uuid references customers on delete set null,
          purpose text not null check (purpose in ('evaluation', 'contract', 'complaint')),
          state text not null,
          causes text[] not null default '{}',
          begun boolean not null default false,
          -- The customer's leg at the switch.
          leg text not null,
          decided_at timestamptz(3) not null,
          announced_at timestamptz(3),
          begun_at timestamptz(3),
          ended_at timestamptz(3),
          -- Milliseconds from the first sound on.
          pauses jsonb not null default '[]',
          duration_ms int,
          bytes int,
          -- Of the sealed file; without it the file is noise.
          key bytea,
          peaks jsonb,
          sound_until timestamptz(3),
          analysis_until timestamptz(3)
        );
        create index recordings_live on recordings (leg)
          where state in ('announcing', 'recording', 'paused', 'ended');
        create index recordings_by_advisor on recordings (advisor_id, decided_at);
        create index recordings_of_customer on recordings (customer_id);
        -- A call that was handed over is several exchanges.
        create table recording_parts (
          recording_id uuid not null references recordings on delete cascade,
          interaction_id uuid not null,
          since timestamptz(3) not null,
          primary key (recording_id, interaction_id)
        );
        create index recording_parts_of_interaction on recording_parts (interaction_id);
        create table recording_objections (
          id uuid primary key,
          customer_id uuid not null references customers on delete cascade,
          said_to uuid references users on delete set null,
          at timestamptz(3) not null
        );
        create index recording_objections_of_customer on recording_objections (customer_id);

        create table recording_listenings (
          id uuid primary key,
          recording_id uuid not null references recordings on delete cascade,
          user_id uuid not null references users on delete cascade,
          reason text not null,
          at timestamptz(3) not null,
          until timestamptz(3) not null
        );
        create index recording_listenings_of on recording_listenings (recording_id);

        -- Files that are to be deleted, then the proof that they were: a chain.
        create table recording_removals (
          recording_id uuid primary key,
          purpose text not null,
          why text not null check (why in ('retention', 'objection', 'erasure')),
          at timestamptz(3) not null
        );
        create table recording_purges (
          seq int generated always as identity primary key,
          recording_id uuid not null,
          purpose text not null,
          what text not null check (what in ('sound', 'analysis')),
          why text not null,
          at timestamptz(3) not null,
          fingerprint text,
          former_digest text not null,
          digest text not null
        );
        -- An erasure deletes the row and with it the key: its file is noise from then on, and goes next.
        create function remove_recording() returns trigger language plpgsql as $$
        begin
          if old.state in ('recording', 'paused', 'ended', 'stored') then
            insert into recording_removals (recording_id, purpose, why, at)
            values (old.id, old.purpose, 'erasure', now()) on conflict do nothing;
          end if;
          return null;
        end $$;
        create trigger recordings_removed after delete on recordings
          for each row execute function remove_recording();
      `)
      .execute(db);
  },
};
