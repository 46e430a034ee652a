/** What was typed and said to voice servers, by call and by number. */
import type { HubTables } from '@api/db/tables.ts';
import type { IvrQuery } from '@shared/contracts/http/ivr.ts';
import type { Ivr } from '@shared/domain/ivr/ivr.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

export const insertIvr = async (
  db: Db,
  told: {
    readonly id: string;
    readonly brandId: string;
    readonly callUid: string | null;
    readonly number: string | null;
    readonly at: string;
    readonly messageId: string;
    readonly ivr: Ivr;
  },
): Promise<void> => {
  await db
    .insertInto('ivr_inputs')
    .values({
      id: told.id,
      brand_id: told.brandId,
      call_uid: told.callUid,
      number: told.number,
      at: told.at,
      message_id: told.messageId,
      steps: JSON.stringify(told.ivr.steps),
      reason_code: told.ivr.reasonCode,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

export const findIvr = async (
  db: Db,
  { brandId, callUid, number }: IvrQuery,
  window: { readonly since: string; readonly until: string },
): Promise<Ivr | null> => {
  const { rows } = await sql<{ ivr: Ivr | null }>`
    select ivr_of(${brandId}, ${callUid ?? null}::text, ${number ?? null}::text,
      ${window.since}::timestamptz, ${window.until}::timestamptz) as ivr`.execute(db);
  return rows[0]?.ivr ?? null;
};

/** Once a call is kept with what was said, that alone is of no use; nor is what no call followed. */
export const forgetIvr = async (db: Db, before: string): Promise<void> => {
  await db.deleteFrom('ivr_inputs').where('at', '<', before).execute();
};
