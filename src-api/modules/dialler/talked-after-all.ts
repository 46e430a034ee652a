/** A hub that did not hear that a call was taken wrote it down as one that nobody took: who talked knows better. */
import type { HubTables } from '@api/db/tables.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import { type Kysely, sql } from 'kysely';

/** @returns whether the exchange is now as her desktop tells it. */
export const talkedAfterAll = async (
  db: Kysely<HubTables>,
  row: Interaction,
  userId: string,
): Promise<boolean> => {
  if (row.outcome !== 'answered' || row.channel !== 'phone') return false;
  const { numAffectedRows } = await sql`
    update interactions set outcome = ${row.outcome}, advisor_id = ${row.advisorId},
      started_at = ${row.startedAt}, ended_at = ${row.endedAt}, call = ${JSON.stringify(row.call)},
      disposition_code = ${row.dispositionCode}, reason_code = ${row.reasonCode}
    where id = ${row.id} and outcome <> 'answered' and exists (select from dialled_calls one
      where one.id = interactions.id and one.given_to = ${userId})`.execute(db);
  return numAffectedRows === 1n;
};
