/** What advisors and their leads write to one another, and who has read it. */
import { type Kysely, sql } from 'kysely';

export const helpMessages = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table help_messages (
          id uuid primary key,
          from_id uuid not null references users on delete cascade,
          -- Whose talk with her leads it belongs to, or the team that it is for.
          advisor_id uuid references users on delete cascade,
          team_id uuid references teams on delete cascade,
          words text not null check (length(words) between 1 and 500),
          urgency text not null check (urgency in ('information', 'urgent')),
          call_id text,
          brand_id text,
          customer_id uuid references customers on delete cascade,
          at timestamptz(3) not null,
          check ((advisor_id is null) <> (team_id is null))
        );
        create index help_messages_of_advisor on help_messages (advisor_id, at);
        create index help_messages_of_team on help_messages (team_id, at);
        create index help_messages_by_time on help_messages (at);
        create index help_messages_of_customer on help_messages (customer_id)
          where customer_id is not null;
        create table help_message_reads (
          message_id uuid not null references help_messages on delete cascade,
          user_id uuid not null references users on delete cascade,
          at timestamptz(3) not null,
          primary key (message_id, user_id)
        );
      `)
      .execute(db);
  },
};
