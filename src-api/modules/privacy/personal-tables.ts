/**
 * Where data of a person lies: the one list that access and erasure go by. A test compares it with
 * the database, so that a table that comes later cannot be forgotten.
 */
import { type RawBuilder, sql } from 'kysely';
import { eventSpeaksOf, lineSpeaksOf, wordsSpeakOf } from './spoken-of.ts';
import type { Subject } from './subject.ts';

export type PersonalTable = {
  readonly table: string;
  /** The condition of its rows, of a table called `one`. */
  readonly rows: (subject: Subject) => RawBuilder<boolean>;
  /** Columns that no file shows: internal, or of no meaning outside. */
  readonly hidden?: readonly string[];
};

const cards = ({ customerIds }: Subject) => sql`${[...customerIds]}::uuid[]`;
const ofCustomer = (subject: Subject) => sql<boolean>`one.customer_id = any(${cards(subject)})`;
const numbers = ({ ownNumbers }: Subject) => sql`${[...ownNumbers]}::text[]`;

const ofInteractions = (subject: Subject) => sql`
  select id from interactions one where ${interactionRows(subject)}`;
/** Also calls of a number that only this person has, though nobody knew who called. */
const interactionRows = (subject: Subject) => sql<boolean>`
  (one.customer_id = any(${cards(subject)})
   or (one.customer_id is null and one.call->>'customerNumber' = any(${numbers(subject)})))`;
const ofRecordings = (subject: Subject) => sql`
  select id from recordings one where ${ofCustomer(subject)}
  union select recording_id from recording_parts
    where interaction_id in (${ofInteractions(subject)})`;
/** Calls to make and carts, also those of a number alone. */
const numberedRows = (subject: Subject) => sql<boolean>`
  (one.customer_id = any(${cards(subject)})
   or (one.customer_id is null and one.number = any(${numbers(subject)})))`;

/** Everything of ours that a name of another system may stand for. */
const ownIds = (subject: Subject) => sql`
  select unnest(${cards(subject)}) union all ${ofInteractions(subject)}
  union all select id from orders where customer_id = any(${cards(subject)})
  union all select id from carts one where ${numberedRows(subject)}
  union all select id from customer_contracts where customer_id = any(${cards(subject)})
  union all select id from callbacks one where ${numberedRows(subject)}`;
const referenceRows = (subject: Subject) => sql<boolean>`one.id in (${ownIds(subject)})`;
const factRows = (subject: Subject) => sql<boolean>`
  (one.source_id, one.kind, one.external_id) in (
    select source_id, kind, external_id from external_references one
    where ${referenceRows(subject)})`;

const ivrRows = (subject: Subject) => sql<boolean>`
  (one.number = any(${numbers(subject)}) or one.call_uid in (
    select one.call->>'callUid' from interactions one where ${interactionRows(subject)}))`;

/** Lines of files that name the person: by her card, or by a number or an address of hers. */
const importKeyRows = (subject: Subject) => sql<boolean>`
  one.key in (select 'p:' || own from unnest(${numbers(subject)}) own
    union select 'e:' || lower(email) from customers, unnest(emails) email
    where id = any(${cards(subject)}))`;

