/** Who did and saw what, with the correlation id of the request; never the seen data itself. */

import type { HubTables } from '@api/db/tables.ts';
import type { AuditPage, AuditQuery } from '@shared/contracts/http/audit.ts';
import type { Kysely } from 'kysely';

export type AuditEntry = {
  readonly userId: string | null;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string | null;
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly correlationId: string;
};

export const recordAudit = async (db: Kysely<HubTables>, entry: AuditEntry): Promise<void> => {
  await db
    .insertInto('audit_log')
    .values({
      user_id: entry.userId,
      action: entry.action,
      entity: entry.entity,
      entity_id: entry.entityId,
      detail: entry.detail === undefined ? null : JSON.stringify(entry.detail),
      correlation_id: entry.correlationId,
    })
    .execute();
};

/** One page, newest first. */
export const readAudit = async (db: Kysely<HubTables>, query: AuditQuery): Promise<AuditPage> => {
  let select = db
    .selectFrom('audit_log')
    .select([
      'id',
      'at',
      'user_id as userId',
      'action',
      'entity',
      'entity_id as entityId',
      'detail',
      'correlation_id as correlationId',
    ])
    .orderBy('id', 'desc')
    .limit(query.limit);
  if (query.entity !== undefined) select = select.where('entity', '=', query.entity);
  if (query.entityId !== undefined) select = select.where('entity_id', '=', query.entityId);
  if (query.userId !== undefined) select = select.where('user_id', '=', query.userId);
  if (query.before !== undefined) select = select.where('id', '<', query.before);
  const entries = await select.execute();
  return { entries, next: entries.length < query.limit ? null : (entries.at(-1)?.id ?? null) };
};
