/** How articles were used, and what was searched in vain. */

import type { HubTables } from '@api/db/tables.ts';
import type { ArticleCounts, MissingArticle } from '@shared/contracts/http/articles.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;
type Period = { readonly brandId: string; readonly from: string; readonly until: string };

/** From the beginning of one day to the end of the other, where the brand is. */
const inPeriod = (column: string, { from, until }: Period) => sql<boolean>`
  ${sql.ref(column)} >= (${from}::date)::timestamp at time zone 'Europe/Paris'
  and ${sql.ref(column)} < (${until}::date + 1)::timestamp at time zone 'Europe/Paris'`;

export const countPerArticle = async (
  db: Db,
  period: Period,
): Promise<ArticleCounts['articles']> => {
  const { brandId } = period;
  const { rows } = await sql<ArticleCounts['articles'][number]>`
    with used as (
      select article_id as id, kind, 'advisor' as place from article_notes
      where brand_id = ${brandId} and ${inPeriod('at', period)}
      union all
      select article_id, kind, 'open' from help_events
      where brand_id = ${brandId} and article_id is not null and ${inPeriod('at', period)}
      union all
      select (article->>'id')::uuid, 'sent', 'advisor' from interactions
      where brand_id = ${brandId} and article is not null and ${inPeriod('started_at', period)}
      union all
      select (carried->>'id')::uuid, 'sent', 'advisor'
      from interactions cross join jsonb_array_elements(message->'articles') carried
      where brand_id = ${brandId} and message is not null and ${inPeriod('started_at', period)}
    ), newest as (
      select distinct on (id) id, content->>'title' as title from articles
      where brand_id = ${brandId} order by id, version desc
    )
    select newest.id as "articleId", newest.title,
      count(*) filter (where kind = 'read') as read,
      count(*) filter (where kind = 'copied') as copied,
      count(*) filter (where kind = 'sent') as sent,
      count(*) filter (where kind = 'helped' and place = 'advisor') as helped,
      count(*) filter (where kind = 'not-helped' and place = 'advisor') as "notHelped",
      count(*) filter (where kind = 'shown') as "shownOpenly",
      count(*) filter (where kind = 'helped' and place = 'open') as "helpedOpenly",
      count(*) filter (where kind = 'not-helped' and place = 'open') as "notHelpedOpenly"
    from newest left join used on used.id = newest.id
    group by newest.id, newest.title order by count(used.kind) desc, newest.title
  `.execute(db);
  return rows;
};

type Counted = Omit<ArticleCounts['openPage'], 'deflectedMeans'>;

/** Each visit once in `deflected`: it said yes, and no wish to be in touch came after (KNOW-54). */
export const countOpenPage = async (db: Db, period: Period): Promise<Counted> => {
  const { rows } = await sql<Counted>`
    with told as (
      select * from help_events where brand_id = ${period.brandId} and ${inPeriod('at', period)}
    ), visits as (
      select visit, max(at) filter (where kind = 'helped') as helped_at,
        max(at) filter (where kind = 'contact') as contact_at
      from told group by visit
    )
    select (select count(*) from visits) as visits,
      count(*) filter (where kind = 'searched') as searches,
      count(*) filter (where kind = 'searched' and found = 0) as "searchesWithoutResult",
      count(*) filter (where kind = 'shown') as shown,
      count(*) filter (where kind = 'helped') as helped,
      count(*) filter (where kind = 'not-helped') as "notHelped",
      (select count(*) from visits where contact_at is not null) as "wishedContact",
      (select count(*) from visits where helped_at is not null
        and (contact_at is null or contact_at < helped_at)) as deflected
    from told
  `.execute(db);
  return (
    rows[0] ?? {
      visits: 0,
      searches: 0,
      searchesWithoutResult: 0,
      shown: 0,
      helped: 0,
      notHelped: 0,
      wishedContact: 0,
      deflected: 0,
    }
  );
};

/** What is not settled, most asked first. */
export const findMissing = async (
  db: Db,
  brandId: string,
  limit: number,
): Promise<MissingArticle[]> => {
  const { rows } = await sql<MissingArticle>`
    select key, language, (array_agg(words order by at desc))[1] as words, count(*) as times,
      count(*) filter (where origin = 'advisor') as "byAdvisors",
      count(*) filter (where origin = 'open-page') as "bySearchers",
      (array_agg(reason_code order by at desc) filter (where reason_code is not null))[1]
        as "reasonCode",
      max(at) as "lastAt"
    from missing_articles where brand_id = ${brandId} and settled_at is null
    group by language, key order by count(*) desc, max(at) desc limit ${limit}
  `.execute(db);
  return rows;
};

/** @returns how many reports are settled with it. */
export const settleMissing = async (
  db: Db,
  what: {
    readonly brandId: string;
    readonly language: 'fr' | 'en';
    readonly key: string;
    readonly articleId: string | null;
    readonly why: string;
  },
  by: { readonly userId: string; readonly at: string },
): Promise<number> => {
  const settled = await db
    .updateTable('missing_articles')
    .set({
      settled_at: by.at,
      settled_by: by.userId,
      article_id: what.articleId,
      why: what.why,
    })
    .where('brand_id', '=', what.brandId)
    .where('language', '=', what.language)
    .where('key', '=', what.key)
    .where('settled_at', 'is', null)
    .returning('id')
    .execute();
  return settled.length;
};
