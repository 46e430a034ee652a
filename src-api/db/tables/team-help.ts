/** Leads in the calls of advisors. */
import type { HelpPolicy, HelpWay } from '@shared/domain/team-help/policy.ts';
import type { Json } from './json.ts';

type HelpSessionsTable = {
  id: string;
  lead_id: string;
  advisor_id: string;
  brand_id: string | null;
  call_id: string;
  way: HelpWay;
  reason: string;
  started_at: string;
  taken_over_at: string | null;
  ended_at: string | null;
  ended_because: 'over' | 'by-lead' | 'refused' | null;
};

type HelpPolicyTable = {
  version: number;
  policy: Json<HelpPolicy>;
  changed_by: string | null;
  changed_at: string;
};

export type TeamHelpTables = {
  help_sessions: HelpSessionsTable;
  /** Every one that ever was in force. */
  help_policy: HelpPolicyTable;
};
