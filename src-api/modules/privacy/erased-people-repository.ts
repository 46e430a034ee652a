/** What came late: events of a time before an erasure make nobody again. */
import type { HubTables } from '@api/db/tables.ts';
import type { Mention } from '@shared/contracts/hooks/event.ts';
import { type Kysely, sql } from 'kysely';
import type { Subject } from './subject.ts';

type Db = Kysely<HubTables>;

/** Longer than any source keeps an event back. */
const keptDays = 400;

/**
 * Notes by what she could be told of again: each number and address under each name that she had, those
 * that were hers alone without any, and what sources call her.
 */
export const noteErased = async (
  tx: Db,
  { customerIds, ownNumbers }: Subject,
  at: string,
): Promise<void> => {
  await sql`
    with contacts as (
      select 'phone ' || e164 as contact, e164 = any(${[...ownNumbers]}::text[]) as own
      from customer_phones where customer_id = any(${[...customerIds]}::uuid[])
      union
      select 'email ' || lower(email), not exists (select from customers other
        where other.emails && array[email] and other.id <> all(${[...customerIds]}::uuid[]))
      from customers, unnest(emails) email where id = any(${[...customerIds]}::uuid[])
    ),
    names as (
      select trim(first_name || ' ' || last_name) as name
      from names_of(${[...customerIds]}::uuid[])
    ),
    told as (
      select contact || E'\n' || name as words from contacts, names
      union select contact || E'\n' from contacts where own
      union select 'ref ' || source_id::text || E'\n' || external_id from external_references
        where kind = 'customer' and id = any(${[...customerIds]}::uuid[])
    )
    insert into erased_people (digest, at) select erased_digest(words), ${at} from told
    on conflict (digest) do update set at = excluded.at`.execute(tx);
  await sql`delete from erased_people
    where at < ${at}::timestamptz - make_interval(days => ${keptDays})`.execute(tx);
};

/** Whether the event is of somebody who was erased after it happened. */
export const isOfErased = async (
  tx: Db,
  sourceId: string,
  { ref, phones, emails, firstName, lastName, companyName }: Mention,
  happenedAt: string,
): Promise<boolean> => {
  const name = companyName ?? `${firstName ?? ''} ${lastName ?? ''}`;
  const contacts = [
    ...phones.map((e164) => `phone ${e164}`),
    ...emails.map((email) => `email ${email.toLowerCase()}`),
  ];
  const known = ref === undefined ? [] : [`ref ${sourceId}\n${ref}`];
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from erased_people where at >= ${happenedAt} and digest in (
        select erased_digest(contact || E'\n' || plain_words(${name}))
        from unnest(${contacts}::text[]) contact
        union all select erased_digest(words) from unnest(${known}::text[]) words
      )
    ) as found`.execute(tx);
  return rows[0]?.found ?? false;
};
