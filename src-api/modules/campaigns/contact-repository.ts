/** Whom a campaign calls, who has them now, and what came of it. */
import type { HubTables } from '@api/db/tables.ts';
import type { CampaignContact } from '@shared/contracts/http/campaigns.ts';
import type { Attempt } from '@shared/domain/campaign/dial-result.ts';
import type { HourlyAttempts } from '@shared/domain/campaign/reach.ts';
import { type Kysely, sql } from 'kysely';
import { isHeld } from './contact-lease-repository.ts';

type Db = Kysely<HubTables>;

export type KeptContact = CampaignContact & {
  readonly since: string;
  readonly valueCents: number;
  readonly score: number;
};

export const shownContact = sql`
  one.id, one.campaign_id as "campaignId", one.customer_id as "customerId",
  coalesce(card.company_name, trim(card.first_name || ' ' || card.last_name)) as "customerName",
  card.commune, one.state, one.over_because as "overBecause", one.zone,
  array(select e164 from customer_phones where customer_id = one.customer_id order by position)
    as numbers,
  one.number_rank as "numberRank", one.attempts, one.promised_at as "promisedAt",
  one.promised_to as "promisedTo", one.expires_at as "expiresAt", one.not_before as "notBefore",
  one.leased_to as "leasedTo", one.leased_until as "leasedUntil",
  one.waiting_since as since, one.value_cents as "valueCents", one.score`;

export const findContacts = async (
  db: Db,
  campaignId: string,
  {
    state,
    limit,
  }: { readonly state?: CampaignContact['state'] | undefined; readonly limit: number },
): Promise<KeptContact[]> => {
  const { rows } = await sql<KeptContact>`
    select ${shownContact} from campaign_contacts one join customers card on card.id = one.customer_id
    where one.campaign_id = ${campaignId} and (${state ?? null}::text is null or one.state = ${state ?? null})
      and card.restricted_at is null
    order by one.added_at, one.id limit ${limit}`.execute(db);
  return rows;
};

/** What one advisor holds now, over all campaigns that run. */
export const findLeased = async (db: Db, userId: string, at: string): Promise<KeptContact[]> => {
  const { rows } = await sql<KeptContact>`
    select ${shownContact} from campaign_contacts one join customers card on card.id = one.customer_id
    join campaigns on campaigns.id = one.campaign_id and campaigns.status = 'running'
    where one.leased_to = ${userId} and one.leased_until > ${at} and one.state = 'waiting'
      and card.restricted_at is null
    order by one.promised_at nulls last, one.id`.execute(db);
  return rows;
};

type Looked = {
  readonly at: string;
  readonly dueBefore: string;
  readonly limit: number;
  readonly whom: keyof typeof whoms;
};

/** Whom a person promised a call, or a machine once left alone, a person calls. */
const whoms = {
  all: sql`true`,
  'by-hand': sql`(one.promised_at is not null or one.by_hand)`,
  'by-dialler': sql`(one.promised_at is null and not one.by_hand)`,
};

/**
 * Those who may come next, the promised ones first: not held by anybody in any campaign, and not yet
 * called in this one under another card that has become hers.
 */
export const findCandidates = async (
  db: Db,
  campaignId: string,
  userId: string | null,
  { at, dueBefore, limit, whom }: Looked,
): Promise<KeptContact[]> => {
  const { rows } = await sql<KeptContact>`
    select ${shownContact} from campaign_contacts one join customers card on card.id = one.customer_id
    where one.campaign_id = ${campaignId} and one.state = 'waiting'
      and card.restricted_at is null
      and (one.promised_at is null or (one.promised_at <= ${dueBefore}
        and (one.promised_to is null or one.promised_to = ${userId}
          or one.promised_at <= ${at}::timestamptz - interval '10 minutes')))
      and (one.promised_at is not null or one.not_before is null or one.not_before <= ${at})
      and (one.promised_at is not null
        or call_is_due(one.campaign_id, one.id, ${at}::timestamptz))
      and (one.expires_at is null or one.expires_at > ${at}) and ${whoms[whom]}
      and not exists (select from campaign_contacts held
        where held.customer_id = one.customer_id and ${isHeld(at)})
      and not exists (select from campaign_contacts twin
        where twin.campaign_id = one.campaign_id and twin.customer_id = one.customer_id
          and (twin.state = 'control' or (twin.id < one.id)))
    order by one.promised_at nulls last, one.expires_at nulls last,
      (one.value_cents + 1) * greatest(one.score, 0.001)
        * power(2, extract(epoch from ${at}::timestamptz - one.waiting_since) / 432000) desc, one.id
    limit ${limit}`.execute(db);
  return rows;
};

