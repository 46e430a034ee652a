/**
 * Makes the list of a campaign: everybody whom a query finds or a file names goes through the same steps,
 * and the report says at which step how many were left out, so that the list explains itself.
 */

import { setTimeout as pause } from 'node:timers/promises';
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import type { Actor } from '@api/modules/audit/service.ts';
import { findImport } from '@api/modules/imports/repository.ts';
import type {
  AddToList,
  FollowedEvents,
  ListReport,
  ListSource,
  MadeList,
} from '@shared/contracts/http/campaign-lists.ts';
import type { User } from '@shared/domain/user/user.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import { countEvents } from './happenings-repository.ts';
import { workOnList } from './list-work.ts';
import {
  findList,
  findLists,
  insertList,
  isRunning,
  type ListRow,
  lockList,
  updateList,
} from './lists-repository.ts';
import { findCampaign } from './repository.ts';
import type { CampaignHub } from './service.ts';
import { reportOf } from './weigh-people.ts';

type Who = { readonly user: User; readonly actor: Actor };
type Db = HubDependencies['database']['db'];

const reported = (row: ListRow): ListReport => ({
  listId: row.id,
  state: row.state,
  ...reportOf(row.tally),
});
const made = (row: ListRow): MadeList => ({
  ...reported(row),
  source: row.source,
  dryRun: row.dry_run,
  askedBy: row.asked_by,
  askedAt: row.asked_at,
  endedAt: row.ended_at,
});

/** A file is added once it is written: what waits in it would be forgotten. */
const sourceOf = async (
  db: Db,
  brandId: string,
  { query, importId }: AddToList,
): Promise<Result<ListSource>> => {
  if (query !== undefined) return succeed({ query });
  const found = importId === undefined ? null : await findImport(db, importId, [brandId]);
  if (found === null) return fail('not-found', 'no import of this brand');
  if (found.state !== 'done') return fail('import-not-in-state', `the import is ${found.state}`);
  return succeed({ importId: found.id });
};

/** Works on it while somebody waits; what is left then goes on by itself. */
const waitFor = async (hub: CampaignHub, id: string, waitSeconds: number): Promise<void> => {
  const untilMs = performance.now() + waitSeconds * 1000;
  while (performance.now() < untilMs) {
    if (await workOnList(hub, id)) continue;
    if (!(await isRunning(hub.database.db, id))) return;
    // Somebody else works on it at this moment.
    await pause(50);
  }
};

/** Adds whom the query finds or the file names; a dry run only says what would come of it. */
export const addToList = async (
  hub: CampaignHub,
  who: Who,
  campaignId: string,
  wanted: AddToList,
): Promise<Result<ListReport>> => {
  const { db } = hub.database;
  const campaign = await findCampaign(db, campaignId, who.user.brandIds);
  if (campaign === null) return fail('not-found');
  if (campaign.status === 'stopped') return fail('campaign-not-in-state', 'it was stopped');
  const source = await sourceOf(db, campaign.settings.brandId, wanted);
  if (!source.ok) return source;
  const id = hub.newId();
  await insertList(db, {
    id,
    campaign_id: campaignId,
    source: source.value,
    score: wanted.score,
    dry_run: wanted.dryRun,
    asked_by: who.user.id,
    asked_at: toInstant(hub.clock.now()),
  });
  await waitFor(hub, id, wanted.waitSeconds);
  const row = await findList(db, campaignId, id);
  return row === null ? fail('not-found') : succeed(reported(row));
};

export const listsOf = async (
  hub: CampaignHub,
  user: User,
  campaignId: string,
): Promise<Result<{ lists: MadeList[] }>> => {
  const { db } = hub.database;
  if ((await findCampaign(db, campaignId, user.brandIds)) === null) return fail('not-found');
  return succeed({ lists: (await findLists(db, campaignId)).map(made) });
};

export const readList = async (
  hub: CampaignHub,
  user: User,
  campaignId: string,
  listId: string,
): Promise<Result<MadeList>> => {
  const { db } = hub.database;
  if ((await findCampaign(db, campaignId, user.brandIds)) === null) return fail('not-found');
  const row = await findList(db, campaignId, listId);
  return row === null ? fail('not-found') : succeed(made(row));
};

/** Whoever came onto it stays; nobody else comes. */
export const cancelList = (
  hub: CampaignHub,
  { user, actor }: Who,
  campaignId: string,
  listId: string,
): Promise<Result<MadeList>> =>
  hub.database.db.transaction().execute(async (tx) => {
    if ((await findCampaign(tx, campaignId, user.brandIds)) === null) return fail('not-found');
    const row = await lockList(tx, campaignId, listId);
    if (row === null) return fail('not-found');
    if (row.state !== 'running') return succeed(made(row));
    const change = { state: 'cancelled', ended_at: toInstant(hub.clock.now()) } as const;
    await updateList(tx, listId, change);
    const deed = { action: 'list-cancelled', entity: 'campaign', entityId: campaignId };
    await recordAudit(tx, { ...actor, ...deed, detail: { listId } });
    return succeed(made({ ...row, ...change }));
  });

/** What happened while it ran, by kind, explained as a list is. */
export const eventsOf = async (
  hub: CampaignHub,
  user: User,
  campaignId: string,
): Promise<Result<FollowedEvents>> => {
  const { db } = hub.database;
  const campaign = await findCampaign(db, campaignId, user.brandIds);
  if (campaign === null) return fail('not-found');
  const counted = await countEvents(db, campaignId);
  const kinds = new Set([
    ...campaign.settings.events.map(({ kind }) => kind),
    ...counted.map(({ kind }) => kind),
  ]);
  const events = [...kinds].map((kind) => {
    const own = counted.filter((one) => one.kind === kind);
    const sum = (rows: typeof own) => rows.reduce((all, { count }) => all + count, 0);
    const leftOut = own.flatMap(({ because, article, count }) =>
      because === null ? [] : [[because, { article, count }] as const],
    );
    const came = own.filter(({ because }) => because === null);
    const control = sum(came.filter(({ isControl }) => isControl));
    const tally = { found: sum(own), control, added: sum(came) - control };
    return { kind, ...reportOf({ ...tally, leftOut: Object.fromEntries(leftOut) }) };
  });
  return succeed({ events });
};
