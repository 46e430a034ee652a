/** How far each person is, taken one at a time by whichever instance comes first. */
import type { HubTables } from '@api/db/tables.ts';
import type { SequenceStanding } from '@shared/contracts/http/letters.ts';
import { type CampaignSettings, campaignSettingsSchema } from '@shared/domain/campaign/campaign.ts';
import type { Attempt } from '@shared/domain/campaign/dial-result.ts';
import type { Appointment } from '@shared/domain/diary/appointment.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

const atOnce = 1000;

/** People of running campaigns who are not in their sequence yet. */
export const enrol = async (db: Db, at: string): Promise<void> => {
  await sql`
    insert into sequence_progress (contact_id, next_at)
    select one.id, ${at}::timestamptz from campaigns campaign
    join campaign_contacts one on one.campaign_id = campaign.id
    where campaign.status = 'running' and one.state <> 'control'
      and (jsonb_array_length(coalesce(campaign.settings->'sequence'->'steps', '[]')) > 1
        or not call_is_due(campaign.id, one.id, ${at}::timestamptz))
      and not exists (select from sequence_progress known where known.contact_id = one.id)
    limit ${atOnce} on conflict do nothing`.execute(db);
};

export type Subject = {
  readonly contactId: string;
  readonly customerId: string;
  readonly campaignId: string;
  readonly settings: CampaignSettings;
  readonly state: 'waiting' | 'over' | 'control';
  readonly overBecause: string | null;
  readonly attempts: readonly Attempt[];
  readonly zone: string;
  readonly addedAt: string;
};

/** One who is due, held until the transaction ends; no other instance sees her meanwhile. */
export const takeSubject = async (db: Db, at: string): Promise<Subject | null> => {
  const { rows } = await sql<Subject>`
    select one.id as "contactId", one.customer_id as "customerId", one.campaign_id as "campaignId",
      campaign.settings, one.state, one.over_because as "overBecause", one.attempts, one.zone,
      one.added_at as "addedAt"
    from sequence_progress progress
    join campaign_contacts one on one.id = progress.contact_id
    join campaigns campaign on campaign.id = one.campaign_id
    where progress.next_at <= ${at} and campaign.status = 'running'
    order by progress.next_at limit 1 for update of progress skip locked`.execute(db);
  const [row] = rows;
  return row === undefined
    ? null
    : { ...row, settings: campaignSettingsSchema.parse(row.settings) };
};

export const doneSteps = async (db: Db, subjectId: string): Promise<Map<string, number>> => {
  const rows = await db
    .selectFrom('sequence_steps')
    .select(['step_id', 'done_at'])
    .where('subject_id', '=', subjectId)
    .execute();
  return new Map(rows.map(({ step_id, done_at }) => [step_id, Date.parse(done_at)]));
};

export const setNext = async (
  db: Db,
  contactId: string,
  change: { readonly nextAt: string | null; readonly callFrom?: string },
): Promise<void> => {
  const { nextAt, callFrom } = change;
  await db
    .updateTable('sequence_progress')
    .set({ next_at: nextAt, ...(callFrom === undefined ? {} : { call_from: callFrom }) })
    .where('contact_id', '=', contactId)
    .execute();
};

export type DoneStep = {
  readonly subjectId: string;
  readonly stepId: string;
  readonly campaignId: string;
  readonly customerId: string;
  readonly at: string;
  readonly because: string | null;
  readonly interactionId: string | null;
};

/** @returns false: it was done before. */
export const markDone = async (db: Db, done: DoneStep): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('sequence_steps')
    .values({
      subject_id: done.subjectId,
      step_id: done.stepId,
      campaign_id: done.campaignId,
      customer_id: done.customerId,
      done_at: done.at,
      outcome: done.because === null ? 'sent' : 'skipped',
      because: done.because,
      interaction_id: done.interactionId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
};

export type Visit = Pick<Appointment, 'id' | 'customerId' | 'startsAt' | 'place'> & {
  readonly campaignId: string;
  readonly settings: CampaignSettings;
  readonly stepId: string;
  readonly doneAs: string;
  readonly representative: { readonly name: string; readonly zone: string };
};

/** An appointment whose reminder may be due today; moved, it is reminded of anew. */
export const takeVisit = async (
  db: Db,
  at: string,
  but: readonly string[],
): Promise<Visit | null> => {
  const { rows } = await sql<Visit>`
    select one.id, one.customer_id as "customerId", one.starts_at as "startsAt", one.place,
      one.campaign_id as "campaignId", campaign.settings, step->>'id' as "stepId",
      (step->>'id') || '@' || extract(epoch from one.starts_at)::bigint as "doneAs",
      jsonb_build_object('name', who.settings->>'name',
        'zone', coalesce(who.settings->'hours'->>'zone', 'Europe/Paris')) as representative
    from appointments one
    join representatives who on who.id = one.representative_id
    join campaigns campaign on campaign.id = one.campaign_id and campaign.status = 'running'
    cross join jsonb_array_elements(campaign.settings->'sequence'->'steps') step
    where step->>'kind' = 'reminder' and one.status = 'booked' and one.starts_at > ${at}
      and one.starts_at <= ${at}::timestamptz
        + (coalesce((step->>'afterDays')::int, 0) + 1) * interval '1 day'
      and one.id <> all(${[...but]}::uuid[])
      and not exists (select from sequence_steps done where done.subject_id = one.id
        and done.step_id = (step->>'id') || '@' || extract(epoch from one.starts_at)::bigint)
    order by one.starts_at limit 1 for update of one skip locked`.execute(db);
  const [row] = rows;
  return row === undefined
    ? null
    : { ...row, settings: campaignSettingsSchema.parse(row.settings) };
};

export const endContact = async (db: Db, contactId: string, because: string): Promise<void> => {
  await db
    .updateTable('campaign_contacts')
    .set({ state: 'over', over_because: because, promised_at: null })
    .where('id', '=', contactId)
    .where('state', '=', 'waiting')
    .execute();
};

export const countSteps = async (db: Db, campaignId: string): Promise<SequenceStanding> => {
  const { rows: steps } = await sql<SequenceStanding['steps'][number]>`
    select split_part(step_id, '@', 1) as "stepId",
      count(*) filter (where outcome = 'sent')::int as sent,
      count(*) filter (where outcome = 'skipped')::int as skipped
    from sequence_steps where campaign_id = ${campaignId} group by 1 order by 1`.execute(db);
  const { rows: skipped } = await sql<SequenceStanding['skipped'][number]>`
    select because, count(*)::int as count from sequence_steps
    where campaign_id = ${campaignId} and because is not null group by 1 order by 2 desc, 1`.execute(
    db,
  );
  const { rows: waiting } = await sql<{ count: number }>`
    select count(*)::int as count from campaign_contacts one
    where campaign_id = ${campaignId} and state = 'waiting'
      and not call_is_due(campaign_id, id, now())`.execute(db);
  return { steps, skipped, beforeCall: waiting[0]?.count ?? 0 };
};
