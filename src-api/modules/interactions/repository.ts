/** Interactions: appended in bulk, added to by a wrap-up with the former state kept. */

import { isOneOf } from '@api/db/brand-scope.ts';
import { copyLine } from '@api/db/copy.ts';
import type { CopyInto } from '@api/db/database.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

export const interactionColumns = [
  'id',
  'customer_id as customerId',
  'brand_id as brandId',
  'channel',
  'direction',
  'started_at as startedAt',
  'ended_at as endedAt',
  'recorded_at as recordedAt',
  'outcome',
  'advisor_id as advisorId',
  'queue',
  'campaign_id as campaignId',
  'reason_code as reasonCode',
  'disposition_code as dispositionCode',
  'title',
  'customer_words as customerWords',
  'summary',
  'notes',
  'case_id as caseId',
  'thread_id as threadId',
  'call',
  'speech',
  'wrap_up_ended_at as wrapUpEndedAt',
  'zone',
  'corrected_at as correctedAt',
  'article',
  'message',
  'satisfaction',
] as const;

/** Newest first. */
export const findInteractionsOfCustomers = (
  db: Db,
  customerIds: readonly string[],
  scope: readonly string[],
): Promise<Interaction[]> =>
  db
    .selectFrom('interactions')
    .select(interactionColumns)
    .where(isOneOf('customer_id', customerIds))
    .where(isOneOf('brand_id', scope))
    .orderBy('customer_id')
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .execute();

export const findInteractions = (
  db: Db,
  ids: readonly string[],
  scope: readonly string[],
): Promise<Interaction[]> =>
  db
    .selectFrom('interactions')
    .select(interactionColumns)
    .where(isOneOf('id', ids))
    .where(isOneOf('brand_id', scope))
    .execute();

export const lockInteraction = async (
  db: Db,
  id: string,
  scope: readonly string[],
): Promise<Interaction | null> => {
  const row = await db
    .selectFrom('interactions')
    .select(interactionColumns)
    .where('id', '=', id)
    .where(isOneOf('brand_id', scope))
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
};

const json = (value: unknown) => (value === null ? null : JSON.stringify(value));

const cells = (row: Interaction, recordedAt: string): readonly (string | null)[] => [
  row.id,
  row.customerId,
  row.brandId,
  row.channel,
  row.direction,
  row.startedAt,
  row.endedAt,
  recordedAt,
  row.outcome,
  row.advisorId,
  row.queue,
  row.campaignId,
  row.reasonCode,
  row.dispositionCode,
  row.title,
  row.customerWords,
  row.summary,
  JSON.stringify(row.notes),
  row.caseId,
  row.threadId,
  json(row.call),
  json(row.speech),
  row.wrapUpEndedAt,
  row.zone ?? null,
  row.correctedAt ?? null,
  json(row.article ?? null),
  json(row.message ?? null),
  json(row.satisfaction ?? null),
];

const columnNames =
  'id customer_id brand_id channel direction started_at ended_at recorded_at outcome advisor_id queue campaign_id reason_code disposition_code title customer_words summary notes case_id thread_id call speech wrap_up_ended_at zone corrected_at article message satisfaction';

/** Inserts it if it is not there yet; one that is there already stays as it is. */
export const insertInteraction = async (
  db: Db,
  row: Interaction,
  recordedAt: string,
): Promise<void> => {
  const names = sql.raw(columnNames.split(' ').join(', '));
  await sql`
    insert into interactions (${names}) values (${sql.join([...cells(row, recordedAt)])})
    on conflict (id) do nothing
  `.execute(db);
};

/** Which of the ids are there already. */
export const knownInteractionIds = async (
  db: Db,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows = await db.selectFrom('interactions').select('id').where(isOneOf('id', ids)).execute();
  return new Set(rows.map((row) => row.id));
};

/** Inserts many by COPY. @throws PostgreSQL's refusal, also when an id is there already. */
export const copyInteractions = (
  copy: CopyInto,
  rows: readonly Interaction[],
  recordedAt: string,
): Promise<void> =>
  copy(
    'interactions',
    columnNames.split(' '),
    rows.map((row) => copyLine(cells(row, recordedAt))),
  );

export const addRevision = async (
  db: Db,
  former: Interaction,
  by: { readonly userId: string; readonly at: string; readonly mutationId: string },
): Promise<void> => {
  await sql`
    insert into interaction_revisions
      (interaction_id, revision, state, changed_by, changed_at, mutation_id)
    select ${former.id}, count(*) + 1, ${JSON.stringify(former)}, ${by.userId}, ${by.at}, ${by.mutationId}
    from interaction_revisions where interaction_id = ${former.id}
  `.execute(db);
};

export const updateWrapUp = async (db: Db, row: Interaction): Promise<void> => {
  await db
    .updateTable('interactions')
    .set({
      customer_id: row.customerId,
      reason_code: row.reasonCode,
      disposition_code: row.dispositionCode,
      notes: JSON.stringify(row.notes),
      case_id: row.caseId,
      speech: row.speech === null ? null : JSON.stringify(row.speech),
      wrap_up_ended_at: row.wrapUpEndedAt,
    })
    .where('id', '=', row.id)
    .execute();
};

/** One page of a customer's interactions, newest first, after the last of the page before. */
export const findInteractionPage = (
  db: Db,
  customerId: string,
  scope: readonly string[],
  after: { readonly startedAt: string; readonly id: string } | null,
  limit: number,
): Promise<Interaction[]> => {
  let query = db
    .selectFrom('interactions')
    .select(interactionColumns)
    .where('customer_id', '=', customerId)
    .where(isOneOf('brand_id', scope))
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .limit(limit);
  if (after !== null) {
    const { startedAt, id } = after;
    query = query.where(
      sql<boolean>`(started_at < ${startedAt} or (started_at = ${startedAt} and id > ${id}))`,
    );
  }
  return query.execute();
};
