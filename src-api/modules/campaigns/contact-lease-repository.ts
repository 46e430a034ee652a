/** Who has somebody of a campaign now, over all campaigns and hubs. */
import type { HubTables } from '@api/db/tables.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

/** Hers for now, or in the hands of a desktop that was not heard of since. */
export const isHeld = (at: string) => sql`(held.leased_until > ${at} or (held.until_heard
  and held.leased_until > ${at}::timestamptz - interval '1 day'))`;

/** Whom her desktop took and has told all of: what was not called is anybody's again. */
export const freeHeard = async (db: Db, userId: string, at: string): Promise<void> => {
  await db
    .updateTable('campaign_contacts')
    .set({ leased_to: null, leased_until: null, until_heard: false })
    .where('leased_to', '=', userId)
    .where('leased_until', '<=', at)
    .execute();
};

type Lease = {
  readonly at: string;
  readonly until: string;
  readonly held?: 'for-the-time' | 'until-heard';
};

/**
 * Takes her for one advisor, or for the dialler (null). Two campaigns may want one person at the same moment: whoever has the lock
 * of her asks once more whether somebody holds her.
 * @returns false: she is somebody else's.
 */
export const leaseContact = async (
  db: Db,
  { id, customerId }: { readonly id: string; readonly customerId: string },
  userId: string | null,
  { at, until, held = 'for-the-time' }: Lease,
): Promise<boolean> => {
  const locked = await sql<{ locked: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`contact:${customerId}`}, 0)) as locked`.execute(
    db,
  );
  if (locked.rows[0]?.locked !== true) return false;
  const { numAffectedRows } = await sql`
    update campaign_contacts one set leased_to = ${userId}, leased_until = ${until},
      until_heard = ${held === 'until-heard'}
    where one.id = ${id} and one.state = 'waiting'
      and not exists (select from campaign_contacts held
        where held.customer_id = one.customer_id and ${isHeld(at)})`.execute(db);
  return numAffectedRows === 1n;
};

/**
 * Gives her back.
 * @param until not before it, also what was promised; null: at once.
 * @returns false: she was not held by this advisor.
 */
export const releaseContact = async (
  db: Db,
  id: string,
  userId: string,
  until: string | null,
): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    update campaign_contacts set leased_to = null, leased_until = null, until_heard = false,
      not_before = coalesce(${until}, not_before),
      promised_at = case when promised_at is null then null
        else greatest(promised_at, coalesce(${until}, promised_at)) end
    where id = ${id} and leased_to = ${userId}`.execute(db);
  return numAffectedRows === 1n;
};
