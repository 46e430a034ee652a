/**
 * A state of its own for who is not to be disturbed. A call that was not put through to her is a call
 * to make like one that nobody took, and says why.
 */
import { type Kysely, sql } from 'kysely';

export const doNotDisturb = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        alter table advisor_states drop constraint advisor_states_state_check;
        alter table advisor_states add constraint advisor_states_state_check
          check (state in ('ready', 'busy', 'wrap-up', 'do-not-disturb', 'pause', 'offline'));

        create function name_not_put_through() returns trigger language plpgsql as $$
        begin
          update callbacks named
          set reason = 'do-not-disturb'
          from new_rows row
          where named.kind = 'missed' and named.status = 'open' and named.reason = ''
            and row.channel = 'phone' and row.outcome = 'missed'
            and row.call->>'failure' = 'do-not-disturb'
            and named.brand_id = row.brand_id and named.number = row.call->>'customerNumber'
            and named.due_at = row.started_at;
          return null;
        end $$;
        -- After interactions_missed: triggers of one event run in the order of their names.
        create trigger interactions_not_put_through after insert on interactions
          referencing new table as new_rows for each statement execute function name_not_put_through();
      `)
      .execute(db);
  },
};
