/**
 * Campaigns with 200,000 people and 500,000 attempts, written as the hub's triggers leave them, without
 * the calls, cards and orders that they come from: those would take hours, and no figure reads them.
 */
import type pg from 'pg';

export const people = 200_000;
export const attempts = 500_000;
const days = 25;

/** A settled number between 0 and 1 for a row and a purpose, so that each run counts the same. */
const draw = (purpose: string): string =>
  `(abs(hashint4extended(n, hashtext('${purpose}'))) % 100000 / 100000.0)`;

const contacts = `
  insert into campaign_contacts (id, campaign_id, customer_id, state, zone, score, value_cents,
    waiting_since, added_at, attempts)
  select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
    ($1::uuid[])[1 + n % cardinality($1::uuid[])], gen_random_uuid(), 'over', 'Europe/Paris', 0.5, 0,
    now(), now(), '[]'
  from generate_series(0, ${people - 1}) n`;

const made = `
  insert into campaign_attempts (contact_id, place, campaign_id, at, weekday, hour, result, advisor_id,
    disposition, seconds, recorded, script_id, script_version, department, ordered, appointment)
  select ('00000000-0000-7000-8000-' || lpad(to_hex(n % ${people}), 12, '0'))::uuid, 1 + n / ${people},
    ($1::uuid[])[1 + (n % ${people}) % cardinality($1::uuid[])],
    now() - make_interval(days => (1 + ${draw('day')} * ${days})::int), 1 + (${draw('weekday')} * 5)::int % 5,
    10 + (${draw('hour')} * 10)::int % 10, case when reached then 'reached' else 'no-answer' end,
    ($2::uuid[])[1 + (${draw('advisor')} * cardinality($2::uuid[]))::int % cardinality($2::uuid[])],
    case when reached then (array['rendez-vous', 'refus', 'autre'])[1 + (${draw('ending')} * 3)::int % 3] end,
    30 + ${draw('seconds')} * 200, true, 'kerdoual-invitation', (1 + (${draw('version')} * 4)::int % 4)::text,
    lpad((1 + (n % ${people}) % 95)::text, 2, '0'), reached and ${draw('order')} < 0.05,
    case when reached and ${draw('visit')} < 0.1 then (array['kept', 'not-kept', 'booked'])[1 + n % 3] end
  from (select n, ${draw('reached')} < 0.35 as reached from generate_series(0, ${attempts - 1}) n) told`;

/** Triggers and references rest meanwhile: what they would write is written here. */
export const loadAttempts = async (
  client: pg.Client,
  campaignIds: readonly string[],
): Promise<void> => {
  const { rows } = await client.query<{ id: string }>('select id from users order by id');
  const advisorIds = rows.map(({ id }) => id);
  await client.query('begin');
  await client.query('set local session_replication_role = replica');
  await client.query('delete from campaign_attempts');
  await client.query(contacts, [campaignIds]);
  await client.query(made, [campaignIds, advisorIds]);
  await client.query(
    'select mark_earlier_attempts(array_agg(distinct contact_id)) from campaign_attempts',
  );
  await client.query('commit');
  // As a table that has grown for weeks, not one that was written twice a moment ago.
  await client.query('vacuum (full, analyze) campaign_attempts');
};
