/** Cases, interactions, callbacks and advisor states. */

import type { AdvisorState } from '@shared/contracts/sync/mutation.ts';
import type { SentArticle } from '@shared/domain/article/sent-article.ts';
import type { Callback } from '@shared/domain/callback/callback.ts';
import type { CustomerCase } from '@shared/domain/customer/customer.ts';
import type { CallFacts, Interaction, NoteLine } from '@shared/domain/interaction/interaction.ts';
import type { SentMessage } from '@shared/domain/message/message.ts';
import type { SpeechRecord } from '@shared/domain/script/progress.ts';
import type { Satisfaction } from '@shared/domain/survey/satisfaction-answer.ts';
import type { TeamCall } from '@shared/domain/team-call/team-call.ts';
import type { ColumnType } from 'kysely';
import type { Json } from './json.ts';

export type CasesTable = {
  id: string;
  reference: string;
  customer_id: string;
  brand_id: string;
  kind: CustomerCase['kind'];
  title: string;
  detail: string;
  status: CustomerCase['status'];
  opened_at: string;
  updated_at: string;
};

export type InteractionsTable = {
  id: string;
  customer_id: string | null;
  brand_id: string;
  channel: Interaction['channel'];
  direction: Interaction['direction'];
  started_at: string;
  ended_at: string | null;
  recorded_at: ColumnType<string, string | undefined, string>;
  outcome: Interaction['outcome'];
  advisor_id: string | null;
  queue: string | null;
  campaign_id: string | null;
  reason_code: string | null;
  disposition_code: string | null;
  title: string;
  customer_words: string | null;
  summary: string | null;
  notes: Json<NoteLine[]>;
  case_id: string | null;
  thread_id: string | null;
  call: ColumnType<CallFacts | null, string | null, string | null>;
  speech: ColumnType<SpeechRecord | null, string | null, string | null>;
  wrap_up_ended_at: string | null;
  zone: string | null;
  corrected_at: string | null;
  article: ColumnType<SentArticle | null, string | null | undefined, string | null>;
  message: ColumnType<SentMessage | null, string | null | undefined, string | null>;
  satisfaction: ColumnType<Satisfaction | null, string | null | undefined, string | null>;
};

export type InteractionRevisionsTable = {
  interaction_id: string;
  revision: number;
  state: Json<unknown>;
  changed_by: string | null;
  changed_at: string;
  mutation_id: string | null;
  source_id: string | null;
  why: string | null;
};

export type CallbacksTable = {
  id: string;
  kind: Callback['kind'];
  customer_id: string | null;
  customer_name: string;
  brand_id: string;
  number: string;
  due_at: string;
  advisor_id: string | null;
  reason: string;
  status: Callback['status'];
  created_by: string | null;
  created_at: string;
  interaction_id: string | null;
  closed_by: string | null;
  closed_at: string | null;
  amount_cents: number | null;
  expires_at: string | null;
};

export type TeamCallsTable = {
  id: string;
  kind: TeamCall['kind'];
  user_id: string;
  team_id: string | null;
  brand_id: string;
  place: string;
  about: Json<
    Omit<TeamCall, 'id' | 'kind' | 'brandId' | 'place' | 'byId' | 'byName' | 'since' | 'until'>
  >;
  since: string;
  until: string;
  taken_by: string | null;
};

export type AdvisorStatesTable = {
  mutation_id: string;
  user_id: string;
  state: AdvisorState;
  reason: string | null;
  since: string;
  received_at: string;
};
