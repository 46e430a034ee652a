/** What has happened to people that a running campaign calls them for. */
import type { HubTables } from '@api/db/tables.ts';
import type { EventSource } from '@shared/domain/campaign/events.ts';
import { type Kysely, type RawBuilder, sql } from 'kysely';

type Db = Kysely<HubTables>;

export type Happening = {
  readonly origin: string;
  readonly customerId: string;
  readonly at: string;
  /** After it a call makes no sense; null: it has no end of its own. */
  readonly until: string | null;
  readonly valueCents: number;
  /** It was promised to her: it comes before everything else. */
  readonly promised: boolean;
};

const row = (
  origin: RawBuilder<unknown>,
  [customer, at, until]: readonly [RawBuilder<unknown>, RawBuilder<unknown>, RawBuilder<unknown>],
  [value, promised]: readonly [RawBuilder<unknown>, RawBuilder<unknown>],
) => sql`${origin} as origin, ${customer} as "customerId", ${at} as at,
  ${until} as until, greatest(${value}, 0)::int as "valueCents", ${promised} as promised`;
const none = sql`null::timestamptz`;
const no = sql`false`;

const from = (source: EventSource, brandId: string, now: string): RawBuilder<unknown> => {
  const at = sql`${now}::timestamptz`;
  const today = sql`(${at} at time zone 'Europe/Paris')::date`;
  switch (source.kind) {
    case 'cart':
      return sql`select ${row(sql`'cart:' || one.id`, [sql`one.customer_id`, sql`one.broken_off_at`, sql`one.expires_at`], [sql`one.amount_cents`, no])}
        from carts one left join callbacks made on made.id = one.callback_id
        where one.brand_id = ${brandId} and one.customer_id is not null and one.bought_at is null
          and one.bought_told_at is null and one.expires_at > ${at}
          and one.amount_cents >= ${source.minAmountCents}
          and (made.status is null or made.status <> 'done')`;
    case 'new-customer':
      return sql`select ${row(sql`'new:' || one.customer_id`, [sql`one.customer_id`, sql`one.since::timestamptz`, none], [sql`one.value_12_months_cents`, no])}
        from customer_relations one
        where one.brand_id = ${brandId} and one.since <= ${today} - ${source.afterDays}::int
          and one.since > ${today} - ${source.afterDays}::int - 7`;
    case 'vip-waiting':
      return sql`select ${row(sql`'vip:' || one.interaction_id`, [sql`one.customer_id`, sql`one.opened_at`, none], [sql`0`, sql`true`])}
        from deadlines one
        where one.brand_id = ${brandId} and one.vip
          and one.due_at <= ${at} + make_interval(mins => ${source.withinMinutes}::int)`;
    case 'contract-ending':
      return sql`select ${row(sql`'contract:' || one.id || ':' || one.until`, [sql`one.customer_id`, at, sql`one.until::timestamp at time zone 'Europe/Paris'`], [sql`0`, no])}
        from customer_contracts one
        where one.brand_id = ${brandId} and one.until > ${today}
          and one.until <= ${today} + ${source.withinDays}::int`;
    case 'abandoned-call':
      return sql`select ${row(sql`'call:' || one.id`, [sql`one.customer_id`, sql`one.created_at`, sql`one.created_at + make_interval(secs => ${source.withinHours * 3600}::float8)`], [sql`0`, no])}
        from callbacks one
        where one.brand_id = ${brandId} and one.kind in ('missed', 'abandoned')
          and one.status = 'open' and one.customer_id is not null
          and one.created_at > ${at} - make_interval(secs => ${source.withinHours * 3600}::float8)`;
  }
};

type Asked = { readonly campaignId: string; readonly brandId: string; readonly now: string };

/** What holds now and has made nobody a contact yet: what nobody has looked at comes first. */
export const findHappenings = async (
  db: Db,
  source: EventSource,
  { campaignId, brandId, now }: Asked,
  limit: number,
): Promise<Happening[]> => {
  const { rows } = await sql<Happening>`
    select happened.* from (${from(source, brandId, now)}) happened
    join customers card on card.id = happened."customerId" and card.restricted_at is null
    left join campaign_events known
      on known.campaign_id = ${campaignId} and known.origin = happened.origin
    where known.origin is null or known.because is not null
    order by known.at nulls first, happened.promised desc, happened.at, happened.origin
    limit ${limit}`.execute(db);
  return rows;
};

/** What others may end, and how its origin begins. */
const ending: { readonly [kind in EventSource['kind']]?: string } = {
  cart: 'cart:',
  'vip-waiting': 'vip:',
  'abandoned-call': 'call:',
};

/** Ends what holds no more: bought, reached, called back; who is held by somebody is left to her. */
export const endHappenings = async (
  db: Db,
  sources: readonly EventSource[],
  { campaignId, brandId, now }: Asked,
): Promise<void> => {
  for (const source of sources) {
    const start = ending[source.kind];
    if (start === undefined) continue;
    await sql`
      update campaign_contacts one set state = 'over', over_because = 'event-over', promised_at = null
      where one.campaign_id = ${campaignId} and one.state = 'waiting'
        and starts_with(one.origin, ${start})
        and (one.leased_until is null or one.leased_until <= ${now}::timestamptz)
        and one.origin not in (select origin from (${from(source, brandId, now)}) happened)`.execute(
      db,
    );
  }
};

export type Followed = {
  readonly origin: string;
  readonly kind: EventSource['kind'];
  readonly customerId: string;
  readonly because: string | null;
  readonly article: string | null;
  readonly isControl: boolean;
};

export const keepEvents = async (
  db: Db,
  campaignId: string,
  followed: readonly Followed[],
  at: string,
): Promise<void> => {
  if (followed.length === 0) return;
  const rows = followed.map((one) => ({
    campaign_id: campaignId,
    origin: one.origin,
    kind: one.kind,
    customer_id: one.customerId,
    because: one.because,
    article: one.article,
    is_control: one.isControl,
    at,
  }));
  await db
    .insertInto('campaign_events')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['campaign_id', 'origin']).doUpdateSet((given) => ({
        because: given.ref('excluded.because'),
        article: given.ref('excluded.article'),
        is_control: given.ref('excluded.is_control'),
        at: given.ref('excluded.at'),
      })),
    )
    .execute();
};

export type CountedEvents = Pick<Followed, 'kind' | 'because' | 'article' | 'isControl'> & {
  readonly count: number;
};

export const countEvents = async (db: Db, campaignId: string): Promise<CountedEvents[]> => {
  const { rows } = await sql<CountedEvents>`
    select kind, because, article, is_control as "isControl", count(*)::int as count
    from campaign_events where campaign_id = ${campaignId}
    group by 1, 2, 3, 4 order by 1, 2`.execute(db);
  return rows;
};
