/** /v1/schedules: a week is proposed, changed and published; who sees what; two leads at once. */
import type { Session } from '@shared/contracts/http/auth.ts';
import { type TeamWeek, teamWeekSchema } from '@shared/contracts/http/schedules.ts';
import { dayLater } from '@shared/domain/calendar/day-text.ts';
import { usualSettings } from '@shared/domain/schedule/work-settings.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { piece, usualPieces } from '../../support/schedule/plans.ts';
import { until } from '../../support/until.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { publishDay, quietMonday } from './schedules.ts';

let hub: HubUnderTest;
let week: string;
const sessions = new Map<string, Session>();
const session = (login: string) => sessions.get(login) as Session;
const nadia = 'nadia.ferrand';
const camille = 'camille.roussel';

const ask = async (
  login: string,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  payload?: object,
) => {
  const sent = payload === undefined ? {} : { payload };
  const url = `/v1/schedules/${path}`;
  const answer = await hub.app.inject({ method, url, headers: bearer(session(login)), ...sent });
  return { status: answer.statusCode, json: answer.json() };
};
const seen = async (login = nadia): Promise<TeamWeek> =>
  teamWeekSchema.parse((await ask(login, 'GET', `week?day=${week}`)).json);
const propose = async (): Promise<TeamWeek> => {
  const { revision } = await seen();
  const { status, json } = await ask(nadia, 'POST', 'week/propose', { week, revision });
  expect(status, JSON.stringify(json)).toBe(200);
  return teamWeekSchema.parse(json);
};
const anotherTeam = async (login: string): Promise<void> => {
  const id = hub.newId();
  await hub.database.db.insertInto('teams').values({ id, name: 'Ailleurs' }).execute();
  await hub.database.db
    .updateTable('users')
    .set({ team_id: id })
    .where('login', '=', login)
    .execute();
};
const home = async (login: string): Promise<void> => {
  const team_id = session(camille).user.teamId;
  await hub.database.db.updateTable('users').set({ team_id }).where('login', '=', login).execute();
};

beforeAll(async () => {
  hub = await startHubUnderTest();
  for (const login of [nadia, camille, 'yanis.morel', 'agathe.perrot', 'hugo.delmas'])
    sessions.set(login, await hub.signIn(login, hub.newId()));
  week = quietMonday(hub.clock.now());
});
afterAll(() => hub?.close());
beforeEach(async () => {
  const { db } = hub.database;
  for (const table of [
    'schedule_days',
    'schedule_weeks',
    'shift_wishes',
    'staff_absences',
    'staff_terms',
    'work_settings',
  ] as const)
    await db.deleteFrom(table).execute();
});

it('[SCHED-15] [SCHED-16] a proposed week is a draft of the lead’s until it is published to all of the team', async () => {
  const empty = await seen();
  expect(empty).toMatchObject({ week, revision: 0, publishedAt: null, changes: 0 });
  expect(empty.people).toHaveLength(6);
  const draft = await propose();
  expect(draft.changes).toBe(30);
  for (const { days, worked, breaches } of draft.people) {
    expect(days).toHaveLength(5);
    expect(worked).toBe(2_100);
    expect(breaches).toEqual([]);
  }
  const mine = async () => (await ask(camille, 'GET', `mine?day=${week}`)).json;
  const teamDay = async () => (await ask(camille, 'GET', `day?day=${week}`)).json;
  const there = async () =>
    (await teamDay()).people.filter(({ pieces }: { pieces: object[] }) => pieces.length > 0).length;
  expect([(await mine()).days, await there()]).toEqual([[], 0]);
  const { revision } = draft;
  const published = await ask(nadia, 'POST', 'week/publish', { week, revision });
  expect(published.json).toMatchObject({ changes: 0, revision: revision + 1 });
  expect(Date.parse(published.json.publishedAt)).not.toBeNaN();
  expect((await mine()).days).toHaveLength(5);
  expect(await mine()).toMatchObject({ week, worked: 2_100, weeklyMinutes: 2_100 });
  expect(await there()).toBeGreaterThan(2);
});

