/**
 * A year of a centre of a hundred advisors: a million calls and three million states, written as the hub's
 * triggers leave them, without the exchanges that they come from: those would take hours, and no figure
 * reads them.
 */
import type pg from 'pg';

export const calls = 1_000_000;
export const states = 3_000_000;
export const advisors = 100;

/** A settled number between 0 and 1 for a row and a purpose, so that each run counts the same. */
const draw = (purpose: string): string =>
  `(abs(hashint4extended(n, hashtext('${purpose}'))) % 100000 / 100000.0)`;
const person = (n: string): string =>
  `('00000000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

const people = `
  insert into users (id, login, first_name, last_name, role, team_id, locale, password_hash)
  select ${person('n')}, 'bench-' || n, 'Ana', 'Ailleurs ' || n, 'advisor',
    (select id from teams limit 1), 'fr', 'none' from generate_series(0, ${advisors - 1}) n`;

const handled = `
  insert into handled_calls (interaction_id, at, answered_at, ended_at, wrap_ended_at, brand_id, advisor_id,
    direction, outside, queue, waited_s, took, in_queue, speech, talk_ms, hold_ms, wrap_ms, handed,
    follow_up, asks, earlier_at, next_at)
  select gen_random_uuid(), at, at, at + interval '4 minutes', at + interval '5 minutes',
    (array['kerdoual', 'solvenne'])[1 + n % 2], ${person(`n % ${advisors}`)},
    case when n % 3 = 0 then 'outbound' else 'inbound' end, true,
    case when n % 3 = 0 then null else 'queue-' || n % 12 end, (${draw('wait')} * 60)::int, n % 3 <> 0,
    n % 3 <> 0, 'speech ' || n % 20, (${draw('talk')} * 400000)::int, (${draw('hold')} * 20000)::int,
    (${draw('wrap')} * 80000)::int, case when ${draw('handed')} < 0.08 then 'blind' end,
    ${draw('promise')} < 0.1, n % 3 <> 0, case when ${draw('earlier')} < 0.1 then at - interval '2 days' end,
    case when ${draw('next')} < 0.1 then at + interval '2 days' end
  from (select n, now() - make_interval(secs => 1 + n * (364.0 * 86400 / ${calls})) as at
    from generate_series(0, ${calls - 1}) n) told`;

/** Two of three came from a queue, and one in ten of them was given up. */
const queued = `
  insert into queue_calls (queue, leg_id, joined_at, outcome, waited_s, talked_s)
  select 'queue-' || n % 12, n::text, now() - make_interval(secs => 1 + n * (364.0 * 86400 / ${calls})),
    case when ${draw('lost')} < 0.1 then 'hung-up' else 'taken' end, (${draw('wait')} * 60)::int,
    (${draw('talk')} * 400)::int
  from generate_series(0, ${calls - 1}) n where n % 3 <> 0`;

const told = `
  insert into advisor_states (mutation_id, user_id, state, reason, since, received_at)
  select gen_random_uuid(), ${person(`n % ${advisors}`)},
    (array['ready', 'busy', 'wrap-up', 'ready', 'pause', 'offline'])[1 + (n / ${advisors}) % 6], null, at, at
  from (select n, now() - make_interval(secs => 1 + n * (364.0 * 86400 / ${states})) as at
    from generate_series(0, ${states - 1}) n) told`;

export const loadYear = async (client: pg.Client): Promise<void> => {
  await client.query('begin');
  await client.query('set local session_replication_role = replica');
  await client.query('delete from handled_calls');
  await client.query('delete from advisor_states');
  for (const step of [people, handled, told, queued]) await client.query(step);
  await client.query("update brand_numbers set queue = 'queue-' || (abs(hashtext(id::text)) % 12)");
  await client.query('select recount_states(array(select id from users))');
  await client.query('commit');
  for (const table of ['handled_calls', 'advisor_states', 'state_days', 'queue_calls'])
    await client.query(`vacuum (full, analyze) ${table}`);
};
