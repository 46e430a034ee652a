/** Erasures, restrictions, retention and its proofs. */
import type { RetentionKind } from '@shared/contracts/http/privacy.ts';
import type { ColumnType } from 'kysely';
import type { BigIdentity, Json } from './json.ts';

export type ErasuresTable = {
  id: string;
  customer_id: string;
  brand_ids: string[];
  reason: string;
  asked_by: string | null;
  at: string;
  counts: Json<Record<string, number>>;
  xid: ColumnType<string, never, never>;
};

export type ErasureConfirmationsTable = {
  erasure_id: string;
  device_id: string;
  user_id: string;
  at: string;
};

export type RetentionRulesTable = {
  kind: RetentionKind;
  days: number;
  changed_by: string | null;
  changed_at: string | null;
  why: string | null;
};

export type PurgesTable = {
  seq: BigIdentity;
  kind: RetentionKind;
  at: string;
  before: string;
  count: number;
  former_digest: string;
  digest: string;
};
