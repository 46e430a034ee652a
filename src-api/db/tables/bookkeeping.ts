/** The change log, applied mutations, sessions and the audit log. */

import type { MutationAnswer } from '@shared/contracts/sync/push.ts';
import type { ColumnType, Generated } from 'kysely';
import type { BigIdentity, Json } from './json.ts';

export type ChangeLogTable = {
  xid: ColumnType<string, never, never>;
  seq: BigIdentity;
  entity:
    | 'customer'
    | 'interaction'
    | 'case'
    | 'consent'
    | 'callback'
    | 'grant'
    | 'purchase'
    | 'reference'
    /** What is published changed: no row is told, desktops compare what they hold. */
    | 'article';
  entity_id: string | null;
  brand_ids: string[] | null;
  at: Generated<string>;
};

export type AppliedMutationsTable = {
  id: string;
  user_id: string;
  device_id: string;
  kind: string;
  order_key: string;
  made_at: string;
  received_at: string;
  answer: Json<MutationAnswer>;
};

export type SessionFamiliesTable = {
  id: string;
  user_id: string;
  device_id: string;
  started_at: string;
  ended_at: string | null;
  ended_because: 'signed-out' | 'reused' | 'wiped' | null;
};

export type RefreshTokensTable = {
  id: string;
  family_id: string;
  token_hash: Buffer;
  issued_at: string;
  expires_at: string;
  replaced_at: string | null;
  replaced_by: string | null;
};

export type AuditLogTable = {
  id: BigIdentity;
  at: Generated<string>;
  user_id: string | null;
  action: string;
  entity: string;
  entity_id: string | null;
  detail: Json<unknown> | null;
  correlation_id: string;
};
