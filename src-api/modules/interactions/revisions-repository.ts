/** What interactions were before, of the brands that somebody may see. */
import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { Revisions } from '@shared/contracts/http/interactions.ts';
import type { Kysely } from 'kysely';

/** Null for an interaction that is not there. */
export const findRevisions = async (
  db: Kysely<HubTables>,
  interactionId: string,
  scope: readonly string[],
): Promise<Revisions | null> => {
  const seen = await db
    .selectFrom('interactions')
    .select('id')
    .where('id', '=', interactionId)
    .where(isOneOf('brand_id', scope))
    .executeTakeFirst();
  if (seen === undefined) return null;
  return db
    .selectFrom('interaction_revisions')
    .select([
      'changed_at as changedAt',
      'changed_by as changedBy',
      'source_id as sourceId',
      'why',
      'state as before',
    ])
    .where('interaction_id', '=', interactionId)
    .orderBy('changed_at')
    .orderBy('revision')
    .execute();
};
