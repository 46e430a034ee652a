/** Sign-in: refresh token families, failed attempts, and the audit log of who did and saw what. */
import { type Kysely, sql } from 'kysely';

export const sessions = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql`
      create table session_families (
        id uuid primary key,
        user_id uuid not null references users on delete cascade,
        device_id uuid not null,
        started_at timestamptz(3) not null,
        ended_at timestamptz(3),
        ended_because text check (ended_because in ('signed-out', 'reused'))
      );
      create index session_families_by_user on session_families (user_id);

      create table refresh_tokens (
        id uuid primary key,
        family_id uuid not null references session_families on delete cascade,
        -- Only the hash: whoever reads the database cannot sign in with it.
        token_hash bytea not null unique,
        issued_at timestamptz(3) not null,
        expires_at timestamptz(3) not null,
        replaced_at timestamptz(3),
        replaced_by uuid
      );
      create index refresh_tokens_by_family on refresh_tokens (family_id);

      create table sign_in_failures (
        -- Hash of login and address, so that the table holds no personal data.
        key bytea primary key,
        failures integer not null,
        window_ends_at timestamptz(3) not null
      );

      create table audit_log (
        id bigint generated always as identity primary key,
        at timestamptz(3) not null default now(),
        user_id uuid,
        action text not null,
        entity text not null,
        entity_id text,
        detail jsonb,
        correlation_id text not null
      );
      create index audit_log_by_entity on audit_log (entity, entity_id);
    `.execute(db);
  },
};
