/** Other systems, what they sent, and which of ours their names mean. */

import type { QuarantineReason } from '@shared/contracts/hooks/event.ts';
import type { EventIssue, HookAnswer } from '@shared/contracts/http/sources.ts';
import type { IvrStep } from '@shared/domain/ivr/ivr.ts';
import type { SourceKind } from '@shared/domain/source/source.ts';
import type { ColumnType, Generated } from 'kysely';
import type { Json } from './json.ts';

export type SourcesTable = {
  id: string;
  name: string;
  kind: SourceKind;
  brand_ids: string[];
  active: boolean;
  secret: Buffer;
  former_secret: Buffer | null;
  former_secret_until: string | null;
  refused: Generated<number>;
  refused_at: string | null;
  created_by: string | null;
  created_at: string;
};

export type HookEventsTable = {
  id: string;
  source_id: string;
  message_id: string;
  digest: Buffer;
  body: Buffer | null;
  type: string | null;
  brand_id: string | null;
  status: 'applied' | 'quarantined' | 'given-up';
  reason: QuarantineReason | null;
  issues: Json<EventIssue[]>;
  answer: Json<HookAnswer>;
  received_at: string;
  settled_at: string | null;
  settled_by: string | null;
  settled_why: string | null;
};

export type ExternalFactsTable = {
  event_id: string;
  source_id: string;
  kind: string;
  external_id: string;
  at: string;
  message_id: string;
  fact: Json<unknown>;
};

export type ExternalReferencesTable = {
  source_id: string;
  kind: 'customer' | 'interaction' | 'order' | 'cart' | 'appointment' | 'contract';
  external_id: string;
  id: string;
};

export type MentionsTable = {
  id: string;
  interaction_id: string | null;
  callback_id: string | null;
  source_id: string;
  brand_id: string;
  mention: Json<unknown>;
  customer_ref: string | null;
  phones: string[];
  emails: string[];
  customer_id: string | null;
};

export type OrdersTable = {
  id: string;
  customer_id: string | null;
  brand_id: string;
  reference: string;
  placed_at: string;
  amount_cents: number;
  lines: ColumnType<unknown, string, string>;
  interaction_id: string | null;
};

export type CartsTable = {
  id: string;
  reference: string;
  brand_id: string;
  customer_id: Generated<string | null>;
  number: string | null;
  amount_cents: number;
  lines: ColumnType<unknown, string, string>;
  words: string;
  broken_off_at: string;
  expires_at: string;
  bought_told_at: string | null;
  bought_at: Generated<string | null>;
  not_called: Generated<'opposed' | 'no-number' | null>;
  callback_id: Generated<string | null>;
  interaction_id: string | null;
};

export type IvrInputsTable = {
  id: string;
  brand_id: string;
  call_uid: string | null;
  number: string | null;
  at: string;
  message_id: string;
  steps: Json<IvrStep[]>;
  reason_code: string | null;
};

export type InteractionLinksTable = {
  interaction_id: string;
  own: string | null;
  conversation: string | null;
  replies_to: string | null;
};
