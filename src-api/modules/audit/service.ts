/** Acts with a trace: what an administrator does and its audit entry stand or fall together. */

import type { HubDependencies } from '@api/hub-app.ts';
import { customerIdsByName } from '@api/modules/customers/search-repository.ts';
import type { AuditChain, AuditPage, AuditQuery } from '@shared/contracts/http/audit.ts';
import type { User } from '@shared/domain/user/user.ts';
import {
  type AuditEntry,
  type Meant,
  readAudit,
  recordAudit,
  userIdsByName,
} from './repository.ts';
import { checkSeals } from './seals-repository.ts';

const customersAtMost = 200;

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

/** A text is a person's name, a customer's, or the word for what was done or to what. */
const meantBy = async (hub: HubDependencies, user: User, text: string): Promise<Meant> => {
  const { db } = hub.database;
  const customerIds = await customerIdsByName(db, text, user.brandIds, customersAtMost);
  return { word: text, userIds: await userIdsByName(db, text), customerIds };
};

export const auditPage = async (
  hub: HubDependencies,
  user: User,
  { text = '', ...query }: AuditQuery,
): Promise<AuditPage> =>
  readAudit(hub.database.db, query, text === '' ? null : await meantBy(hub, user, text));

export const checkChain = (hub: HubDependencies): Promise<AuditChain> =>
  checkSeals(hub.database.db);
