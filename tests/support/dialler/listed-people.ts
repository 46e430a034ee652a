/** Many people of one commune and advisors for them, written into a hub's database as one would find them. */
import type { HubDatabase } from '@api/db/database.ts';
import { sql } from 'kysely';

/** The nth person's number: its last two digits tell what sipp does with a call to it. */
export const numberOf = (place: number): string => `+3363998${String(place).padStart(4, '0')}`;

type People = {
  readonly count: number;
  readonly commune: string;
  readonly postcode: string;
  readonly givenAt: string;
};

/** People with a consent to be called by Kerdoual. */
export const addPeople = async (
  db: HubDatabase,
  { count, commune, postcode, givenAt }: People,
  from = 0,
): Promise<void> => {
  await sql`
    with made as (
      insert into customers (id, kind, civility, first_name, last_name, language, emails,
        address_lines, postcode, commune, insee_code, country, brand_ids, search_text, version,
        updated_at)
      select gen_random_uuid(), 'person', 'none', 'Personne', 'N' || place, 'fr', '{}',
        '{"1 rue du Port"}', ${postcode}, 'Essai', ${commune}, 'FR', '{kerdoual}',
        'personne n' || place, 0, ${givenAt}
      from generate_series(${from}::int, ${from + count - 1}::int) place
      returning id, last_name
    ), phones as (
      insert into customer_phones (customer_id, position, e164, label)
      select id, 0, '+3363998' || lpad(substring(last_name from 2), 4, '0'), 'mobile' from made
    ), known as (
      insert into customer_relations
        (customer_id, brand_id, since, value_12_months_cents, segment, vip, relation_mode)
      select id, 'kerdoual', '2020-01-01', 10000, 'standard', false, 'neutral' from made
    )
    insert into consents (id, customer_id, brand_id, channel, status, purpose, given_at, proof)
    select gen_random_uuid(), id, 'kerdoual', 'phone', 'given', 'offres de la marque', ${givenAt},
      'formulaire' from made`.execute(db);
};

/** Advisors of Camille's team and brands, each with a line of the lab's switch. */
export const addAdvisors = async (db: HubDatabase, lines: readonly string[]): Promise<void> => {
  await sql`
    with made as (
      insert into users (id, login, first_name, last_name, role, team_id, locale, password_hash)
      select gen_random_uuid(), 'ligne.' || line, 'Ligne', line, role, team_id, locale, password_hash
      from users, unnest(${[...lines]}::text[]) line where login = 'camille.roussel'
      returning id, last_name
    ), brands as (
      insert into user_brands (user_id, brand_id) select id, 'kerdoual' from made
    )
    insert into lines (user_id, extension, password) select id, last_name, 'ligne-' || last_name
    from made`.execute(db);
};

/** A qualification that says that an offer was refused: sixty days of silence. */
export const addRefusal = async (db: HubDatabase): Promise<void> => {
  await sql`
    insert into dispositions (brand_id, code, label_fr, label_en, group_fr, group_en, synonyms,
      resolves_case, expects_callback, refuses_offer, rank)
    select 'kerdoual', code, code, code, 'Vente', 'Sale', '{}', false, false, code = 'refus', 99
    from unnest(array['refus', 'oppose', 'echange']) code
  `.execute(db);
};

const peopleOf = (numbers: readonly string[]) => sql`
  select customer_id from customer_phones where e164 = any(${[...numbers]}::text[])`;

/** After the list was made: they want no calls any more. */
export const oppose = async (
  db: HubDatabase,
  numbers: readonly string[],
  at: string,
): Promise<void> => {
  await sql`
    insert into consents (id, customer_id, brand_id, channel, status, purpose, given_at, proof)
    select gen_random_uuid(), customer_id, 'kerdoual', 'phone', 'opposed', 'commercial', ${at}, 'lettre'
    from (${peopleOf(numbers)}) one`.execute(db);
};

/** After the list was made: nobody can show any more that they ever said yes. */
export const loseConsent = async (db: HubDatabase, numbers: readonly string[]): Promise<void> => {
  await sql`delete from consents where customer_id in (${peopleOf(numbers)})`.execute(db);
};

/** After the list was made: they refused an offer of the brand in a call. */
export const refuse = async (
  db: HubDatabase,
  numbers: readonly string[],
  at: string,
): Promise<void> => {
  await sql`
    insert into interactions (id, customer_id, brand_id, channel, direction, started_at, ended_at,
      recorded_at, outcome, title, notes, disposition_code)
    select gen_random_uuid(), customer_id, 'kerdoual', 'phone', 'inbound', ${at}, ${at}, ${at},
      'answered', '', '[]', 'refus'
    from (${peopleOf(numbers)}) one`.execute(db);
};
