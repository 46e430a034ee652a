/**
 * What the dialler did is told by more than its counts: when a campaign's limit on abandoned calls was
 * reached, which holds for that day whatever the rate is afterwards, and by what the switch told a person
 * from a machine.
 */
import { type Kysely, sql } from 'kysely';

export const diallerEvidence = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        alter table campaign_diallers add column limit_reached_at timestamptz(3);
        alter table dialled_calls
          add column heard_as text check (heard_as in ('person', 'machine', 'unsure')),
          -- In the detector's own words.
          add column heard_because text;
      `)
      .execute(db);
  },
};
