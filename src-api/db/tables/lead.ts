/** What team leads see and set. */
import type { DeskOrder, GivenDeskOrder } from '@shared/contracts/http/desk-orders.ts';
import type { HelpMessage } from '@shared/contracts/http/help-messages.ts';
import type { ToldCall } from '@shared/contracts/http/seat-call.ts';
import type { AlertKind, AlertRules } from '@shared/domain/lead-alert/alert-rules.ts';
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

type TeamAlertRulesTable = {
  team_id: string;
  rules: Json<AlertRules>;
  version: number;
};

type LeadAlertsTable = {
  id: string;
  team_id: string;
  kind: AlertKind;
  subject: string;
  brand_ids: string[];
  since: string;
  told_at: string | null;
  escalated_at: string | null;
  escalated_to: Generated<string[]>;
  taken_by: string | null;
  taken_at: string | null;
  ended_at: string | null;
};

type HelpMessagesTable = {
  id: string;
  from_id: string;
  advisor_id: string | null;
  team_id: string | null;
  words: string;
  urgency: HelpMessage['urgency'];
  call_id: string | null;
  brand_id: string | null;
  customer_id: string | null;
  at: string;
};

export type LeadTables = {
  alert_watch: { only_one: Generated<boolean>; hub_id: string; until: string };
  lead_alerts: LeadAlertsTable;
  team_alert_rules: TeamAlertRulesTable;
  call_watchers: { user_id: string; lead_id: string; since: string; until: string };
  calls_in_view: {
    user_id: string;
    customer_id: string | null;
    content: Json<Omit<ToldCall, 'customerId'>>;
    told_at: string;
  };
  help_messages: HelpMessagesTable;
  help_message_reads: { message_id: string; user_id: string; at: string };
  desk_orders: DeskOrdersTable;
  live_desks: LiveDesksTable;
  live_hubs: { hub_id: string; beat_at: string };
  led_teams: { user_id: string; team_id: string };
  team_thresholds: TeamThresholdsTable;
};
