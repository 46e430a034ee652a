/**
 * Works on lists a batch at a time: who is added, how far it got and what it came to are one transaction,
 * so that a hub that dies in the middle adds nobody twice and forgets nobody. Memory holds one batch.
 */
import { startLoop } from '@api/background-loop.ts';
import type { HubDependencies } from '@api/hub-app.ts';
import { recordAudit } from '@api/modules/audit/repository.ts';
import { diallingOf } from '@shared/domain/law/presented-for.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { sql } from 'kysely';
import { judgeFor } from './judge-people.ts';
import { findListed, findNamed, findPeople, insertContacts } from './list-repository.ts';
import { claimList, forgetEarlierDryRuns, type ListRow, updateList } from './lists-repository.ts';
import { findCampaignToList } from './repository.ts';
import type { CampaignHub } from './service.ts';
import { isContact, OF_THE_HOUR, reportOf, tallied, weigh } from './weigh-people.ts';

type Db = HubDependencies['database']['db'];

const BATCH = 500;

/** Nobody comes onto two lists of a brand that are made at the same time. */
export const oneAtATime = (db: Db, brandId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`campaign-list\n${brandId}`}, 4))`.execute(
    db,
  );

const ended = async (tx: Db, row: ListRow, at: string): Promise<void> => {
  const { found, added, control } = reportOf(row.tally);
  if (row.dry_run) return forgetEarlierDryRuns(tx, row);
  await recordAudit(tx, {
    userId: row.asked_by,
    action: 'listed',
    entity: 'campaign',
    entityId: row.campaign_id,
    detail: { found, added, control, at },
    correlationId: row.id,
  });
};

const batchOf = async (hub: CampaignHub, tx: Db, row: ListRow): Promise<void> => {
  const at = toInstant(hub.clock.now());
  const campaign = await findCampaignToList(tx, row.campaign_id);
  if (campaign === null || campaign.status === 'stopped') {
    await updateList(tx, row.id, { state: 'cancelled', ended_at: at });
    return;
  }
  const { brandId } = campaign.settings;
  if (!row.dry_run) await oneAtATime(tx, brandId);
  const page = { brandId, after: row.cursor, limit: BATCH };
  const people =
    'query' in row.source
      ? await findPeople(tx, row.source.query, page)
      : await findNamed(tx, row.source.importId, page);
  const judge = await judgeFor(tx, campaign.settings, hub.clock.now(), {
    dialling: diallingOf(campaign.settings.dialling.mode),
    setAside: OF_THE_HOUR,
  });
  const ids = people.found.map(({ id }) => id);
  const listed = await findListed(tx, campaign.id, brandId, ids);
  const weighing = { campaign, score: row.score, newId: hub.newId, judge, listed };
  const weighed = await weigh(weighing, people.found);
  if (!row.dry_run) await insertContacts(tx, campaign.id, weighed.filter(isContact), at);
  const tally = tallied(row.tally, weighed);
  const isLast = people.last === null;
  const cursor = people.last ?? row.cursor;
  const state = isLast ? { state: 'ended' as const, ended_at: at } : {};
  await updateList(tx, row.id, { cursor, tally: JSON.stringify(tally), ...state });
  if (isLast) await ended(tx, { ...row, tally }, at);
};

/** One batch of one list, or of any. @returns whether there was one. */
export const workOnList = (hub: CampaignHub, id: string | null = null): Promise<boolean> =>
  hub.database.db.transaction().execute(async (tx) => {
    const row = await claimList(tx, id);
    if (row === null) return false;
    await batchOf(hub, tx, row);
    return true;
  });

const pollMs = 1_000;

/** @returns how to stop it; the batch that is under way is ended first. */
export const startLists = (
  hub: CampaignHub & Pick<HubDependencies, 'log'>,
): (() => Promise<void>) =>
  startLoop(hub.log, {
    failure: 'list of a campaign not worked on',
    turn: async () => {
      const startedAt = performance.now();
      return (await workOnList(hub)) ? performance.now() - startedAt : pollMs;
    },
    afterFailureMs: 3_000,
  });
