/** Noon is short of people for a brand: who could move is told, asked, and changes only by her own yes. */
import type { Session } from '@shared/contracts/http/auth.ts';
import { type Today, todaySchema } from '@shared/contracts/http/schedule-moves.ts';
import { dayOfText, textOfDay } from '@shared/domain/calendar/day-text.ts';
import { instantOf, localDateOf } from '@shared/domain/calendar/zoned-time.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { minuteOf, piece } from '../../support/schedule/plans.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { publishDay, quietMonday } from './schedules.ts';

const zone = 'Europe/Paris';
let hub: HubUnderTest;
let today: string;
const sessions = new Map<string, Session>();
const user = (login: string) => (sessions.get(login) as Session).user;
const [nadia, camille, yanis, lea] = [
  'nadia.ferrand',
  'camille.roussel',
  'yanis.morel',
  'lea.fontaine',
] as const;

const ask = async (login: string, method: 'GET' | 'POST', path: string, payload?: object) => {
  const sent = payload === undefined ? {} : { payload };
  const headers = bearer(sessions.get(login) as Session);
  const answer = await hub.app.inject({ method, url: `/v1/schedules/${path}`, headers, ...sent });
  return { status: answer.statusCode, json: answer.json() };
};
const seen = async (): Promise<Today> => {
  const { status, json } = await ask(nadia, 'GET', 'today');
  expect(status, JSON.stringify(json)).toBe(200);
  return todaySchema.parse(json);
};
const works = (login: string, pieces: Parameters<typeof publishDay>[1]['pieces'] = []) =>
  publishDay(hub, { userId: user(login).id, teamId: user(login).teamId ?? '', day: today, pieces });
const hersToday = async (login: string) =>
  (await ask(login, 'GET', `mine?day=${today}`)).json.days.find(
    ({ day }: { day: string }) => day === today,
  )?.pieces;
/** On calls of a brand, with lunch at one. */
const on = (brandId: string) => [
  piece('calls', '09:00', '11:00', { brandId }),
  piece('break', '11:00', '11:15'),
  piece('calls', '11:15', '13:00', { brandId }),
  piece('meal', '13:00', '13:45'),
  piece('calls', '13:45', '16:00', { brandId }),
];

beforeAll(async () => {
  hub = await startHubUnderTest();
  const monday = dayOfText(quietMonday(hub.clock.now()));
  hub.clock.advance(instantOf(monday, 11 * 60 + 48, zone) - hub.clock.now());
  today = textOfDay(localDateOf(hub.clock.now(), zone));
  for (const login of [nadia, camille, yanis, lea])
    sessions.set(login, await hub.signIn(login, hub.newId()));
  await sql`delete from interactions where channel = 'phone' and direction = 'inbound'`.execute(
    hub.database.db,
  );
  await sql`insert into interactions (id, brand_id, channel, direction, started_at, ended_at,
      wrap_up_ended_at, outcome, title, notes, call)
    select gen_random_uuid(), 'kerdoual', 'phone', 'inbound', came, came + interval '5 minutes',
      came + interval '6 minutes', 'answered', 'Appel', '[]',
      jsonb_build_object('callUid', gen_random_uuid(), 'answeredAt', came)
    from (select ((${today}::date - one_day + time '12:05' + half * interval '15 minutes') at time zone ${zone}) as came
      from generate_series(1, 40) as one_day, generate_series(0, 1) as half, generate_series(1, 3)) as calls`.execute(
    hub.database.db,
  );
});
afterAll(() => hub?.close());
beforeEach(async () => {
  for (const table of ['schedule_days', 'schedule_weeks', 'schedule_moves'] as const)
    await hub.database.db.deleteFrom(table).execute();
  await works(lea, on('kerdoual'));
  await works(camille, on('solvenne'));
  await works(yanis, on('solvenne'));
});

it('[SCHED-23] [SCHED-25] the day under way says what is needed, planned and missing, and what moves would bring', async () => {
  const { day, quarters, advice, known } = await seen();
  expect(known).toBe(true);
  expect(day).toBe(today);
  const noon = quarters.find(({ from }) => from === '12:00');
  expect(noon).toMatchObject({ over: false, planned: 3 });
  expect(noon?.needed).toBeGreaterThan(1);
  expect(quarters.find(({ from }) => from === '11:30')).toMatchObject({ over: true, needed: 0 });
  expect(advice?.shortfall).toMatchObject({ brandId: 'kerdoual', from: 720 });
  expect(advice?.moves[0]).toMatchObject({ kind: 'help', leaves: 'solvenne', brandId: 'kerdoual' });
  const names = advice?.moves[0]?.people.map(({ name }) => name);
  expect(names).toContain('Camille Roussel');
  expect(advice?.after.share).toBeGreaterThan(advice?.before.share ?? 1);
});

