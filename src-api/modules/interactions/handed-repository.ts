/** The last calls of a number, whoever it belongs to: one of them may go on in another. */
import type { HubTables } from '@api/db/tables.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import { type Kysely, sql } from 'kysely';
import { interactionColumns } from './repository.ts';

const most = 5;

/** Answered ones that ended since then, newest first. */
export const findLastCalls = (
  db: Kysely<HubTables>,
  {
    number,
    brandId,
    since,
  }: { readonly number: string; readonly brandId: string; readonly since: string },
): Promise<Interaction[]> =>
  db
    .selectFrom('interactions')
    .select(interactionColumns)
    .where('channel', '=', 'phone')
    .where('outcome', '=', 'answered')
    .where(sql<boolean>`call->>'customerNumber' = ${number}`)
    .where('brand_id', '=', brandId)
    .where('ended_at', '>=', since)
    .orderBy('started_at', 'desc')
    .limit(most)
    .execute();
