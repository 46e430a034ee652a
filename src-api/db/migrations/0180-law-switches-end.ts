/** A rule of law is switched off until a day that is said, and a decision names what was set aside for it. */
import { type Kysely, sql } from 'kysely';

export const lawSwitchesEnd = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        -- Null: from before an end was asked for.
        alter table law_switches add column until timestamptz(3);
        -- Rules that were switched off and would have refused it.
        alter table dial_decisions add column waived text[] not null default '{}';
      `)
      .execute(db);
  },
};