it('[SCHED-16] two leads at once: the second is refused and looks again', async () => {
  const { revision } = await propose();
  const userId = session(camille).user.id;
  const change = { week, revision, userId, day: week, pieces: usualPieces };
  const [one, other] = await Promise.all([
    ask(nadia, 'PUT', 'week/day', change),
    ask('agathe.perrot', 'PUT', 'week/day', { ...change, pieces: [] }),
  ]);
  expect([one.status, other.status].sort()).toEqual([200, 409]);
  expect([one, other].find(({ status }) => status === 409)?.json.code).toBe('version-superseded');
  for (const path of ['week/propose', 'week/publish'])
    expect((await ask(nadia, 'POST', path, { week, revision })).json.code).toBe(
      'version-superseded',
    );
});

it('[SCHED-17] what a rule refuses is kept as a draft with its finding, and is not published', async () => {
  const { revision, people } = await propose();
  const userId = people.find(({ name }) => name === 'Camille Roussel')?.userId ?? '';
  const long = [
    piece('calls', '07:00', '13:00'),
    piece('meal', '13:00', '13:30'),
    piece('meeting', '13:30', '19:00'),
  ];
  const changed = await ask(nadia, 'PUT', 'week/day', {
    week,
    revision,
    userId,
    day: week,
    pieces: long,
  });
  const hers = teamWeekSchema.parse(changed.json).people.find((one) => one.userId === userId);
  expect(hers?.breaches.find(({ rule }) => rule === 'day-length')).toMatchObject({
    rule: 'day-length',
    article: 'L3121-18',
    measured: 690,
  });
  const refused = await ask(nadia, 'POST', 'week/publish', { week, revision: revision + 1 });
  expect([refused.status, refused.json.code]).toEqual([409, 'schedule-refused']);
  expect(refused.json.detail).toContain(`Camille Roussel: day-length ${week}`);
  expect((await ask(camille, 'GET', `mine?day=${week}`)).json.days).toEqual([]);
  const foreign = [piece('calls', '09:00', '11:00', { brandId: 'nobodys' })];
  const not = await ask(nadia, 'PUT', 'week/day', {
    week,
    revision: revision + 1,
    userId,
    day: week,
    pieces: foreign,
  });
  expect(not.status).toBe(400);
});

it('[SCHED-17] a proposal of the week that runs leaves the days that are over', async () => {
  const monday = (await ask(nadia, 'GET', 'week')).json.week as string;
  const { teamId, id: userId } = session(camille).user;
  const over = dayLater(monday, -1);
  // A week that began yesterday at the latest: its Monday is over on any day but Monday itself.
  await publishDay(hub, { userId, teamId: teamId ?? '', day: over });
  const { revision } = (await ask(nadia, 'GET', `week?day=${over}`)).json;
  const { json } = await ask(nadia, 'POST', 'week/propose', { week: over, revision });
  const hers = teamWeekSchema.parse(json).people.find((one) => one.userId === userId);
  expect(hers?.days).toEqual([{ day: over, pieces: usualPieces }]);
});

it('[SCHED-15] nobody sees another team’s week or day, and no advisor a draft', async () => {
  await propose();
  expect((await ask(camille, 'GET', 'week')).status).toBe(403);
  expect((await ask('hugo.delmas', 'GET', 'week')).status).toBe(403);
  const { teamId } = session(nadia).user;
  await anotherTeam(nadia);
  try {
    expect((await seen()).people).toEqual([]);
    for (const path of [`week?teamId=${teamId}`, `day?teamId=${teamId}`])
      expect((await ask(nadia, 'GET', path)).status, path).toBe(404);
    expect((await ask('agathe.perrot', 'GET', `week?teamId=${teamId}`)).json.people).toHaveLength(
      6,
    );
    const terms = { weeklyMinutes: 1_200, adultFrom: null, availability: null };
    const theirs = session(camille).user.id;
    expect((await ask(nadia, 'PUT', `people/${theirs}`, terms)).status).toBe(404);
  } finally {
    await home(nadia);
  }
});

