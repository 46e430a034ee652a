/**
 * Where a person is spoken of without being known: lines of files that wait, are refused or have not
 * been read yet, and events in quarantine. Found by what identifies her, in whatever form it was written.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Subject } from './subject.ts';

const cards = ({ customerIds }: Subject) => sql`${[...customerIds]}::uuid[]`;
const numbers = ({ ownNumbers }: Subject) => sql`${[...ownNumbers]}::text[]`;

/** The digits that every writing of a number has: 0639980001, +33 (0)6 39 98 00 01, 639980001. */
const digitsOf = (text: RawBuilder<unknown>) => sql`regexp_replace(${text}, '[^0-9]', '', 'g')`;
const hasNumber = (text: RawBuilder<unknown>, subject: Subject) => sql`exists (
  select from unnest(${numbers(subject)}) own
  where ${digitsOf(text)} like '%' || right(own, 9))`;
const hasMailbox = (text: RawBuilder<unknown>, subject: Subject) => sql`exists (
  select from customers mine, unnest(mine.emails) email
  where mine.id = any(${cards(subject)}) and position(lower(email) in lower(${text})) > 0)`;

/** Free words that give a number or an address of hers. A name alone may be a namesake's. */
export const wordsSpeakOf = (text: RawBuilder<unknown>, subject: Subject) =>
  sql<boolean>`(${hasNumber(text, subject)} or ${hasMailbox(text, subject)})`;

/** A namesake's own line stays: beside the name stands her postcode, or nothing that tells them apart. */
const isNamed = (subject: Subject) => sql`exists (
  select from names_of(${cards(subject)}) mine
  where exists (select from unnest(one.cells) cell where plain_words(cell) = mine.last_name)
    and (mine.first_name = '' or exists (select from unnest(one.cells) cell
      where plain_words(cell) = mine.first_name))
    and (mine.postcode = any(one.cells) or not exists (select from unnest(one.cells) cell
      where cell like '%@%.%' or cell ~ '^[0-9]{5}$' or length(${digitsOf(sql`cell`)}) >= 9)))`;

/** Of `import_lines`: the cells as they were sent, whatever became of the line. */
export const lineSpeaksOf = (subject: Subject): RawBuilder<boolean> => sql<boolean>`
  (exists (select from unnest(one.cells) cell
      where ${hasNumber(sql`cell`, subject)} or ${hasMailbox(sql`cell`, subject)})
    or ${isNamed(subject)})`;

const mentionOf = (field: string) =>
  sql`json_of(one.body) #>> ${`{data,customer,${field}}`}::text[]`;

/** Of `hook_events` that took no effect: by her name at the source, her contacts, or her name. */
export const eventSpeaksOf = (subject: Subject): RawBuilder<boolean> => sql<boolean>`
  (one.status <> 'applied' and one.body is not null and (
    (one.source_id, ${mentionOf('ref')}) in (
      select source_id, external_id from external_references
      where kind = 'customer' and id = any(${cards(subject)}))
    or exists (select from jsonb_array_elements_text(
        case jsonb_typeof(json_of(one.body) #> '{data,customer,phones}') when 'array'
          then json_of(one.body) #> '{data,customer,phones}' else '[]' end
        || coalesce(json_of(one.body) #> '{data,number}', '[]')) phone
      where ${hasNumber(sql`phone`, subject)})
    or ${hasMailbox(sql`convert_from(one.body, 'LATIN1')`, subject)}
    or exists (select from names_of(${cards(subject)}) mine
      where plain_words(coalesce(${mentionOf('companyName')}, ${mentionOf('lastName')}))
          = mine.last_name
      and plain_words(${mentionOf('firstName')}) = mine.first_name
      and (${mentionOf('address,postcode')} = mine.postcode or (${mentionOf('ref')} is null
        and coalesce(${mentionOf('phones')}, '[]') = '[]'
        and coalesce(${mentionOf('emails')}, '[]') = '[]')))))`;
