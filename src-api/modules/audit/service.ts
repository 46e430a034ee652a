/** Acts with a trace: what an administrator does and its audit entry stand or fall together. */

import type { HubDependencies } from '@api/hub-app.ts';
import type { AuditPage, AuditQuery } from '@shared/contracts/http/audit.ts';
import { type AuditEntry, readAudit, recordAudit } from './repository.ts';

type Db = HubDependencies['database']['db'];

/** Who acts, in which request. */
export type Actor = { readonly userId: string; readonly correlationId: string };
export type Deed = Pick<AuditEntry, 'action' | 'entity' | 'entityId' | 'detail'>;

const isRefusal = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;

/** Runs work and writes its audit entry in one transaction; refused work leaves no entry. */
export const audited = <T>(
  hub: HubDependencies,
  actor: Actor,
  deed: Deed,
  work: (tx: Db) => Promise<T>,
): Promise<T> =>
  hub.database.db.transaction().execute(async (tx) => {
    const value = await work(tx);
    if (!isRefusal(value)) await recordAudit(tx, { ...deed, ...actor });
    return value;
  });

export const auditPage = (hub: HubDependencies, query: AuditQuery): Promise<AuditPage> =>
  readAudit(hub.database.db, query);