/** Those that refer to others come first: they are erased in this order. */
export const personalTables: readonly PersonalTable[] = [
  {
    table: 'webhook_deliveries',
    rows: (subject) => sql`one.entity_id in (${ownIds(subject)}
      union all select id from cases where customer_id = any(${cards(subject)})
      union all select id from consents where customer_id = any(${cards(subject)}))`,
  },
  {
    table: 'hook_events',
    rows: (subject) => sql`(one.id in (
      select event_id from external_facts one where ${factRows(subject)}
      union all select id from ivr_inputs one where ${ivrRows(subject)})
      or ${eventSpeaksOf(subject)})`,
    hidden: ['digest'],
  },
  { table: 'external_facts', rows: factRows },
  { table: 'external_references', rows: referenceRows },
  {
    table: 'interaction_revisions',
    rows: (subject) => sql`one.interaction_id in (${ofInteractions(subject)})`,
  },
  {
    table: 'recording_draws',
    rows: (subject) => sql`one.interaction_id in (${ofInteractions(subject)})`,
  },
  {
    table: 'recording_listenings',
    rows: (subject) => sql`one.recording_id in (${ofRecordings(subject)})`,
  },
  // Erasing them orders the removal of their files; who asks for her data is told where to hear them.
  {
    table: 'recordings',
    rows: (subject) => sql`one.id in (${ofRecordings(subject)})`,
    hidden: ['key', 'leg'],
  },
  {
    table: 'recording_parts',
    rows: (subject) => sql`one.interaction_id in (${ofInteractions(subject)})`,
  },
  { table: 'recording_objections', rows: ofCustomer },
  {
    table: 'interaction_links',
    rows: (subject) => sql`one.interaction_id in (${ofInteractions(subject)})`,
  },
  {
    table: 'speech_marks',
    rows: (subject) => sql`one.interaction_id in (${ofInteractions(subject)})`,
  },
  {
    table: 'handled_calls',
    rows: (subject) => sql`one.interaction_id in (${ofInteractions(subject)})`,
    hidden: ['outside', 'own_queue', 'took', 'in_queue', 'asks', 'answered_at', 'wrap_ended_at'],
  },
  {
    table: 'mentions',
    rows: (subject) => sql`(one.customer_id = any(${cards(subject)})
      or one.interaction_id in (${ofInteractions(subject)})
      or one.callback_id in (select id from callbacks one where ${numberedRows(subject)}))`,
  },
  {
    table: 'import_lines',
    rows: (subject) => sql`(one.match_id = any(${cards(subject)})
      or (one.import_id, one.line) in (
        select import_id, line from import_keys one where ${importKeyRows(subject)})
      or ${lineSpeaksOf(subject)})`,
  },
  { table: 'import_keys', rows: importKeyRows },
  { table: 'import_changes', rows: ofCustomer },
  { table: 'import_people', rows: ofCustomer },
  { table: 'import_references', rows: ofCustomer },
  { table: 'row_origins', rows: ofCustomer },
  { table: 'customer_viewers', rows: ofCustomer },
  { table: 'outside_answers', rows: ofCustomer },
  { table: 'export_lines', rows: ofCustomer, hidden: ['body'] },
  { table: 'customer_channels', rows: ofCustomer },
  { table: 'channel_breaks', rows: ofCustomer },
  { table: 'identity_queue', rows: ofCustomer },
  { table: 'identity_keys', rows: ofCustomer },
  {
    table: 'duplicate_proposals',
    rows: (subject) => sql`(one.one_id = any(${cards(subject)})
      or one.other_id = any(${cards(subject)}))`,
  },
  {
    table: 'customer_merges',
    rows: (subject) => sql`(one.survivor_id = any(${cards(subject)})
      or one.absorbed_id = any(${cards(subject)}))`,
  },
  { table: 'customer_own', rows: ofCustomer },
  { table: 'merged_customers', rows: ofCustomer },
  {
    table: 'customer_contacts',
    rows: (subject) => sql`(one.company_id = any(${cards(subject)})
      or one.person_id = any(${cards(subject)}))`,
  },
  {
    table: 'ivr_inputs',
    rows: ivrRows,
  },
  { table: 'dial_decisions', rows: ofCustomer },
  { table: 'letters', rows: ofCustomer },
  { table: 'sequence_steps', rows: ofCustomer },
  { table: 'appointments', rows: ofCustomer, hidden: ['sequence'] },
  { table: 'dialled_calls', rows: ofCustomer },
  { table: 'campaign_contacts', rows: ofCustomer },
  { table: 'campaign_events', rows: ofCustomer },
  { table: 'customer_contracts', rows: ofCustomer },
  { table: 'grants', rows: ofCustomer },
  { table: 'deadlines', rows: ofCustomer },
  { table: 'insight_queue', rows: ofCustomer },
  { table: 'orders', rows: ofCustomer },
  { table: 'carts', rows: numberedRows },
  { table: 'callbacks', rows: numberedRows },
  { table: 'calls_in_view', rows: ofCustomer },
  // Free words: also those that give a number or an address of hers, in whoever's call.
  {
    table: 'help_messages',
    rows: (subject) => sql`(one.customer_id = any(${cards(subject)})
      or ${wordsSpeakOf(sql`one.words`, subject)})`,
  },
  { table: 'practice_calls', rows: ofCustomer },
  { table: 'interactions', rows: interactionRows },
  { table: 'cases', rows: ofCustomer },
  { table: 'consents', rows: ofCustomer },
  { table: 'customer_history', rows: ofCustomer },
  { table: 'customer_relations', rows: ofCustomer },
  { table: 'customer_phones', rows: ofCustomer },
  {
    table: 'favourites',
    rows: (subject) => sql`(one.kind = 'outside' and one.number = any(${numbers(subject)}))`,
  },
  {
    table: 'customers',
    rows: (subject) => sql`one.id = any(${cards(subject)})`,
    hidden: ['search_text'],
  },
];

/** Tables that name a customer by an id alone: what is left there says nothing of the person. */
export const keepsIdsOnly: readonly string[] = ['erasures'];
