/** Which hub dials a campaign: one at a time, taken over soon after that one has died. */
import type { HubTables } from '@api/db/tables.ts';
import type { DiallingMode } from '@shared/domain/campaign/pacing.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

/** A hub that has not said for so long that it lives dials no more, and another one may. */
const LEASE_SECONDS = 8;

export type Held = {
  /** When it reached its limit on abandoned calls last; null: it never has. */
  readonly limitReachedAt: string | null;
};

/** By the database's clock, which all hubs share. @returns null: another hub dials it. */
export const holdCampaign = async (
  db: Db,
  campaignId: string,
  holder: string,
): Promise<Held | null> => {
  const { rows } = await sql<Held>`
    insert into campaign_diallers (campaign_id, holder, until)
    values (${campaignId}, ${holder}, clock_timestamp() + make_interval(secs => ${LEASE_SECONDS}))
    on conflict (campaign_id) do update
      set holder = excluded.holder, until = excluded.until
      where campaign_diallers.holder = excluded.holder
        or campaign_diallers.until < clock_timestamp()
    returning limit_reached_at as "limitReachedAt"`.execute(db);
  return rows[0] ?? null;
};

export const letGo = async (db: Db, holder: string): Promise<void> => {
  await sql`update campaign_diallers set until = clock_timestamp() - interval '1 second'
    where holder = ${holder}`.execute(db);
};

/** Kept for every hub that dials it, and for one that starts anew. */
export const writeLimitReached = async (db: Db, campaignId: string, at: string): Promise<void> => {
  await sql`update campaign_diallers set limit_reached_at = ${at}
    where campaign_id = ${campaignId}`.execute(db);
};

export type Pace = { readonly as: DiallingMode | null; readonly why: string };

/** What holds now, and since when. */
export const writePace = async (
  db: Db,
  campaignId: string,
  { as, why }: Pace,
  at: string,
): Promise<void> => {
  await sql`update campaign_diallers set dials_as = ${as}, why = ${why}, since = ${at}
    where campaign_id = ${campaignId}
      and (dials_as is distinct from ${as} or why <> ${why} or since is null)`.execute(db);
};

export const findPace = (db: Db, campaignId: string) =>
  db
    .selectFrom('campaign_diallers')
    .select([
      'dials_as as as',
      'why',
      'since',
      sql<boolean>`until > clock_timestamp()`.as('isFresh'),
    ])
    .where('campaign_id', '=', campaignId)
    .executeTakeFirst();
