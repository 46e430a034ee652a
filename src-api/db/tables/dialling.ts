/** Calls that the hub places by itself, who takes them, and which hub places them. */
import type { DialResult } from '@shared/domain/campaign/dial-result.ts';
import type { DiallingMode } from '@shared/domain/campaign/pacing.ts';
import type { HeardAs } from '@shared/domain/dialling/heard-as.ts';
import type { Generated } from 'kysely';

export type DialledCallsTable = {
  id: string;
  campaign_id: string;
  contact_id: string;
  customer_id: string;
  number: string;
  number_rank: number;
  presented: string;
  placed_at: string;
  answered_at: string | null;
  given_to: string | null;
  taken_at: string | null;
  ended_at: string | null;
  handled_at: string | null;
  result: DialResult | null;
  settled: Generated<boolean>;
  heard_as: HeardAs | null;
  heard_because: string | null;
};

export type CampaignDiallersTable = {
  campaign_id: string;
  holder: string;
  until: string;
  dials_as: DiallingMode | null;
  why: Generated<string>;
  since: string | null;
  limit_reached_at: string | null;
};

export type CampaignSignInsTable = {
  user_id: string;
  campaign_id: string;
  since: string;
  spared_until: string | null;
};
