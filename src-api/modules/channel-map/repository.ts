/** The channel map: kept by customer, read over all. */
import type { HubTables } from '@api/db/tables.ts';
import type { ChannelMap } from '@shared/contracts/http/channel-map.ts';
import type { Channel } from '@shared/domain/interaction/channel.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

export type ChannelRow = {
  readonly customerId: string;
  readonly brandId: string;
  readonly kind: ChannelMap['classes'][number]['kind'];
  readonly scores: Readonly<Record<string, number>>;
  readonly yearDeltas: Readonly<Record<string, number>>;
  readonly contacts: number;
  readonly firstAt: string;
  readonly lastAt: string;
};
export type BreakRow = {
  readonly fromId: string;
  readonly customerId: string;
  readonly brandId: string;
  readonly from: Channel;
  readonly to: Channel | null;
  readonly at: string;
  readonly afterMs: number | null;
};

/** In the place of all that was kept of these customers. */
export const replaceChannels = async (
  tx: Db,
  customerIds: readonly string[],
  channels: readonly ChannelRow[],
  breaks: readonly BreakRow[],
): Promise<void> => {
  const ids = [...customerIds];
  await sql`delete from customer_channels where customer_id = any(${ids})`.execute(tx);
  await sql`delete from channel_breaks where customer_id = any(${ids})`.execute(tx);
  await sql`
    insert into customer_channels select * from jsonb_to_recordset(${JSON.stringify(
      channels.map((one) => ({
        customer_id: one.customerId,
        brand_id: one.brandId,
        class: one.kind,
        scores: one.scores,
        year_deltas: one.yearDeltas,
        contacts: one.contacts,
        first_at: one.firstAt,
        last_at: one.lastAt,
      })),
    )}::jsonb) as row(customer_id uuid, brand_id text, class text, scores jsonb,
      year_deltas jsonb, contacts integer, first_at timestamptz, last_at timestamptz)`.execute(tx);
  await sql`
    insert into channel_breaks select * from jsonb_to_recordset(${JSON.stringify(
      breaks.map((one) => ({
        from_id: one.fromId,
        customer_id: one.customerId,
        brand_id: one.brandId,
        from_channel: one.from,
        to_channel: one.to,
        at: one.at,
        after_ms: one.afterMs,
      })),
    )}::jsonb) as row(from_id uuid, customer_id uuid, brand_id text, from_channel text,
      to_channel text, at timestamptz, after_ms bigint)
    on conflict do nothing`.execute(tx);
};

export type MapQuery = {
  readonly brandIds: readonly string[];
  readonly from: string;
  readonly to: string;
};

export const countContacts = async (db: Db, { brandIds, from, to }: MapQuery): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from interactions
    where brand_id = any(${[...brandIds]}) and started_at >= ${from} and started_at < ${to}`.execute(
    db,
  );
  return Number(rows[0]?.count ?? 0);
};

export const readFlows = async (
  db: Db,
  { brandIds, from, to }: MapQuery,
): Promise<ChannelMap['flows']> => {
  const { rows } = await sql<ChannelMap['flows'][number]>`
    select from_channel as "from", to_channel as "to", count(*) as count,
      percentile_cont(0.5) within group (order by after_ms) as "medianMs"
    from channel_breaks
    where brand_id = any(${[...brandIds]}) and at >= ${from} and at < ${to}
    group by 1, 2 order by 3 desc, 1, 2`.execute(db);
  return rows;
};

const wantsFrom = 40;

export const readWants = async (
  db: Db,
  { brandIds }: MapQuery,
): Promise<{ customers: number; wants: ChannelMap['wants'] }> => {
  const brands = [...brandIds];
  const { rows } = await sql<ChannelMap['wants'][number]>`
    select liked.channel, count(*) filter (where liked.score >= ${wantsFrom}) as want,
      count(*) filter (where liked.score >= ${wantsFrom} and (
        liked.channel not in ('phone', 'email', 'sms', 'post')
        or consent.status in ('given', 'limited'))) as allowed,
      round(avg(liked.delta), 1)::float8 as "yearDelta"
    from (
      select own.customer_id, own.brand_id, one.key as channel, one.value::numeric as score,
        (own.year_deltas->>one.key)::numeric as delta
      from customer_channels own, jsonb_each_text(own.scores) one
      where own.brand_id = any(${brands})
    ) liked
    left join lateral (
      select status from consents
      where consents.customer_id = liked.customer_id and consents.brand_id = liked.brand_id
        and consents.channel = liked.channel and (until is null or until > now())
      order by given_at desc limit 1
    ) consent on true
    group by 1 order by 2 desc, 1`.execute(db);
  const { rows: totals } = await sql<{ count: number }>`
    select count(distinct customer_id) as count from customer_channels
    where brand_id = any(${brands})`.execute(db);
  return { customers: Number(totals[0]?.count ?? 0), wants: rows };
};

export const readClasses = async (
  db: Db,
  { brandIds, from, to }: MapQuery,
): Promise<ChannelMap['classes']> => {
  const { rows } = await sql<ChannelMap['classes'][number]>`
    with own as (
      select channels.*, coalesce(relation.value_12_months_cents, 0) as value
      from customer_channels channels
      left join customer_relations relation on relation.customer_id = channels.customer_id
        and relation.brand_id = channels.brand_id
      where channels.brand_id = any(${[...brandIds]})
    ), broken as (
      select customer_id, brand_id, count(*) as breaks from channel_breaks
      where at >= ${from} and at < ${to} group by 1, 2
    ), met as (
      select customer_id, brand_id, count(*) as contacts from interactions
      where started_at >= ${from} and started_at < ${to} and customer_id is not null group by 1, 2
    )
    select own.class as kind, count(*) as customers, avg(own.value)::float8 as "valueCents",
      (avg(case when own.first_at < now() - interval '1 year'
        then (own.last_at > now() - interval '1 year')::int end))::float8 as staying,
      (100.0 * sum(broken.breaks) / nullif(sum(met.contacts), 0))::float8 as "breaksPer100"
    from own
    left join broken using (customer_id, brand_id)
    left join met using (customer_id, brand_id)
    group by 1 order by 2 desc, 1`.execute(db);
  return rows;
};
