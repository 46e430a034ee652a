/** Who may be whom, and who was merged. */
import type { Choices, OwnFields, TakenOff } from '@shared/domain/identity/combine-cards.ts';
import type { ReasonAgainst, ReasonFor, Verdict } from '@shared/domain/identity/verdict.ts';
import type { Generated } from 'kysely';
import type { BigIdentity, Json } from './json.ts';

export type IdentityQueueTable = { id: BigIdentity; customer_id: string };
export type CustomerContactsTable = {
  id: string;
  company_id: string;
  person_id: string;
  function: string;
  direct_line: string | null;
  since: string | null;
  until: string | null;
};

export type IdentityKeysTable = { customer_id: string; key: string };

export type DuplicateProposalsTable = {
  one_id: string;
  other_id: string;
  verdict: Exclude<Verdict, 'none'>;
  reasons_for: ReasonFor[];
  reasons_against: ReasonAgainst[];
  status: 'open' | 'dismissed' | 'merged';
  found_at: string;
  reported_by: string | null;
  reported_at: string | null;
  decided_by: string | null;
  decided_at: string | null;
};

export type CustomerMergesTable = {
  id: string;
  place: BigIdentity;
  survivor_id: string;
  absorbed_id: string;
  choices: Json<Choices>;
  added_consents: Generated<string[]>;
  merged_by: string | null;
  merged_at: string;
  undone_by: string | null;
  undone_at: string | null;
};

export type CustomerOwnTable = {
  customer_id: string;
  own: Json<OwnFields>;
  shown: Json<OwnFields>;
  taken_off: Json<TakenOff>;
};

export type RowOriginsTable = {
  table_name: string;
  column_name: string;
  row_key: string;
  customer_id: string;
};
