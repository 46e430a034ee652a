/** Representatives, their appointments and what else fills their time. */

import type { AppointmentStatus } from '@shared/domain/diary/appointment.ts';
import type { Place, RepresentativeSettings } from '@shared/domain/diary/representative.ts';
import type { Generated } from 'kysely';
import type { Json } from './json.ts';

export type RepresentativesTable = {
  id: string;
  brand_ids: string[];
  settings: Json<RepresentativeSettings>;
  revision: number;
  feed_digest: Buffer | null;
  created_at: string;
};

export type AppointmentsTable = {
  id: string;
  representative_id: string;
  customer_id: string;
  brand_id: string;
  campaign_id: string | null;
  starts_at: string;
  ends_at: string;
  place: Json<Place>;
  note: string;
  status: AppointmentStatus;
  sequence: Generated<number>;
  moves: Generated<number>;
  booked_by: string | null;
  booked_at: string;
  changed_at: string;
};

export type DiarySourcesTable = {
  id: string;
  representative_id: string;
  kind: 'file' | 'address' | 'caldav';
  name: string;
  address: string | null;
  user_name: string | null;
  secret: Buffer | null;
  read_at: string | null;
  problem: string | null;
  events: Generated<number>;
  push_tried_at: Generated<string | null>;
  leaving_since: Generated<string | null>;
  created_at: string;
};

export type DiaryBusyTable = {
  source_id: string;
  representative_id: string;
  uid: string;
  starts_at: string;
  ends_at: string;
};

export type DiaryPushedTable = {
  source_id: string;
  appointment_id: string;
  sequence: number;
  status: AppointmentStatus;
};
