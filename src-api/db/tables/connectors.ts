/** Other systems that the hub asks, and what they answered. */
import type { Connector, OutsideFailure } from '@shared/contracts/http/connectors.ts';
import type { ReadAnswer } from '@shared/domain/connector/outside-answer.ts';
import type { Generated } from 'kysely';
import type { Json } from './json.ts';

export type ConnectorsTable = {
  id: string;
  brand_id: string;
  name: string;
  card: Connector['card'];
  address: string;
  source_id: string | null;
  secret_header: string | null;
  secret: Buffer | null;
  time_limit_ms: number;
  fresh_seconds: number;
  keep_hours: number;
  roles: Connector['roles'];
  behind: Connector['behind'];
  active: Generated<boolean>;
  created_by: string | null;
  created_at: string;
  last_answer_at: string | null;
  last_failure: OutsideFailure | null;
  last_failure_at: string | null;
};

export type OutsideAnswersTable = {
  connector_id: string;
  customer_id: string;
  at: string;
  kept_until: string;
  answer: Json<ReadAnswer>;
};
