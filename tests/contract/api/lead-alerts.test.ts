import { AlertWatch } from '@api/modules/lead-alerts/watch.ts';
import { leaveWatch } from '@api/modules/lead-alerts/watch-repository.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import type { AlertRulesAnswer, LeadAlert } from '@shared/contracts/http/lead-alerts.ts';
import { routes } from '@shared/contracts/routes.ts';
import { type AlertRules, usualAlertRules } from '@shared/domain/lead-alert/alert-rules.ts';
import { settledAfterMs } from '@shared/domain/lead-alert/follow-alerts.ts';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { callerOf, ScriptedCentre } from '../../support/centre/scripted-centre.ts';
import { until } from '../../support/until.ts';
import { openDesk, someCall, someNow } from './board-watch.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

let hub: HubUnderTest;
let centre: ScriptedCentre;
let address: string;
let nadia: Session;
let camille: Session;
let hugo: Session;
let agathe: Session;
let watch: AlertWatch;
let teamId: string;
const opened: (() => void)[] = [];

beforeAll(async () => {
  centre = new ScriptedCentre();
  hub = await startHubUnderTest({ centre });
  address = await hub.app.listen({ host: '127.0.0.1', port: 0 });
  watch = new AlertWatch({ ...hub, log: hub.app.log }, hub.app.leadBoard);
});
/** Anew each time: the clock goes further than a session lasts. */
beforeEach(async () => {
  nadia = await hub.signIn('nadia.ferrand', hub.newId());
  camille = await hub.signIn('camille.roussel', hub.newId());
  hugo = await hub.signIn('hugo.delmas', hub.newId());
  agathe = await hub.signIn('agathe.perrot', hub.newId());
  teamId = camille.user.teamId ?? '';
});
afterEach(async () => {
  for (const end of opened.splice(0)) end();
  centre.shows({ queues: [] });
  // Whoever was killed in a state is stuck in it.
  await hub.database.db.deleteFrom('live_desks').execute();
  hub.app.leadBoard.desksChanged(null);
  await until('no alert is left', async () => {
    hub.clock.advance(settledAfterMs);
    await watch.look();
    return (await allOpen()).length === 0;
  });
});
afterAll(async () => {
  await watch.stop();
  await hub.close();
});

const allOpen = () =>
  hub.database.db.selectFrom('lead_alerts').selectAll().where('ended_at', 'is', null).execute();
const ask = async (who: Session, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) => {
  const sent = payload === undefined ? {} : { payload };
  const answer = await hub.app.inject({ method, url, headers: bearer(who), ...sent });
  return { status: answer.statusCode, json: answer.body === '' ? null : answer.json() };
};
const mine = async (who = nadia): Promise<LeadAlert[]> =>
  (await ask(who, 'GET', `${routes.leadAlerts}/mine`)).json.alerts;
const take = (who: Session, id: string) => ask(who, 'POST', `${routes.leadAlerts}/${id}/take`);
const decide = async (change: Partial<AlertRules>): Promise<AlertRulesAnswer> => {
  const url = `${routes.teamAlertRules}/${teamId}`;
  const { version } = (await ask(nadia, 'GET', url)).json;
  const rules = { ...usualAlertRules, ...change };
  const answer = await ask(nadia, 'PUT', url, { version, rules });
  expect(answer.status).toBe(200);
  return answer.json;
};
/** Somebody waits too long for an advisor of Kerdoual. */
const longWait = () =>
  centre.shows({
    queues: [
      {
        name: 'kerdoual-service',
        callers: [callerOf('a', { since: hub.clock.now() - 300_000 })],
        members: [],
      },
    ],
  });
/** Looks until it is so; the board takes a moment to hear of the switch and of desktops. */
const looked = (what: string, isSo: (alerts: LeadAlert[]) => boolean, who = nadia) =>
  until(what, async () => {
    await watch.look();
    const alerts = await mine(who);
    return isSo(alerts) ? alerts : null;
  });
const leadAtDesk = async () => {
  const desk = await openDesk(address, nadia);
  opened.push(desk.kill);
  desk.say(someNow());
  return desk;
};

