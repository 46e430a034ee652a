/** Answers already given, by mutation id: whoever sends a mutation again gets the same answer. */

import { isOneOf } from '@api/db/brand-scope.ts';
import type { HubTables } from '@api/db/tables.ts';
import type { MutationEnvelope } from '@shared/contracts/sync/mutation.ts';
import type { MutationAnswer } from '@shared/contracts/sync/push.ts';
import { type Kysely, sql } from 'kysely';

type Db = Kysely<HubTables>;

/** Two pushes of one desktop never run at once; a repeated one then finds the first one's answers. */
export const waitForDevice = async (db: Db, deviceId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${deviceId}, 0))`.execute(db);
};

export const findAnswers = async (
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly userId: string; readonly answer: MutationAnswer }>> => {
  const rows = await db
    .selectFrom('applied_mutations')
    .select(['id', 'user_id as userId', 'answer'])
    .where(isOneOf('id', ids))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
};

export type Given = { readonly envelope: MutationEnvelope; readonly answer: MutationAnswer };

export const storeAnswers = async (
  db: Db,
  given: readonly Given[],
  by: { readonly userId: string; readonly deviceId: string; readonly at: string },
): Promise<void> => {
  if (given.length === 0) return;
  await sql`
    insert into applied_mutations
      (id, user_id, device_id, kind, order_key, made_at, received_at, answer)
    select one.id, ${by.userId}, ${by.deviceId}, one.kind, one.order_key, one.made_at, ${by.at}, one.answer
    from unnest(
      ${given.map(({ envelope }) => envelope.id)}::uuid[],
      ${given.map(({ envelope }) => envelope.kind)}::text[],
      ${given.map(({ envelope }) => envelope.orderKey)}::text[],
      ${given.map(({ envelope }) => envelope.madeAt)}::timestamptz[],
      ${given.map(({ answer }) => JSON.stringify(answer))}::jsonb[]
    ) as one (id, kind, order_key, made_at, answer)
  `.execute(db);
};
