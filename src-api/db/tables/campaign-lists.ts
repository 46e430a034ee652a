/** How lists of campaigns were made. */
import type { ListSource, MadeList } from '@shared/contracts/http/campaign-lists.ts';
import type { EventSource } from '@shared/domain/campaign/events.ts';
import type { Json } from './json.ts';

/** How many were found, left out at each step, kept apart and added so far. */
export type ListTally = {
  readonly found: number;
  readonly leftOut: Readonly<
    Record<string, { readonly article: string | null; readonly count: number }>
  >;
  readonly control: number;
  readonly added: number;
  /** Of the added. */
  readonly onlyLetter: number;
};

export type CampaignListsTable = {
  id: string;
  campaign_id: string;
  source: Json<ListSource>;
  score: number;
  dry_run: boolean;
  state: MadeList['state'];
  /** The last person that was weighed. */
  cursor: string | null;
  tally: Json<Partial<ListTally>>;
  asked_by: string | null;
  asked_at: string;
  ended_at: string | null;
};

export type ImportPeopleTable = { import_id: string; customer_id: string };

export type CampaignEventsTable = {
  campaign_id: string;
  origin: string;
  kind: EventSource['kind'];
  customer_id: string;
  because: string | null;
  article: string | null;
  is_control: boolean;
  at: string;
};
