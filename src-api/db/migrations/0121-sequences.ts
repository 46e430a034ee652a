/**
 * Sequences of campaigns: what a brand writes, how far each person is, and the letters for the mail
 * house. A step of a person is a row of its own with a key of its own: it is done once, whoever does it.
 */
import { type Kysely, sql } from 'kysely';

export const sequences = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table message_templates (
          id uuid primary key,
          brand_id text not null references brands,
          template jsonb not null,
          revision integer not null,
          created_at timestamptz(3) not null
        );

        create table mailings (
          id uuid primary key,
          campaign_id uuid not null references campaigns,
          template_id uuid not null references message_templates,
          day date not null,
          unique (campaign_id, template_id, day)
        );
        create table letters (
          id uuid primary key,
          mailing_id uuid not null references mailings,
          customer_id uuid not null references customers,
          subject text not null,
          body text not null,
          address_lines text[] not null,
          shortened boolean not null,
          written_at timestamptz(3) not null
        );
        create index letters_of_mailing on letters (mailing_id, id);
        create index letters_of_customer on letters (customer_id);

        create table sequence_progress (
          contact_id uuid primary key references campaign_contacts on delete cascade,
          -- Null: nothing until something happens to the contact.
          next_at timestamptz(3),
          call_from timestamptz(3)
        );
        create index sequence_progress_due on sequence_progress (next_at) where next_at is not null;

        create table sequence_steps (
          -- The contact; of a reminder the appointment.
          subject_id uuid not null,
          step_id text not null,
          campaign_id uuid not null references campaigns,
          customer_id uuid not null references customers,
          done_at timestamptz(3) not null,
          outcome text not null check (outcome in ('sent', 'skipped')),
          because text,
          interaction_id uuid,
          primary key (subject_id, step_id)
        );
        create index sequence_steps_of_customer on sequence_steps (customer_id);
        create index sequence_steps_of_campaign on sequence_steps (campaign_id);

        -- What the call came to, or a new promise: the sequence looks again.
        create function sequence_looks_again() returns trigger language plpgsql as $$
        begin
          update sequence_progress set next_at = least(now(), next_at) where contact_id = new.id;
          return null;
        end $$;
        create trigger campaign_contacts_sequence after update of state, over_because
          on campaign_contacts for each row
          when (old.state is distinct from new.state or old.over_because is distinct from new.over_because)
          execute function sequence_looks_again();

        -- Whether the steps before the call are done; a campaign without any calls at once.
        create function call_is_due(one_campaign uuid, one_contact uuid, at timestamptz)
        returns boolean language sql stable as $$
          select case when (
            select jsonb_array_length(coalesce(settings->'sequence'->'steps', '[]')) = 0
              or (settings->'sequence'->'steps'->0->>'kind' = 'call'
                and coalesce((settings->'sequence'->'steps'->0->>'afterDays')::int, 0) = 0)
            from campaigns where id = one_campaign)
          then true
          else exists (select from sequence_progress where contact_id = one_contact and call_from <= at)
          end
        $$;
      `)
      .execute(db);
  },
};
