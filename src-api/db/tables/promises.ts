/** Rules of brands, what was granted, and by when whom is to be reached. */
import type { BrandRules } from '@shared/domain/brand-rules/brand-rules.ts';
import type { Grant } from '@shared/domain/delegation/delegation.ts';
import type { Channel } from '@shared/domain/interaction/channel.ts';
import type { Purchase } from '@shared/domain/purchase/purchase.ts';
import type { BigIdentity, Json } from './json.ts';

export type BrandRulesTable = {
  brand_id: string;
  version: number;
  content: Json<BrandRules>;
  changed_by: string | null;
  changed_at: string;
};

export type GrantsTable = {
  id: string;
  customer_id: string;
  brand_id: string;
  interaction_id: string | null;
  case_id: string | null;
  kind: Grant['kind'];
  amount_cents: number;
  reason_code: string | null;
  note: string;
  status: Grant['status'];
  by_id: string;
  at: string;
  decided_by: string | null;
  decided_at: string | null;
};

export type DeadlinesTable = {
  customer_id: string;
  brand_id: string;
  interaction_id: string;
  channel: Channel;
  opened_at: string;
  due_at: string;
  escalate_at: string;
  promised_minutes: number;
  vip: boolean;
};

export type DeadlinesEndedTable = {
  interaction_id: string;
  brand_id: string;
  opened_at: string;
  due_at: string;
  vip: boolean;
  ended_at: string;
};

export type InsightQueueTable = { id: BigIdentity; customer_id: string };

/** A view: nothing is written to it. */
export type PurchasesView = {
  id: string;
  kind: Purchase['kind'];
  customer_id: string | null;
  brand_id: string;
  reference: string;
  at: string;
  until: string | null;
  amount_cents: number;
  words: string;
  bought: boolean;
};
