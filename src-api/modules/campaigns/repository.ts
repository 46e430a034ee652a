/** Campaigns as they are kept. */
import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { CampaignView } from '@shared/contracts/http/campaigns.ts';
import type { Campaign, CampaignSettings } from '@shared/domain/campaign/campaign.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

const columns = [
  'id',
  'status',
  'revision',
  'created_by as createdBy',
  'created_at as createdAt',
  'settings',
] as const;

export const findCampaigns = (
  db: Db,
  scope: readonly string[],
  status: Campaign['status'] | undefined,
): Promise<Campaign[]> => {
  const all = db
    .selectFrom('campaigns')
    .select(columns)
    .where(isOneOf('brand_id', scope))
    .orderBy('created_at', 'desc')
    .orderBy('id');
  return (status === undefined ? all : all.where('status', '=', status)).execute();
};

/** Those that the hub dials itself now, of all brands, and those with calls that are not settled yet. */
export const findDialledCampaigns = (db: Db): Promise<Campaign[]> =>
  db
    .selectFrom('campaigns')
    .select(columns)
    .where(
      sql<boolean>`((status = 'running'
          and settings->'dialling'->>'mode' in ('progressive', 'power', 'predictive'))
        or exists (select from dialled_calls one
          where one.campaign_id = campaigns.id and not one.settled))`,
    )
    .orderBy('id')
    .execute();

const oneOf = (db: Db, id: string, scope: readonly string[]) =>
  db.selectFrom('campaigns').select(columns).where('id', '=', id).where(isOneOf('brand_id', scope));

/** Null: there is none of these brands. */
export const findCampaign = async (
  db: Db,
  id: string,
  scope: readonly string[],
): Promise<Campaign | null> => (await oneOf(db, id, scope).executeTakeFirst()) ?? null;

/** The same, and nobody else changes it until the transaction ends. */
export const lockCampaign = async (
  db: Db,
  id: string,
  scope: readonly string[],
): Promise<Campaign | null> => (await oneOf(db, id, scope).forUpdate().executeTakeFirst()) ?? null;

/** Those that run and follow events. */
export const findRunningIds = async (db: Db): Promise<string[]> => {
  const rows = await db
    .selectFrom('campaigns')
    .select('id')
    .where('status', '=', 'running')
    .where(sql<boolean>`jsonb_array_length(coalesce(settings->'events', '[]')) > 0`)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
};

/** Whoever's it is, for the work that the hub does by itself; nobody else changes it meanwhile. */
export const findCampaignToList = async (db: Db, id: string): Promise<Campaign | null> =>
  (await db
    .selectFrom('campaigns')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()) ?? null;

export const insertCampaign = async (db: Db, campaign: Campaign): Promise<void> => {
  await db
    .insertInto('campaigns')
    .values({
      id: campaign.id,
      brand_id: campaign.settings.brandId,
      status: campaign.status,
      revision: campaign.revision,
      settings: JSON.stringify(campaign.settings),
      created_by: campaign.createdBy,
      created_at: campaign.createdAt,
    })
    .execute();
};

export const updateCampaign = async (
  db: Db,
  id: string,
  change: { readonly settings?: CampaignSettings; readonly status?: Campaign['status'] },
): Promise<void> => {
  const { settings, status } = change;
  await db
    .updateTable('campaigns')
    .set((row) => ({ revision: row('revision', '+', 1) }))
    .$if(settings !== undefined, (query) => query.set({ settings: JSON.stringify(settings) }))
    .$if(status !== undefined, (query) => query.set({ status: status as Campaign['status'] }))
    .where('id', '=', id)
    .execute();
};

const nothing: CampaignView['counts'] = {
  waiting: 0,
  over: 0,
  control: 0,
  attempts: 0,
  reached: 0,
  successes: 0,
};

/** By campaign; those without contacts are all zeros. */
export const countContacts = async (
  db: Db,
  ids: readonly string[],
): Promise<(id: string) => CampaignView['counts']> => {
  const { rows } = await sql<CampaignView['counts'] & { id: string }>`
    select campaign_id as id,
      count(*) filter (where state = 'waiting')::int as waiting,
      count(*) filter (where state = 'over')::int as over,
      count(*) filter (where state = 'control')::int as control,
      coalesce(sum(jsonb_array_length(attempts)), 0)::int as attempts,
      count(*) filter (where attempts @> '[{"result": "reached"}]')::int as reached,
      count(*) filter (where over_because = 'success')::int as successes
    from campaign_contacts where campaign_id = any(${[...ids]}::uuid[]) group by 1`.execute(db);
  const found = new Map(rows.map(({ id, ...counts }) => [id, counts]));
  return (id) => found.get(id) ?? nothing;
};
