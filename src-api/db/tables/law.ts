/** Evidence of decisions before calls, and rules of law that are switched off. */
import type { KeptDecision } from '@shared/contracts/http/law.ts';
import type { RuleId } from '@shared/domain/law/rule.ts';

export type DialDecisionsTable = {
  id: string;
  at: string;
  received_at: string;
  /** Null: the dialler, of the campaign. */
  user_id: string | null;
  campaign_id: string | null;
  brand_id: string;
  customer_id: string | null;
  callback_id: string | null;
  way: KeptDecision['way'];
  purpose: KeptDecision['purpose'];
  said_by: KeptDecision['saidBy'];
  allowed: boolean;
  rule: RuleId | null;
  reason: string | null;
  allowed_from: string | null;
  facts_digest: string;
  training: boolean;
  /** Rules that were switched off and would have refused it. */
  waived: string[];
  /** What the hub says to the same call with what it knew when it heard of it; null: allowed. */
  hub_rule: RuleId | null;
  hub_reason: string | null;
};

export type LawSwitchesTable = {
  rule: RuleId;
  reason: string;
  switched_by: string | null;
  switched_at: string;
  until: string | null;
};
