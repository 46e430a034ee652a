/** Customers and what belongs to them alone. */
import type { BrandRelation, Consent, Customer } from '@shared/domain/customer/customer.ts';
import type { ColumnType, Generated } from 'kysely';
import type { BigIdentity, Json } from './json.ts';

export type CustomersTable = {
  id: string;
  kind: Customer['kind'];
  civility: Customer['civility'];
  first_name: string;
  last_name: string;
  company_name: string | null;
  birth_date: string | null;
  registration: string | null;
  language: Customer['language'];
  emails: string[];
  address_lines: string[];
  postcode: string | null;
  commune: string | null;
  insee_code: string | null;
  country: string | null;
  brand_ids: string[];
  search_text: string;
  /** Null: may be worked with. */
  restricted_at: Generated<string | null>;
  restricted_because: Generated<string | null>;
  version: number;
  updated_at: string;
  /** Whose card showed this one until they were taken apart. */
  parted_from: ColumnType<string | null, string | null | undefined, string | null>;
};

export type CustomerPhonesTable = {
  customer_id: string;
  position: number;
  e164: string;
  label: Customer['phones'][number]['label'];
};

export type CustomerRelationsTable = {
  customer_id: string;
  brand_id: string;
  since: string;
  value_12_months_cents: number;
  segment: BrandRelation['segment'];
  vip: boolean;
  score: number | null;
  relation_mode: BrandRelation['relationMode'];
};

export type CustomerHistoryTable = {
  id: BigIdentity;
  customer_id: string;
  version: number;
  field: string;
  old_value: Json<unknown>;
  new_value: Json<unknown>;
  changed_by: string | null;
  changed_at: string;
  mutation_id: string | null;
  source_id: string | null;
  import_id: ColumnType<string | null, string | null | undefined, string | null>;
  happened_at: string | null;
};

export type ConsentsTable = {
  id: string;
  customer_id: string;
  brand_id: string;
  channel: Consent['channel'];
  status: Consent['status'];
  purpose: string;
  given_at: string;
  until: string | null;
  proof: string;
  recorded_by: string | null;
};
