/** Who is told of what, and what is to be told. */
import type { Delivery, NewSubscription } from '@shared/contracts/http/webhooks.ts';
import type { ColumnType, Generated } from 'kysely';
import type { BigIdentity } from './json.ts';

export type WebhookSubscriptionsTable = {
  id: string;
  url: string;
  events: NewSubscription['events'];
  brand_ids: string[];
  secret: Buffer;
  active: boolean;
  created_by: string | null;
  created_at: string;
};

/** Written by triggers. */
export type WebhookDeliveriesTable = {
  id: Generated<string>;
  seq: BigIdentity;
  subscription_id: string;
  event: Delivery['event'];
  entity_id: string;
  facts: ColumnType<Record<string, unknown>, string, never>;
  at: Generated<string>;
  status: Generated<Delivery['status']>;
  attempts: Generated<number>;
  next_at: Generated<string>;
  failure: string | null;
  settled_at: string | null;
};
