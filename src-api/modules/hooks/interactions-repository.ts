/** Interactions that a source told: their row as it says, and what it was before each correction. */
import type { HubTables } from '@api/db/tables.ts';
import type { Step, Told } from '@shared/domain/source/interaction-facts.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

const columnOf: Readonly<Record<keyof Told, keyof HubTables['interactions']>> = {
  startedAt: 'started_at',
  endedAt: 'ended_at',
  zone: 'zone',
  channel: 'channel',
  direction: 'direction',
  outcome: 'outcome',
  title: 'title',
  customerWords: 'customer_words',
  summary: 'summary',
  reasonCode: 'reason_code',
  queue: 'queue',
  satisfaction: 'satisfaction',
};

/** Writes what its source changed; what people added stays. */
export const correctTold = async (
  db: Db,
  id: string,
  change: Partial<Told>,
  correctedAt: string | null,
): Promise<void> => {
  const columns = Object.entries(change).map(([field, value]) => [
    columnOf[field as keyof Told],
    field === 'satisfaction' && value !== null ? JSON.stringify(value) : value,
  ]);
  await db
    .updateTable('interactions')
    .set({ ...Object.fromEntries(columns), corrected_at: correctedAt })
    .where('id', '=', id)
    .execute();
};

/** The source's steps anew: one that was heard of late takes its place among them. */
export const keepSteps = async (
  db: Db,
  id: string,
  steps: readonly Step[],
  sourceId: string,
): Promise<void> => {
  await db
    .deleteFrom('interaction_revisions')
    .where('interaction_id', '=', id)
    .where('source_id', '=', sourceId)
    .execute();
  for (const { at, why, before } of steps) {
    await sql`
      insert into interaction_revisions
        (interaction_id, revision, state, changed_at, source_id, why)
      select ${id}, coalesce(max(revision), 0) + 1, ${JSON.stringify(before)}, ${at}, ${sourceId}, ${why}
      from interaction_revisions where interaction_id = ${id}`.execute(db);
  }
};