it('[SCHED-26] each is asked, and her day changes only when she accepts', async () => {
  const id = (await seen()).advice?.moves[0]?.id ?? '';
  const asked = await ask(nadia, 'POST', 'moves', { ids: [id] });
  expect(asked.status, JSON.stringify(asked.json)).toBe(200);
  const before = await hersToday(camille);
  const mine = (await ask(camille, 'GET', 'moves/mine')).json.asks;
  expect(mine).toMatchObject([{ kind: 'help', brandId: 'kerdoual', from: 720, status: 'asked' }]);
  expect(await hersToday(camille)).toEqual(before);
  for (const login of [yanis, nadia])
    expect(
      (await ask(login, 'POST', `moves/${mine[0].id}/answer`, { answer: 'accept' })).status,
    ).toBe(404);
  expect(
    (await ask(camille, 'POST', `moves/${mine[0].id}/answer`, { answer: 'withdraw' })).status,
  ).toBe(404);
  const done = await ask(camille, 'POST', `moves/${mine[0].id}/answer`, { answer: 'accept' });
  expect(done.json.status).toBe('accepted');
  expect(await hersToday(camille)).toEqual(mine[0].after);
  expect(
    (await ask(camille, 'POST', `moves/${mine[0].id}/answer`, { answer: 'decline' })).json.code,
  ).toBe('move-not-in-state');
  expect((await seen()).asks.find((one) => one.id === mine[0].id)?.status).toBe('accepted');
  // What was advised before is advised no more.
  expect((await ask(nadia, 'POST', 'moves', { ids: [id] })).json.code).toBe('version-superseded');
});

it('[SCHED-26] a refusal changes nothing, what her lead takes back neither, nor what changed meanwhile', async () => {
  const askAll = async () => {
    const ids = ((await seen()).advice?.moves ?? [])
      .filter(({ kind }) => kind === 'help')
      .map(({ id }) => id);
    await ask(nadia, 'POST', 'moves', { ids });
    return (await ask(camille, 'GET', 'moves/mine')).json.asks[0];
  };
  const before = await hersToday(camille);
  const first = await askAll();
  expect(
    (await ask(camille, 'POST', `moves/${first.id}/answer`, { answer: 'decline' })).json.status,
  ).toBe('declined');
  const second = await askAll();
  expect(
    (await ask(nadia, 'POST', `moves/${second.id}/answer`, { answer: 'withdraw' })).json.status,
  ).toBe('withdrawn');
  expect((await ask(camille, 'GET', 'moves/mine')).json.asks).toEqual([]);
  expect(await hersToday(camille)).toEqual(before);
  const third = await askAll();
  await works(camille, on('kerdoual'));
  expect(
    (await ask(camille, 'POST', `moves/${third.id}/answer`, { answer: 'accept' })).json.code,
  ).toBe('version-superseded');
  const deeds = await hub.database.db
    .selectFrom('audit_log')
    .select('action')
    .where('entity', '=', 'schedule-move')
    .where('entity_id', 'in', [first.id, second.id])
    .orderBy('id')
    .execute();
  expect(deeds.map(({ action }) => action)).toEqual(['asked', 'declined', 'asked', 'withdrawn']);
  expect((await ask(camille, 'GET', 'today')).status).toBe(403);
});

it('[SCHED-34] she sees her own adherence at once, her lead the day once it is over', async () => {
  const state = (from: string, name: 'ready' | 'busy' | 'pause') => ({
    mutation_id: hub.newId(),
    user_id: user(camille).id,
    state: name,
    reason: null,
    since: new Date(instantOf(dayOfText(today), minuteOf(from), zone)).toISOString(),
    received_at: new Date(hub.clock.now()).toISOString(),
  });
  await hub.database.db
    .insertInto('advisor_states')
    .values([
      state('08:50', 'ready'),
      state('10:00', 'pause'),
      state('10:10', 'ready'),
      state('10:55', 'busy'),
      state('11:20', 'ready'),
    ])
    .execute();
  const seenBy = async (login: string) =>
    (await ask(login, 'GET', `adherence?day=${today}`)).json.people as {
      name: string;
      days: object[];
    }[];
  // Nine to 11:48: ten minutes of pause; the call went on through her break.
  expect(await seenBy(camille)).toMatchObject([
    { name: 'Camille Roussel', days: [{ day: today, measured: 168, followed: 158, excused: 15 }] },
  ]);
  expect((await seenBy(nadia)).flatMap(({ days }) => days)).toEqual([]);
  hub.clock.advance(24 * 3_600_000);
  sessions.set(nadia, await hub.signIn(nadia, hub.newId()));
  const hers = (await seenBy(nadia)).find(({ name }) => name === 'Camille Roussel');
  expect(hers?.days).toMatchObject([{ day: today }]);
});
