/** Outbound campaigns and whom they call. */
import type { Campaign, CampaignSettings } from '@shared/domain/campaign/campaign.ts';
import type { Attempt, DialResult } from '@shared/domain/campaign/dial-result.ts';
import type { AppointmentStatus } from '@shared/domain/diary/appointment.ts';
import type { Generated } from 'kysely';
import type { Json } from './json.ts';

export type CampaignsTable = {
  id: string;
  brand_id: string;
  status: Campaign['status'];
  revision: number;
  settings: Json<CampaignSettings>;
  created_by: string | null;
  created_at: string;
};

export type CampaignContactsTable = {
  id: string;
  campaign_id: string;
  customer_id: string;
  state: 'waiting' | 'over' | 'control';
  over_because: string | null;
  zone: string;
  score: number;
  value_cents: number;
  number_rank: Generated<number>;
  attempts: Json<readonly Attempt[]>;
  promised_at: string | null;
  promised_to: string | null;
  expires_at: string | null;
  not_before: string | null;
  waiting_since: string;
  leased_to: string | null;
  leased_until: string | null;
  /** Also after the time, until the desktop that took her has told what it did, or for a day. */
  until_heard: Generated<boolean>;
  /** Nobody was there for her: a person calls her from then on, never a machine. */
  by_hand: Generated<boolean>;
  added_at: string;
  origin: Generated<string | null>;
};

/** Written by triggers alone: what is told of each attempt, and what came of it. */
export type CampaignAttemptsTable = {
  contact_id: string;
  place: number;
  campaign_id: string;
  at: string;
  weekday: number;
  hour: number;
  result: DialResult;
  advisor_id: string | null;
  disposition: string | null;
  seconds: number;
  recorded: boolean;
  script_id: string | null;
  script_version: string | null;
  department: string | null;
  ordered: boolean;
  appointment: AppointmentStatus | null;
  earlier_at: string | null;
  earlier_reached_at: string | null;
};