it('[ALERT-1] [ALERT-7] a lead is told of a queue of her brands, without any customer, and the journal of nobody else’s', async () => {
  longWait();
  const [alert] = await looked('she is told', (alerts) => alerts.length === 1);
  expect(alert).toMatchObject({
    teamId,
    kind: 'queue-wait',
    subject: { id: 'kerdoual-service' },
    brandIds: ['kerdoual'],
    takenBy: null,
    escalatedAt: null,
    endedAt: null,
  });
  expect(alert?.subject.name).not.toBe('kerdoual-service');
  expect(JSON.stringify(alert)).not.toContain('+33');
  expect(await mine(hugo)).toEqual([]);
  expect(await mine(agathe)).toEqual([]);
  expect((await ask(camille, 'GET', `${routes.leadAlerts}/mine`)).status).toBe(403);
  expect((await take(hugo, alert?.id ?? '')).status).toBe(404);
  await hub.database.db
    .deleteFrom('user_brands')
    .where('user_id', '=', nadia.user.id)
    .where('brand_id', '=', 'kerdoual')
    .execute();
  expect(await mine()).toEqual([]);
  await hub.database.db
    .insertInto('user_brands')
    .values({ user_id: nadia.user.id, brand_id: 'kerdoual' })
    .execute();
  expect(await mine()).toHaveLength(1);
});

it('[ALERT-1] a raised hand is told with the brand of its call', async () => {
  const desk = await openDesk(address, camille);
  opened.push(desk.kill);
  const since = new Date(hub.clock.now() - 60_000).toISOString();
  desk.say(someNow({ state: 'busy', call: someCall(), hand: { since, words: 'Au secours' } }));
  const alerts = await looked('her hand', (all) => all.some(({ kind }) => kind === 'hand'));
  const hand = alerts.find(({ kind }) => kind === 'hand');
  expect(hand).toMatchObject({
    subject: { id: camille.user.id, name: 'Camille Roussel' },
    since,
    brandIds: ['kerdoual'],
  });
});

