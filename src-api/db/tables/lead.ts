/** What team leads see and set. */
import type { DeskOrder, GivenDeskOrder } from '@shared/contracts/http/desk-orders.ts';
import type { DeskNow } from '@shared/domain/lead-board/desk-now.ts';
import type { Thresholds } from '@shared/domain/lead-board/thresholds.ts';
import type { Generated } from 'kysely';
import type { Json } from './json.ts';

type LiveDesksTable = {
  user_id: string;
  hub_id: string;
  connection_id: string;
  now: Json<DeskNow>;
  heard_at: string;
  lost_at: string | null;
};

type TeamThresholdsTable = {
  team_id: string;
  thresholds: Json<Thresholds>;
  version: Generated<number>;
};

type DeskOrdersTable = {
  id: string;
  user_id: string;
  by_id: string;
  content: Json<DeskOrder>;
  at: string;
  outcome: Generated<GivenDeskOrder['outcome']>;
};

export type LeadTables = {
  desk_orders: DeskOrdersTable;
  live_desks: LiveDesksTable;
  live_hubs: { hub_id: string; beat_at: string };
  led_teams: { user_id: string; team_id: string };
  team_thresholds: TeamThresholdsTable;
};
