/** Grids, assessments of recorded calls, and what an advisor is to try next. */
import { type Kysely, sql } from 'kysely';

export const assessments = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table grids (
          id uuid not null,
          version int not null,
          brand_id text not null references brands on delete cascade,
          content jsonb not null,
          published_by uuid references users on delete set null,
          published_at timestamptz(3) not null,
          primary key (id, version)
        );
        create table assessments (
          id uuid primary key,
          recording_id uuid not null references recordings on delete cascade,
          kind text not null check (kind in ('assessment', 'calibration')),
          state text not null,
          grid_id uuid not null,
          grid_version int not null,
          evaluator_id uuid not null references users on delete cascade,
          marks jsonb not null,
          comments jsonb not null,
          reply text,
          score int,
          sent_at timestamptz(3),
          final_at timestamptz(3),
          -- A coaching plan: what to say, by when, and how it went.
          plan jsonb,
          unique (recording_id, kind, evaluator_id),
          foreign key (grid_id, grid_version) references grids (id, version)
        );
      `)
      .execute(db);
  },
};
