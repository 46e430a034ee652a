/** Calls that the hub placed: each step is written once, whoever hears of it first. */
import type { HubTables } from '@api/db/tables.ts';
import type { DialResult } from '@shared/domain/campaign/dial-result.ts';
import type { HeardAs } from '@shared/domain/dialling/heard-as.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

export type DialledCall = {
  readonly id: string;
  readonly campaignId: string;
  readonly contactId: string;
  readonly customerId: string;
  readonly number: string;
  readonly numberRank: number;
  readonly presented: string;
  readonly placedAt: string;
  readonly answeredAt: string | null;
  readonly givenTo: string | null;
  readonly takenAt: string | null;
  readonly endedAt: string | null;
  readonly result: DialResult | null;
};

const columns = [
  'id',
  'campaign_id as campaignId',
  'contact_id as contactId',
  'customer_id as customerId',
  'number',
  'number_rank as numberRank',
  'presented',
  'placed_at as placedAt',
  'answered_at as answeredAt',
  'given_to as givenTo',
  'taken_at as takenAt',
  'ended_at as endedAt',
  'result',
] as const;

export const insertCall = async (
  db: Db,
  call: Omit<DialledCall, 'answeredAt' | 'givenTo' | 'takenAt' | 'endedAt' | 'result'>,
): Promise<void> => {
  await db
    .insertInto('dialled_calls')
    .values({
      id: call.id,
      campaign_id: call.campaignId,
      contact_id: call.contactId,
      customer_id: call.customerId,
      number: call.number,
      number_rank: call.numberRank,
      presented: call.presented,
      placed_at: call.placedAt,
      answered_at: null,
      given_to: null,
      taken_at: null,
      ended_at: null,
      handled_at: null,
      result: null,
      heard_as: null,
      heard_because: null,
    })
    .execute();
};

export const findCall = async (db: Db, id: string): Promise<DialledCall | null> =>
  (await db.selectFrom('dialled_calls').select(columns).where('id', '=', id).executeTakeFirst()) ??
  null;

/** Those of a campaign that are not over, the oldest first. */
export const findOpenCalls = (db: Db, campaignId: string): Promise<DialledCall[]> =>
  db
    .selectFrom('dialled_calls')
    .select(columns)
    .where('campaign_id', '=', campaignId)
    .where('settled', '=', false)
    .where('ended_at', 'is', null)
    .orderBy('placed_at')
    .orderBy('id')
    .execute();

/** Talked in and over, and no desktop has told of it since `before`. */
export const findUntoldCalls = (db: Db, campaignId: string, before: string) =>
  db
    .selectFrom('dialled_calls')
    .select(columns)
    .where('campaign_id', '=', campaignId)
    .where('settled', '=', false)
    .where('ended_at', '<', before)
    .execute();

export const markAnswered = async (db: Db, id: string, at: string): Promise<void> => {
  await db
    .updateTable('dialled_calls')
    .set({ answered_at: at })
    .where('id', '=', id)
    .where('answered_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute();
};

/** What the switch took whoever picked up for, and by what; said once. */
export const markHeard = async (
  db: Db,
  id: string,
  { as, because }: { readonly as: HeardAs; readonly because: string },
): Promise<void> => {
  await db
    .updateTable('dialled_calls')
    .set({ heard_as: as, heard_because: because })
    .where('id', '=', id)
    .where('heard_as', 'is', null)
    .execute();
};

/** @returns false: it is over, or somebody has it. */
export const markGiven = async (db: Db, id: string, userId: string): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('dialled_calls')
    .set({ given_to: userId })
    .where('id', '=', id)
    .where('given_to', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

export const markTaken = async (db: Db, id: string, at: string): Promise<void> => {
  await db
    .updateTable('dialled_calls')
    .set({ taken_at: at, result: 'reached' })
    .where('id', '=', id)
    .where('taken_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute();
};

/** @returns false: it was over already. */
export const markEnded = async (
  db: Db,
  id: string,
  { at, result }: { readonly at: string; readonly result: DialResult },
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('dialled_calls')
    .set({ ended_at: at, result, settled: result !== 'reached' })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

/**
 * Her desktop has told of it, so it is over, also where the hub has not heard of its end: or she would be
 * in a talk for ever.
 * @returns when it was placed, for its attempt; null: no call of the dialler.
 */
export const settleDialled = async (
  db: Db,
  id: string,
  { endedAt, result }: { readonly endedAt: string; readonly result: DialResult },
): Promise<string | null> => {
  const row = await db
    .updateTable('dialled_calls')
    .set((one) => ({
      settled: true,
      ended_at: one.fn.coalesce('ended_at', one.val(endedAt)),
      // Who talked knows better than a hub that heard nothing of it.
      result: result === 'reached' ? one.val(result) : one.fn.coalesce('result', one.val(result)),
      taken_at: one.fn.coalesce('taken_at', 'answered_at', 'placed_at'),
    }))
    .where('id', '=', id)
    .returning('placed_at')
    .executeTakeFirst();
  return row?.placed_at ?? null;
};

/** Advisors who have told « ready » since have done with their last call. */
export const markHandled = async (db: Db, campaignId: string): Promise<void> => {
  await sql`
    update dialled_calls call set handled_at = ready.since
    from (
      select one.id, min(told.since) as since from dialled_calls one
      join advisor_states told on told.user_id = one.given_to and told.state = 'ready'
        and told.since > one.taken_at
      where one.campaign_id = ${campaignId} and one.handled_at is null and one.ended_at is not null
        and one.taken_at is not null
        and one.placed_at > now() - interval '1 day'
      group by one.id
    ) ready where ready.id = call.id`.execute(db);
};

/** A call is an exchange besides, which stays as long as exchanges do: here is only what pace is learned from. */
export const forgetDialled = async (db: Db, before: string): Promise<void> => {
  await db
    .deleteFrom('dialled_calls')
    .where('settled', '=', true)
    .where('placed_at', '<', before)
    .execute();
};
