/** Who did and saw what, with the correlation id of the request; never the seen data itself. */

import type { HubTables } from '@api/db/tables.ts';
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
