/** How lists of campaigns were made, as rows: the one that is worked on is locked until its batch ends. */
import type { CampaignListsTable } from '@api/db/tables/campaign-lists.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { Kysely, Selectable, Updateable } from 'kysely';

type Db = Kysely<HubTables>;
export type ListRow = Selectable<CampaignListsTable>;

export const insertList = async (
  db: Db,
  row: Pick<
    ListRow,
    'id' | 'campaign_id' | 'source' | 'score' | 'dry_run' | 'asked_by' | 'asked_at'
  >,
): Promise<void> => {
  await db
    .insertInto('campaign_lists')
    .values({ ...row, source: JSON.stringify(row.source), state: 'running', tally: '{}' })
    .execute();
};

const ofCampaign = (db: Db, campaignId: string) =>
  db.selectFrom('campaign_lists').selectAll().where('campaign_id', '=', campaignId);

/** Newest first. */
export const findLists = (db: Db, campaignId: string): Promise<ListRow[]> =>
  ofCampaign(db, campaignId).orderBy('asked_at', 'desc').orderBy('id').limit(200).execute();

export const findList = async (db: Db, campaignId: string, id: string): Promise<ListRow | null> =>
  (await ofCampaign(db, campaignId).where('id', '=', id).executeTakeFirst()) ?? null;

export const isRunning = async (db: Db, id: string): Promise<boolean> =>
  (await db
    .selectFrom('campaign_lists')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirst()) !== undefined;

export const lockList = async (db: Db, campaignId: string, id: string): Promise<ListRow | null> =>
  (await ofCampaign(db, campaignId).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;

/** Dry runs that were read: of one campaign and asker all that ended before this one. */
export const forgetEarlierDryRuns = async (
  db: Db,
  { id, campaign_id, asked_by }: Pick<ListRow, 'id' | 'campaign_id' | 'asked_by'>,
): Promise<void> => {
  await db
    .deleteFrom('campaign_lists')
    .where('campaign_id', '=', campaign_id)
    .where('asked_by', asked_by === null ? 'is' : '=', asked_by)
    .where('dry_run', '=', true)
    .where('state', '<>', 'running')
    .where('id', '<>', id)
    .execute();
};

/** Those that were asked for before, whatever became of them. */
export const forgetDryRuns = async (db: Db, askedBefore: string): Promise<void> => {
  await db
    .deleteFrom('campaign_lists')
    .where('dry_run', '=', true)
    .where('asked_at', '<', askedBefore)
    .execute();
};

/** One that runs and that nobody else works on at this moment: a hub that dies gives it back by dying. */
export const claimList = async (db: Db, id: string | null): Promise<ListRow | null> => {
  let running = db.selectFrom('campaign_lists').selectAll().where('state', '=', 'running');
  if (id !== null) running = running.where('id', '=', id);
  const found = await running
    .orderBy('asked_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return found ?? null;
};

export const updateList = async (
  db: Db,
  id: string,
  change: Updateable<CampaignListsTable>,
): Promise<void> => {
  await db.updateTable('campaign_lists').set(change).where('id', '=', id).execute();
};