it('[ALERT-6] whoever takes it up first has it, and the other is told', async () => {
  await decide({ escalateAfterS: 30, escalateTo: [hugo.user.id] });
  longWait();
  await looked('it goes further, for nobody is there', (all) => all.length === 1, hugo);
  const [alert] = await mine();
  const id = alert?.id ?? '';
  const both = await Promise.all([take(nadia, id), take(hugo, id)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const [first, second] = both[0].status === 200 ? [nadia, hugo] : [hugo, nadia];
  expect(await mine(second)).toMatchObject([{ takenBy: { id: first.user.id } }]);
  expect((await take(first, id)).status).toBe(200);
  const journal = await hub.database.db
    .selectFrom('audit_log')
    .select('user_id')
    .where('entity', '=', 'lead-alert')
    .where('entity_id', '=', id)
    .execute();
  expect(journal).toEqual([{ user_id: first.user.id }]);
});

it('[ALERT-5] what no lead takes up goes on to whom the team named, for her brands alone', async () => {
  await leadAtDesk();
  await decide({ escalateAfterS: 60, escalateTo: [hugo.user.id, agathe.user.id] });
  longWait();
  await looked('she is told', (all) => all.length === 1);
  expect(await mine(hugo)).toEqual([]);
  hub.clock.advance(61_000);
  await looked('he is told', (all) => all.length === 1, hugo);
  expect((await mine())[0]?.escalatedAt).not.toBeNull();
  const others = agathe.user.brandIds.includes('kerdoual') ? 1 : 0;
  expect(await mine(agathe)).toHaveLength(others);
  // Named no more, what came to him stays his until it is over.
  await decide({ escalateTo: [] });
  await watch.look();
  expect(await mine(hugo)).toHaveLength(1);
});

it('[ALERT-3] in quiet hours nobody is told, and afterwards what still holds', async () => {
  const always = [1, 2, 3, 4, 5, 6, 7];
  await decide({
    quiet: [
      { weekdays: always, from: 0, until: 1439 },
      { weekdays: always, from: 1439, until: 1 },
    ],
  });
  longWait();
  await until('it is kept', async () => {
    await watch.look();
    return (await allOpen()).length === 1;
  });
  expect(await mine()).toEqual([]);
  expect((await take(nadia, (await allOpen())[0]?.id ?? '')).status).toBe(404);
  await decide({ quiet: [] });
  await looked('told now', (all) => all.length === 1);
});

it('[ALERT-10] one hub tells, another goes on when it dies, and neither ends what it cannot see', async () => {
  const other = await hub.another();
  const second = new AlertWatch({ ...hub, log: other.log }, other.leadBoard);
  longWait();
  await looked('told', (all) => all.length === 1);
  const before = await allOpen();
  await second.look();
  const holder = async () =>
    (await hub.database.db.selectFrom('alert_watch').select('hub_id').execute())[0]?.hub_id;
  const first = await holder();
  // The first is silent for ten seconds: the second goes on.
  hub.clock.advance(10_000);
  await second.look();
  expect(await holder()).not.toBe(first);
  await watch.look();
  expect(await allOpen()).toEqual(before);
  // The switch is away from both: what hands say is told all the same, and no wait is over.
  centre.isAway = true;
  centre.shows({ queues: [] });
  const desk = await openDesk(address, camille);
  opened.push(desk.kill);
  const hand = { since: new Date(hub.clock.now() - 60_000).toISOString(), words: '' };
  desk.say(someNow({ hand }));
  await until('the hand is told', async () => {
    hub.clock.advance(20_000);
    await second.look();
    return (await allOpen()).length === 2;
  });
  expect(await allOpen()).toEqual(expect.arrayContaining(before));
  centre.isAway = false;
  await watch.look();
  expect(await holder()).toBe(first);
  await second.stop();
  await leaveWatch(hub.database.db, first ?? '');
});

it('[ALERT-6] desktops of leads hear of it at once, and no advisor does', async () => {
  const heard = new Map<string, string[]>();
  for (const session of [nadia, camille]) {
    const told: string[] = [];
    heard.set(session.user.id, told);
    const socket = new WebSocket(address.replace('http', 'ws') + routes.live);
    socket.on('message', (data) => told.push(JSON.parse(String(data)).type));
    socket.once('open', () =>
      socket.send(JSON.stringify({ type: 'hello', accessToken: session.accessToken })),
    );
    opened.push(() => socket.terminate());
    await until('welcome', () => told.includes('welcome'));
  }
  longWait();
  await looked('told', (all) => all.length === 1);
  await until('heard', () => heard.get(nadia.user.id)?.includes('alerts'));
  expect(heard.get(camille.user.id)).not.toContain('alerts');
});

it('[ALERT-8] a lead decides for her teams alone, one after another, and names whom can be told', async () => {
  const url = `${routes.teamAlertRules}/${teamId}`;
  const known: AlertRulesAnswer = (await ask(nadia, 'GET', url)).json;
  expect(known.nameable.map(({ id }) => id)).toContain(hugo.user.id);
  expect(known.nameable.map(({ id }) => id)).not.toContain(camille.user.id);
  const put = (version: number, rules: object, who = nadia, where = url) =>
    ask(who, 'PUT', where, { version, rules: { ...usualAlertRules, ...rules } });
  expect((await put(known.version, { afterS: 20 })).json).toMatchObject({
    version: known.version + 1,
    rules: { afterS: 20 },
  });
  expect((await put(known.version, { afterS: 30 })).status).toBe(409);
  expect((await put(known.version + 1, { escalateTo: [camille.user.id] })).status).toBe(404);
  expect((await put(known.version + 1, { afterS: -1 })).status).toBe(400);
  expect((await put(known.version + 1, {}, camille)).status).toBe(403);
  const other = hub.newId();
  await hub.database.db.insertInto('teams').values({ id: other, name: 'Lille' }).execute();
  expect((await put(0, {}, nadia, `${routes.teamAlertRules}/${other}`)).status).toBe(404);
  expect((await ask(nadia, 'GET', `${routes.teamAlertRules}/${other}`)).status).toBe(404);
  const deeds = await hub.database.db
    .selectFrom('audit_log')
    .select('user_id')
    .where('entity', '=', 'team-alert-rules')
    .execute();
  expect(deeds.length).toBeGreaterThan(0);
  expect(deeds.every(({ user_id }) => user_id === nadia.user.id)).toBe(true);
});

it('[ALERT-9] of the last seven days she sees each alert of her teams, and those before no more', async () => {
  longWait();
  const [alert] = await looked('told', (all) => all.length === 1);
  const url = `${routes.leadAlerts}?teamId=${teamId}`;
  const log = async (): Promise<LeadAlert[]> => (await ask(nadia, 'GET', url)).json.alerts;
  expect((await log()).map(({ id }) => id)).toContain(alert?.id);
  expect((await ask(hugo, 'GET', url)).status).toBe(403);
  expect((await ask(nadia, 'GET', `${routes.leadAlerts}?teamId=${hub.newId()}`)).status).toBe(404);
  centre.shows({ queues: [] });
  hub.clock.advance(8 * 24 * 3_600_000);
  nadia = await hub.signIn('nadia.ferrand', hub.newId());
  expect((await log()).map(({ id }) => id)).not.toContain(alert?.id);
});
