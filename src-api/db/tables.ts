/** The tables as Kysely sees them: instants are ISO 8601 strings in UTC with milliseconds. */
import type { ColumnType, Generated } from 'kysely';
import type { BrandRelation, Consent, CustomerCase, Customer } from '@shared/domain/customer/customer.ts';
import type { CallFacts, Interaction, NoteLine } from '@shared/domain/interaction/interaction.ts';
import type { Callback } from '@shared/domain/callback/callback.ts';
import type { BrandNumber } from '@shared/domain/brand/brand.ts';
import type { MutationAnswer } from '@shared/contracts/sync/push.ts';
import type { AdvisorState } from '@shared/contracts/sync/mutation.ts';
import type { Script } from '@shared/domain/script/script.ts';
import type { SpeechRecord } from '@shared/domain/script/progress.ts';
import type { User } from '@shared/domain/user/user.ts';

type Json<T> = ColumnType<T, string, string>;
/** bigint columns come back as numbers: none of ours leaves the safe range. */
type BigIdentity = ColumnType<number, never, never>;

export type BrandsTable = {
  id: string; name: string; monogram: string; hue: number; chroma: number;
  wrap_up_seconds: number; reason_required: boolean; disposition_required: boolean;
};
export type BrandNumbersTable = {
  id: string; e164: string; brand_id: string; label: string;
  tariff_class: BrandNumber['tariffClass']; queue: string; reason_code: string | null;
};
export type ReasonsTable = { brand_id: string; code: string; label_fr: string; label_en: string };
export type DispositionsTable = ReasonsTable & {
  group_fr: string; group_en: string; synonyms: string[]; resolves_case: boolean;
  expects_callback: boolean; rank: number;
};
export type UsersTable = {
  id: string; login: string; first_name: string; last_name: string; role: User['role'];
  team_id: string | null; locale: User['locale']; password_hash: string; active: Generated<boolean>;
};
export type CustomersTable = {
  id: string; kind: Customer['kind']; civility: Customer['civility']; first_name: string;
  last_name: string; company_name: string | null; language: Customer['language']; emails: string[];
  address_lines: string[]; postcode: string | null; commune: string | null; insee_code: string | null;
  country: string | null; brand_ids: string[]; search_text: string; version: number; updated_at: string;
};
export type CustomerPhonesTable = {
  customer_id: string; position: number; e164: string; label: Customer['phones'][number]['label'];
};
export type CustomerRelationsTable = {
  customer_id: string; brand_id: string; since: string; value_12_months_cents: number;
  segment: BrandRelation['segment']; vip: boolean; relation_mode: BrandRelation['relationMode'];
};
export type CustomerHistoryTable = {
  customer_id: string; version: number; field: string; old_value: Json<unknown>; new_value: Json<unknown>;
  changed_by: string | null; changed_at: string; mutation_id: string | null;
};
export type ConsentsTable = {
  id: string; customer_id: string; brand_id: string; channel: Consent['channel'];
  status: Consent['status']; purpose: string; given_at: string; until: string | null; proof: string;
  recorded_by: string | null;
};
export type CasesTable = {
  id: string; reference: string; customer_id: string; brand_id: string; kind: CustomerCase['kind'];
  title: string; detail: string; status: CustomerCase['status']; opened_at: string; updated_at: string;
};
export type InteractionsTable = {
  id: string; customer_id: string | null; brand_id: string; channel: Interaction['channel'];
  direction: Interaction['direction']; started_at: string; ended_at: string | null;
  recorded_at: ColumnType<string, string | undefined, string>; outcome: Interaction['outcome'];
  advisor_id: string | null; queue: string | null; campaign_id: string | null;
  reason_code: string | null; disposition_code: string | null; title: string;
  customer_words: string | null; summary: string | null; notes: Json<NoteLine[]>;
  case_id: string | null; thread_id: string | null;
  call: ColumnType<CallFacts | null, string | null, string | null>;
  speech: ColumnType<SpeechRecord | null, string | null, string | null>;
  wrap_up_ended_at: string | null;
};
export type InteractionRevisionsTable = {
  interaction_id: string; revision: number; state: Json<unknown>; changed_by: string | null;
  changed_at: string; mutation_id: string | null;
};
export type CallbacksTable = {
  id: string; kind: Callback['kind']; customer_id: string | null; customer_name: string; brand_id: string;
  number: string; due_at: string; advisor_id: string | null; reason: string; status: Callback['status'];
  created_by: string | null; created_at: string; interaction_id: string | null;
  closed_by: string | null; closed_at: string | null;
};
export type ScriptVersionsTable = {
  script_id: string; version: number; brand_id: string; status: 'draft' | 'published' | 'withdrawn';
  content: Json<Script>; created_by: string | null; created_at: Generated<string>;
  published_by: string | null; published_at: string | null;
};
export type AdvisorStatesTable = {
  mutation_id: string; user_id: string; state: AdvisorState; reason: string | null; since: string;
  received_at: string;
};
export type ChangeLogTable = {
  xid: ColumnType<string, never, never>; seq: BigIdentity;
  entity: 'customer' | 'interaction' | 'case' | 'consent' | 'callback' | 'reference';
  entity_id: string | null; brand_ids: string[] | null; at: Generated<string>;
};
export type AppliedMutationsTable = {
  id: string; user_id: string; device_id: string; kind: string; order_key: string; made_at: string;
  received_at: string; answer: Json<MutationAnswer>;
};
export type SessionFamiliesTable = {
  id: string; user_id: string; device_id: string; started_at: string; ended_at: string | null;
  ended_because: 'signed-out' | 'reused' | null;
};
export type RefreshTokensTable = {
  id: string; family_id: string; token_hash: Buffer; issued_at: string; expires_at: string;
  replaced_at: string | null; replaced_by: string | null;
};
export type AuditLogTable = {
  id: BigIdentity; at: Generated<string>; user_id: string | null; action: string; entity: string;
  entity_id: string | null; detail: Json<unknown> | null; correlation_id: string;
};

export type HubTables = {
  hub_settings: { key: string; value: string };
  brands: BrandsTable;
  brand_numbers: BrandNumbersTable;
  reasons: ReasonsTable;
  dispositions: DispositionsTable;
  teams: { id: string; name: string };
  users: UsersTable;
  user_brands: { user_id: string; brand_id: string };
  lines: { user_id: string; extension: string; password: string };
  customers: CustomersTable;
  customer_phones: CustomerPhonesTable;
  customer_relations: CustomerRelationsTable;
  customer_history: CustomerHistoryTable;
  consents: ConsentsTable;
  cases: CasesTable;
  interactions: InteractionsTable;
  interaction_revisions: InteractionRevisionsTable;
  callbacks: CallbacksTable;
  script_versions: ScriptVersionsTable;
  advisor_states: AdvisorStatesTable;
  change_log: ChangeLogTable;
  applied_mutations: AppliedMutationsTable;
  session_families: SessionFamiliesTable;
  refresh_tokens: RefreshTokensTable;
  sign_in_failures: { key: Buffer; failures: number; window_ends_at: string };
  audit_log: AuditLogTable;
};
