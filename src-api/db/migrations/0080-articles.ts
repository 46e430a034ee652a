/**
 * What a brand knows. A change of what is published raises its brands' stamp in the same transaction and
 * is announced as every change is; desktops then compare what they hold with the list.
 */
import { type Kysely, sql } from 'kysely';

const announce = (rows: string) => `
  insert into article_stamps (brand_id, stamp)
    select distinct one.brand_id, 1 from ${rows} one where one.state in ('published', 'withdrawn')
    on conflict (brand_id) do update set stamp = article_stamps.stamp + 1;
  if found then
    insert into change_log (entity, brand_ids)
      select 'article', array_agg(distinct one.brand_id) from ${rows} one;
    perform pg_notify('hub_changed', '');
  end if;`;

export const articles = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(`
        create table articles (
          id uuid not null,
          version integer not null check (version > 0),
          brand_id text not null references brands on delete cascade,
          state text not null check (state in ('draft', 'in-review', 'published', 'withdrawn')),
          content jsonb not null,
          author_id uuid references users on delete set null,
          created_at timestamptz(3) not null,
          approver_id uuid references users on delete set null,
          approved_at timestamptz(3),
          reviewed_at timestamptz(3),
          remark text,
          revision integer not null default 1,
          primary key (id, version)
        );
        create index articles_by_brand on articles (brand_id, state);
        -- One version is written at a time.
        create unique index articles_in_work on articles (id)
          where state in ('draft', 'in-review');

        create table article_stamps (
          brand_id text primary key references brands on delete cascade,
          stamp bigint not null
        );

        create function announce_articles() returns trigger language plpgsql as $$
        begin
          if tg_op = 'DELETE' then return null; end if;
          ${announce('new_rows')}
          return null;
        end $$;
        create trigger articles_inserted after insert on articles
          referencing new table as new_rows for each statement execute function announce_articles();
        create trigger articles_updated after update on articles
          referencing new table as new_rows for each statement execute function announce_articles();

        create table article_notes (
          id uuid primary key,
          article_id uuid not null,
          version integer not null,
          brand_id text not null references brands on delete cascade,
          kind text not null check (kind in ('read', 'copied', 'helped', 'not-helped')),
          by_id uuid references users on delete set null,
          at timestamptz(3) not null
        );
        create index article_notes_by_brand on article_notes (brand_id, at);

        create table missing_articles (
          id uuid primary key,
          brand_id text not null references brands on delete cascade,
          language text not null,
          key text not null,
          words text not null,
          origin text not null check (origin in ('advisor', 'open-page')),
          reason_code text,
          by_id uuid references users on delete set null,
          at timestamptz(3) not null,
          settled_at timestamptz(3),
          settled_by uuid references users on delete set null,
          article_id uuid,
          why text
        );
        create index missing_articles_open on missing_articles (brand_id, language, key)
          where settled_at is null;

        -- A visit is a number that its pages carry on; nothing of the visitor is kept.
        create table help_events (
          id uuid primary key,
          brand_id text not null references brands on delete cascade,
          visit uuid not null,
          kind text not null
            check (kind in ('searched', 'shown', 'helped', 'not-helped', 'contact')),
          article_id uuid,
          found integer,
          language text not null,
          at timestamptz(3) not null
        );
        create index help_events_by_brand on help_events (brand_id, at);

        alter table interactions add column article jsonb;
        create index interactions_with_article on interactions (brand_id, started_at)
          where article is not null;
        alter table practice_calls add column article jsonb;
      `)
      .execute(db);
  },
};
