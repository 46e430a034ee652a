import { passTime } from '@api/housekeeping.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { type SeatCall, seatCallLastsMs, type ToldCall } from '@shared/contracts/http/seat-call.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { DeskNow } from '@shared/domain/lead-board/desk-now.ts';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { ScriptedCentre } from '../../support/centre/scripted-centre.ts';
import { until } from '../../support/until.ts';
import { openDesk, someCall, someNow } from './board-watch.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import * as make from './mutations.ts';
import { mutation, push } from './mutations.ts';
import { tablesWith } from './tables-with.ts';

let hub: HubUnderTest;
let centre: ScriptedCentre;
let address: string;
let nadia: Session;
let camille: Session;
let customerId: string;
let extension: string;
const opened: (() => void)[] = [];

beforeAll(async () => {
  centre = new ScriptedCentre();
  hub = await startHubUnderTest({ centre });
  address = await hub.app.listen({ host: '127.0.0.1', port: 0 });
  nadia = await hub.signIn('nadia.ferrand', hub.newId());
  camille = await hub.signIn('camille.roussel', hub.newId());
  const customer = make.someCustomer(hub.newId());
  const relations = customer.relations.map((one) => ({ ...one, brandId: 'kerdoual' }));
  customerId = customer.id;
  await push(hub, camille, [
    mutation(hub, { kind: 'customer.create', payload: { ...customer, relations } }),
  ]);
  const { db } = hub.database;
  const lines = await db.selectFrom('lines').selectAll().execute();
  extension = lines.find(({ user_id }) => user_id === camille.user.id)?.extension ?? '';
  if (!lines.some(({ user_id }) => user_id === nadia.user.id))
    await db
      .insertInto('lines')
      .values({ user_id: nadia.user.id, extension: '6090', password: 'ligne-6090' })
      .execute();
});
afterEach(async () => {
  for (const end of opened.splice(0)) end();
  const { db } = hub.database;
  for (const table of ['call_watchers', 'calls_in_view', 'live_desks'] as const)
    await db.deleteFrom(table).execute();
});
afterAll(() => hub.close());

const desk = async (now: Partial<DeskNow> = {}) => {
  const one = await openDesk(address, camille);
  opened.push(one.end);
  one.say(someNow({ state: 'busy', call: someCall({ customerId }), hears: ['show'], ...now }));
  await until('the hub knows her desk', async () => {
    const row = await hub.database.db
      .selectFrom('live_desks')
      .select(['now', 'lost_at'])
      .where('user_id', '=', camille.user.id)
      .executeTakeFirst();
    return row?.lost_at === null;
  });
  return one;
};
const call = async (who: Session, method: 'GET' | 'PUT' | 'DELETE', url: string, body?: object) => {
  const payload = body === undefined ? {} : { payload: body };
  return hub.app.inject({ method, url, headers: bearer(who), ...payload });
};
const path = () => `${routes.seats}/${camille.user.id}/call`;
const look = async (who = nadia): Promise<SeatCall> => (await call(who, 'GET', path())).json();
const told = (change: Partial<ToldCall> = {}): ToldCall => ({
  callUid: 'call-1',
  customerId,
  brandId: 'kerdoual',
  direction: 'inbound',
  startedAt: '2026-11-26T09:00:00.000Z',
  answeredAt: '2026-11-26T09:01:00.000Z',
  calledNumber: null,
  queue: 'kerdoual-service',
  reasonCode: null,
  notes: [{ at: '2026-11-26T09:02:00.000Z', text: 'Hausse mal vécue' }],
  ivr: null,
  speech: {
    scriptId: 'objection-prix',
    version: 5,
    stepId: 'garder',
    path: ['accueil'],
    choices: {},
  },
  ...change,
});
const tells = (change: Partial<ToldCall> = {}) => call(camille, 'PUT', routes.myCall, told(change));

it('[HELP-47] while a lead looks her desktop is asked, and what it tells is hers to read', async () => {
  const hers = await desk();
  expect((await tells()).statusCode).toBe(404);
  expect(await look()).toMatchObject({ telling: 'asked', told: null });
  await until('her desktop is asked', () => hers.heard.includes('show'));
  expect((await tells()).statusCode).toBe(204);
  expect(await look()).toMatchObject({
    telling: 'told',
    customer: { id: customerId },
    told: {
      notes: [{ text: 'Hausse mal vécue' }],
      speech: { stepId: 'garder', path: ['accueil'] },
    },
  });
  // Another call is on by now: what was told of the first is not shown with it.
  hers.say(
    someNow({ state: 'busy', call: someCall({ callUid: 'call-2', customerId }), hears: ['show'] }),
  );
  await until('the other call', async () => (await look()).told === null);
  hers.say(someNow({ hears: ['show'] }));
  await until('no call', async () => (await look()).telling === 'none');
});

