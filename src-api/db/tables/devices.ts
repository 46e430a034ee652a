/** Desktops, orders to destroy what they hold, and the rules by which they hold it. */
import type { Generated } from 'kysely';

export type DevicesTable = {
  id: string;
  user_id: string;
  machine_name: string;
  program: string;
  platform: string;
  protocol: number;
  customers: number;
  waiting: number;
  parked: number;
  locked: boolean;
  clock_ahead_ms: number;
  last_seen_at: string;
};

export type DeviceMachinesTable = {
  device_id: string;
  machine: string;
  machine_name: string;
  last_seen_at: string;
};

export type DeviceWipesTable = {
  id: string;
  device_id: string;
  reason: string;
  ordered_by: string | null;
  ordered_at: string;
  done_at: string | null;
  left_unsent: number | null;
  withdrawn_at: string | null;
};

export type DesktopRulesTable = {
  one: Generated<boolean>;
  customers_at_most: number;
  months_at_most: number;
  lock_after_minutes: number | null;
  expires_after_hours: number;
  changed_by: string | null;
  changed_at: string | null;
  why: string | null;
};
