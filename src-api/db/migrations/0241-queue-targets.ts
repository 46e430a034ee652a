/** What a queue is to achieve is decided by people: one decision after another, and more than one target. */
import { type Kysely, sql } from 'kysely';

export const queueTargets = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        alter table queue_targets
          add column answered_share integer check (answered_share between 1 and 100),
          add column wait_s integer check (wait_s between 5 and 3600),
          add column version integer not null default 1;
      `)
      .execute(db);
  },
};