it('[HELP-47] a desktop of before is not asked, and of one that is away it is said', async () => {
  const old = await desk({ hears: undefined as never });
  expect((await look()).telling).toBe('older');
  expect((await look()).telling).toBe('older');
  expect(old.heard).not.toContain('show');
  old.kill();
  await until('away', async () => (await look()).telling === 'away');
});

it('[HELP-48] it goes with the last who looks, and half a minute after', async () => {
  await desk();
  await look();
  await tells({ notes: [{ at: '2026-11-26T09:02:00.000Z', text: 'Secret-31' }] });
  expect(await tablesWith(hub, 'Secret-31')).toEqual(['calls_in_view']);
  expect(hub.logged.some((line) => line.includes('Secret-31'))).toBe(false);
  expect((await call(nadia, 'DELETE', path())).statusCode).toBe(204);
  expect(await tablesWith(hub, 'Secret-31')).toEqual([]);
  await look();
  await tells({ notes: [{ at: '2026-11-26T09:02:00.000Z', text: 'Secret-32' }] });
  hub.clock.advance(seatCallLastsMs + 1);
  expect((await tells()).statusCode).toBe(404);
  await passTime(hub.database, hub.clock);
  expect(await tablesWith(hub, 'Secret-32')).toEqual([]);
});

it('[HELP-47] nobody looks at what is not hers, and that a lead looked is in the journal, once a stay', async () => {
  await desk();
  const yanis = await hub.signIn('yanis.morel', hub.newId());
  for (const method of ['GET', 'DELETE'] as const)
    expect((await call(yanis, method, path())).statusCode).toBe(403);
  expect((await call(nadia, 'PUT', routes.myCall, told())).statusCode).toBe(403);
  const { db } = hub.database;
  await db
    .updateTable('users')
    .set({ role: 'team-lead', team_id: null })
    .where('id', '=', yanis.user.id)
    .execute();
  expect((await call(yanis, 'GET', path())).statusCode).toBe(404);
  const before = await journal();
  await look();
  await look();
  expect((await journal()) - before).toBe(1);
});
const journal = async () => {
  const rows = await hub.database.db
    .selectFrom('audit_log')
    .select('detail')
    .where('action', '=', 'call-viewed')
    .where('entity_id', '=', camille.user.id)
    .execute();
  return rows.length;
};

it('[HELP-47] a call for a brand that the lead does not serve is none to her', async () => {
  const hers = await desk({ call: someCall({ customerId, brandId: 'ailleurs' }) });
  expect(await look()).toMatchObject({ telling: 'none', customer: null, told: null });
  expect(hers.heard).not.toContain('show');
});

it('[HELP-49] who hears whom is what the switch has now, and unknown when it does not answer', async () => {
  await desk();
  const channel = `PJSIP/${extension}-00000001`;
  const talk = { extension, channel, callId: 'call-1', since: 0, isUp: true };
  centre.shows({ calls: [{ ...talk, peerChannel: 'PJSIP/trunk-00000002' }] });
  expect((await look()).line).toMatchObject({ talk: true, lead: 'none' });
  const begun = await hub.app.inject({
    method: 'POST',
    url: routes.teamHelp,
    headers: bearer(nadia),
    payload: { advisorId: camille.user.id, way: 'whisper', reason: 'aide demandée' },
  });
  const { helpId } = begun.json();
  expect((await look()).line.lead).toBe('rings');
  centre.legs.set(helpId, 'in');
  // What was ordered is whisper; what the switch does is said.
  centre.ways.set(helpId, 'barge');
  expect((await look()).line.lead).toBe('barge');
  centre.shows({ calls: [] });
  expect((await look()).line).toMatchObject({ talk: false, lead: 'barge' });
  centre.goesAway();
  expect((await look()).line).toEqual({ at: null, talk: false, lead: 'none' });
  centre.comesBack();
});

it('[HELP-50] she is told who has her call in view, where a sign is always shown', async () => {
  const hers = await desk();
  await look();
  await until('she is told', () => hers.heard.includes('help'));
  const mine = async () => (await call(camille, 'GET', `${routes.teamHelp}/mine`)).json();
  expect((await mine()).seenBy).toMatchObject([{ leadName: 'Nadia Ferrand' }]);
  await call(nadia, 'DELETE', path());
  expect((await mine()).seenBy).toEqual([]);
  await look();
  const agathe = await hub.signIn('agathe.perrot', hub.newId());
  const policy = { sign: 'whisper-and-barge', informed: '', closedBrandIds: [] };
  const decided = await call(agathe, 'PUT', `${routes.teamHelp}/policy`, { version: 0, policy });
  expect(decided.statusCode, decided.body).toBe(200);
  expect((await mine()).seenBy).toEqual([]);
});
