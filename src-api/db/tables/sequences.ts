/** What brands write, and how far each person of a campaign is in its sequence. */
import type { Template } from '@shared/domain/letter/template.ts';
import type { Json } from './json.ts';

export type MessageTemplatesTable = {
  id: string;
  brand_id: string;
  template: Json<Template>;
  revision: number;
  created_at: string;
};
export type MailingsTable = { id: string; campaign_id: string; template_id: string; day: string };
export type LettersTable = {
  id: string;
  mailing_id: string;
  customer_id: string;
  subject: string;
  body: string;
  address_lines: string[];
  shortened: boolean;
  written_at: string;
};
export type SequenceProgressTable = {
  contact_id: string;
  next_at: string | null;
  call_from: string | null;
};
export type SequenceStepsTable = {
  subject_id: string;
  step_id: string;
  campaign_id: string;
  customer_id: string;
  done_at: string;
  outcome: 'sent' | 'skipped';
  because: string | null;
  interaction_id: string | null;
};
