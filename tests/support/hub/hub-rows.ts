import { openDatabase } from '@api/db/database.ts';
import type { CallFacts, NoteLine } from '@shared/domain/interaction/interaction.ts';

/** What the hub's PostgreSQL holds of a call. */
export type CallRow = {
  readonly id: string;
  readonly customer_id: string | null;
  readonly brand_id: string;
  readonly direction: string;
  readonly outcome: string;
  readonly reason_code: string | null;
  readonly disposition_code: string | null;
  readonly notes: readonly NoteLine[];
  readonly wrap_up_ended_at: string | null;
  readonly call: CallFacts;
};

/** The telephone calls that the hub heard of since a moment, oldest first. */
export async function callRows(databaseUrl: string, since: string): Promise<CallRow[]> {
  const database = openDatabase(databaseUrl, () => undefined);
  try {
    const rows = await database.db
      .selectFrom('interactions')
      .select([
        'id',
        'customer_id',
        'brand_id',
        'direction',
        'outcome',
        'reason_code',
        'disposition_code',
        'notes',
        'wrap_up_ended_at',
        'call',
      ])
      .where('channel', '=', 'phone')
      .where('started_at', '>=', since)
      .orderBy('started_at')
      .execute();
    return rows.flatMap((row) => (row.call === null ? [] : [{ ...row, call: row.call }]));
  } finally {
    await database.close();
  }
}

/** The callbacks that were promised since a moment. */
export async function callbackRows(
  databaseUrl: string,
  since: string,
): Promise<{ readonly interaction_id: string | null; readonly reason: string }[]> {
  const database = openDatabase(databaseUrl, () => undefined);
  try {
    return await database.db
      .selectFrom('callbacks')
      .select(['interaction_id', 'reason'])
      .where('created_at', '>=', since)
      .execute();
  } finally {
    await database.close();
  }
}

/** Changes the line password that the hub gives an advisor's desktop. */
export async function setLinePassword(
  databaseUrl: string,
  extension: string,
  password: string,
): Promise<void> {
  const database = openDatabase(databaseUrl, () => undefined);
  try {
    const lines = database.db.updateTable('lines').set({ password });
    await lines.where('extension', '=', extension).execute();
  } finally {
    await database.close();
  }
}