it('[SCHED-18] a wish is one’s own, for a day to come, and seen by whoever plans', async () => {
  const day = dayLater(week, 2);
  const wished = await ask(camille, 'PUT', 'mine/wishes', { day, kind: 'off' });
  expect(wished.json.wishes).toEqual([{ day, kind: 'off' }]);
  const hers = async () => (await seen()).people.find(({ name }) => name === 'Camille Roussel');
  expect((await hers())?.wishes).toEqual([{ day, kind: 'off' }]);
  const built = (await propose()).people.find(({ name }) => name === 'Camille Roussel');
  expect(built?.days.map((one) => one.day)).not.toContain(day);
  expect(built?.days).toHaveLength(5);
  await ask(camille, 'PUT', 'mine/wishes', { day, kind: null });
  expect((await hers())?.wishes).toEqual([]);
  const today = new Date(hub.clock.now()).toISOString().slice(0, 10);
  expect((await ask(camille, 'PUT', 'mine/wishes', { day: today, kind: 'off' })).status).toBe(409);
});

it('[SCHED-21] contracts, absences and agreements bind the proposal', async () => {
  const { id: userId } = session(camille).user;
  const terms = { weeklyMinutes: 1_200, adultFrom: null, availability: null };
  expect((await ask(nadia, 'PUT', `people/${userId}`, terms)).json).toEqual(terms);
  const absence = { id: hub.newId(), userId, from: week, to: dayLater(week, 3) };
  expect((await ask(nadia, 'POST', 'absences', absence)).status).toBe(200);
  const hers = (await propose()).people.find((one) => one.userId === userId);
  expect(hers?.days.length).toBeGreaterThan(0);
  expect(hers?.days.map(({ day }) => day).every((day) => day > dayLater(week, 3))).toBe(true);
  expect(hers?.worked).toBeLessThanOrEqual(1_200);
  const settings = { ...usualSettings, sundays: 'agreed', screen: null };
  const kept = await ask(nadia, 'PUT', 'settings', { settings, revision: 0 });
  expect(kept.json).toEqual({ settings, revision: 1 });
  expect((await ask(nadia, 'PUT', 'settings', { settings, revision: 0 })).json.code).toBe(
    'version-superseded',
  );
  expect((await seen()).settings).toEqual(settings);
  expect((await ask(nadia, 'DELETE', `absences/${absence.id}`)).status).toBe(200);
  expect((await ask(nadia, 'DELETE', `absences/${absence.id}`)).status).toBe(404);
  expect((await ask(camille, 'PUT', `people/${userId}`, terms)).status).toBe(403);
});

it('[SCHED-20] each change is audited and told to the team’s desktops, to nobody else’s', async () => {
  const base = await hub.app.listen({ host: '127.0.0.1', port: 0 });
  await anotherTeam('yanis.morel');
  const away = await hub.signIn('yanis.morel', hub.newId());
  const connect = async ({ accessToken }: Session) => {
    const socket = new WebSocket(`${base.replace('http', 'ws')}/v1/live`);
    const heard: string[] = [];
    socket.on('message', (data) => heard.push(JSON.parse(String(data)).type));
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(JSON.stringify({ type: 'hello', accessToken }));
    await until('welcome', () => heard.includes('welcome'));
    return { socket, heard };
  };
  const [hers, his] = [await connect(session(camille)), await connect(away)];
  const { revision } = await propose();
  await ask(nadia, 'POST', 'week/publish', { week, revision });
  await until('she is told', () => hers.heard.includes('schedules'));
  expect(his.heard).not.toContain('schedules');
  for (const { socket } of [hers, his]) socket.close();
  await home('yanis.morel');
  const deeds = await hub.database.db
    .selectFrom('audit_log')
    .select('action')
    .where('entity', '=', 'schedule')
    .where('entity_id', '=', session(nadia).user.teamId)
    .orderBy('id', 'desc')
    .limit(2)
    .execute();
  expect(deeds.map(({ action }) => action)).toEqual(['published', 'proposed']);
});
