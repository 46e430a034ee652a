/** Calls of the training line, apart from the real history; only their own advisor adds to them. */

import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { WrapUp } from '@shared/contracts/sync/mutation.ts';
import type { User } from '@shared/domain/user/user.ts';
import type { Kysely } from 'kysely';

type Db = Kysely<HubTables>;

/** @returns false when there is no such practice call of hers. */
export const wrapUpPractice = async (
  db: Db,
  { id, brandIds }: Pick<User, 'id' | 'brandIds'>,
  wrapUp: WrapUp,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('practice_calls')
    .set({
      reason_code: wrapUp.reasonCode,
      disposition_code: wrapUp.dispositionCode,
      notes: JSON.stringify(wrapUp.notes),
      speech: wrapUp.speech === null ? null : JSON.stringify(wrapUp.speech),
      wrap_up_ended_at: wrapUp.wrapUpEndedAt,
    })
    .where('id', '=', wrapUp.interactionId)
    .where('advisor_id', '=', id)
    .where(isOneOf('brand_id', brandIds))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};