/** The contact of a campaign, whoever holds it; nobody else changes it until the transaction ends. */
export const lockContact = async (
  db: Db,
  campaignId: string,
  id: string,
): Promise<KeptContact | null> => {
  const { rows } = await sql<KeptContact>`
    select ${shownContact} from campaign_contacts one join customers card on card.id = one.customer_id
    where one.campaign_id = ${campaignId} and one.id = ${id} for update of one`.execute(db);
  return rows[0] ?? null;
};

/** The same by whom it is, or was before her card became another's. */
export const lockContactOf = async (
  db: Db,
  campaignId: string,
  customerId: string,
): Promise<KeptContact | null> => {
  const { rows } = await sql<KeptContact>`
    select ${shownContact} from campaign_contacts one join customers card on card.id = one.customer_id
    where one.campaign_id = ${campaignId} and one.customer_id = ${customerId}
    order by one.id limit 1 for update of one`.execute(db);
  return rows[0] ?? null;
};

export type ContactChange = {
  readonly state: CampaignContact['state'];
  readonly overBecause: string | null;
  readonly attempts: readonly Attempt[];
  readonly numberRank: number;
  readonly promisedAt: string | null;
  readonly promisedTo: string | null;
  readonly notBefore: string | null;
  readonly since: string;
};

/** Written after an attempt; whoever held it holds it no more. */
export const writeContact = async (db: Db, id: string, change: ContactChange): Promise<void> => {
  await db
    .updateTable('campaign_contacts')
    .set({
      state: change.state,
      over_because: change.overBecause,
      attempts: JSON.stringify(change.attempts),
      number_rank: change.numberRank,
      promised_at: change.promisedAt,
      promised_to: change.promisedTo,
      not_before: change.notBefore,
      waiting_since: change.since,
      leased_to: null,
      leased_until: null,
      until_heard: false,
    })
    .where('id', '=', id)
    .execute();
};

/** Not now by the law: until then, or never. */
export const putOff = async (
  db: Db,
  id: string,
  { until, because }: { readonly until: string | null; readonly because: string },
): Promise<void> => {
  await db
    .updateTable('campaign_contacts')
    .set(
      until === null
        ? { state: 'over', over_because: because, promised_at: null }
        : { not_before: until },
    )
    .where('id', '=', id)
    .execute();
};

/** The dialler calls her no more; who tries her next is a person. */
export const keepForPeople = async (db: Db, id: string): Promise<void> => {
  await db.updateTable('campaign_contacts').set({ by_hand: true }).where('id', '=', id).execute();
};

/** Nobody was there for her: a person calls her back, as if it had been promised. */
export const promiseByHand = async (db: Db, id: string, at: string): Promise<void> => {
  await db
    .updateTable('campaign_contacts')
    .set({
      state: 'waiting',
      over_because: null,
      by_hand: true,
      promised_at: at,
      promised_to: null,
      not_before: null,
    })
    .where('id', '=', id)
    .execute();
};

/** How often whom was reached, by the weekday and hour of her own clock. */
export const findHourly = async (db: Db, campaignId: string): Promise<HourlyAttempts[]> => {
  const { rows } = await sql<HourlyAttempts>`
    select weekday, hour, count(*)::int as attempts,
      count(*) filter (where result = 'reached')::int as reached
    from campaign_attempts where campaign_id = ${campaignId}
    group by 1, 2 order by 1, 2`.execute(db);
  return rows;
};
