import type { Session } from '@shared/contracts/http/auth.ts';
import type { DeskOrder } from '@shared/contracts/http/desk-orders.ts';
import { deskOrderLastsMs } from '@shared/contracts/http/desk-orders.ts';
import { routes } from '@shared/contracts/routes.ts';
import { usualThresholds } from '@shared/domain/lead-board/thresholds.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ScriptedCentre } from '../../support/centre/scripted-centre.ts';
import { until } from '../../support/until.ts';
import { openDesk, someCall, someNow, watchBoard } from './board-watch.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import * as make from './mutations.ts';
import { mutation, push } from './mutations.ts';

let hub: HubUnderTest;
let centre: ScriptedCentre;
let address: string;
let nadia: Session;
let camille: Session;
const opened: (() => void)[] = [];

beforeAll(async () => {
  centre = new ScriptedCentre();
  hub = await startHubUnderTest({ centre });
  address = await hub.app.listen({ host: '127.0.0.1', port: 0 });
  nadia = await hub.signIn('nadia.ferrand', hub.newId());
  camille = await hub.signIn('camille.roussel', hub.newId());
});
beforeEach(() => {
  centre.orders.length = 0;
  centre.lines.set('6001', 'free');
});
afterAll(async () => {
  for (const end of opened) end();
  await hub.close();
});

const desk = async () => {
  const one = await openDesk(address, camille);
  opened.push(one.end);
  return one;
};
const ask = async (who: Session, method: 'GET' | 'POST', url: string, payload?: object) => {
  const sent = payload === undefined ? {} : { payload };
  const answer = await hub.app.inject({ method, url, headers: bearer(who), ...sent });
  return { status: answer.statusCode, json: answer.body === '' ? null : answer.json() };
};
const order = (given: DeskOrder, who = nadia, userId = camille.user.id) =>
  ask(who, 'POST', `${routes.deskOrders}/${userId}`, given);
const mine = async (who = camille) =>
  (await ask(who, 'GET', `${routes.deskOrders}/mine`)).json.orders;
const pause: DeskOrder = {
  kind: 'change-state',
  state: 'pause',
  pauseReason: 'meeting',
  reason: 'Point d’équipe',
};
const known = async (state: string) =>
  until('her desk is known', async () => {
    const row = await hub.database.db
      .selectFrom('live_desks')
      .selectAll()
      .where('user_id', '=', camille.user.id)
      .executeTakeFirst();
    return row?.now.state === state && row.lost_at === null;
  });

it('[HELP-30] [HELP-31] an order reaches the desktop with who and why, is answered once, and is kept', async () => {
  const one = await desk();
  one.say(someNow());
  await known('ready');
  const given = await order(pause);
  expect(given).toMatchObject({ status: 200, json: { outcome: 'waits', order: pause } });
  const waits = await mine();
  expect(waits).toMatchObject([{ id: given.json.id, order: pause, byName: 'Nadia Ferrand' }]);
  const answer = (outcome: 'done' | 'refused', who = camille) =>
    ask(who, 'POST', `${routes.deskOrders}/${given.json.id}/answer`, { outcome });
  const yanis = await hub.signIn('yanis.morel', hub.newId());
  expect((await answer('done', yanis)).status).toBe(404);
  expect((await answer('refused')).status).toBe(204);
  expect((await answer('done')).status).toBe(404);
  expect(await mine()).toEqual([]);
  const row = await hub.database.db
    .selectFrom('desk_orders')
    .selectAll()
    .where('id', '=', given.json.id)
    .executeTakeFirstOrThrow();
  expect(row.outcome).toBe('refused');
  const deeds = await hub.database.db
    .selectFrom('audit_log')
    .selectAll()
    .where('action', '=', 'ordered')
    .where('entity_id', '=', camille.user.id)
    .execute();
  expect(deeds.at(-1)).toMatchObject({ user_id: nadia.user.id, detail: pause });
  for (const wrong of [{ ...pause, reason: ' ' }, { ...pause, state: 'busy' }, { kind: 'free' }])
    expect((await order(wrong as DeskOrder)).status).toBe(400);
});

it('[HELP-34] nobody orders what is not hers, nor sees it', async () => {
  const yanis = await hub.signIn('yanis.morel', hub.newId());
  const hugo = await hub.signIn('hugo.delmas', hub.newId());
  for (const who of [yanis, hugo]) {
    expect((await order(pause, who)).status).toBe(403);
    expect((await ask(who, 'GET', `${routes.seats}/${camille.user.id}`)).status).toBe(403);
  }
  const team = hub.newId();
  const { db } = hub.database;
  await db.insertInto('teams').values({ id: team, name: 'Brest' }).execute();
  const move = (teamId: string | null) =>
    db.updateTable('users').set({ team_id: teamId }).where('id', '=', camille.user.id).execute();
  await move(team);
  expect((await order(pause)).status).toBe(404);
  expect((await ask(nadia, 'GET', `${routes.seats}/${camille.user.id}`)).status).toBe(404);
  await move(camille.user.teamId);
  expect((await order(pause, nadia, hub.newId())).status).toBe(404);
  expect((await order(pause, nadia, nadia.user.id)).status).toBe(404);
});

it('[HELP-32] an order that no desktop took within a minute is over', async () => {
  const one = await desk();
  one.say(someNow());
  await known('ready');
  await order(pause);
  expect(await mine()).toHaveLength(1);
  hub.clock.advance(deskOrderLastsMs + 1);
  expect(await mine()).toEqual([]);
});

it('[HELP-32] of a desktop that is gone the advisor is signed out at the hub and at the switch', async () => {
  const board = await watchBoard(address, nadia);
  opened.push(board.end);
  for (const end of opened.splice(0)) if (end !== board.end) end();
  const one = await openDesk(address, camille);
  one.say(someNow());
  await known('ready');
  one.kill();
  await until('unheard', () => board.seat('Camille Roussel')?.unheardSince);
  expect(await order(pause)).toMatchObject({ status: 409, json: { code: 'desktop-away' } });
  const freed = await order({ kind: 'free', reason: 'Poste éteint' });
  expect(freed.json.outcome).toBe('without-desktop');
  await until('offline', () => board.seat('Camille Roussel')?.now?.state === 'offline');
  expect(centre.orders).toContainEqual(['pause', '6001', { reason: 'offline', queue: null }]);
  const newest = await hub.database.db
    .selectFrom('advisor_states')
    .selectAll()
    .where('user_id', '=', camille.user.id)
    .orderBy('since', 'desc')
    .executeTakeFirst();
  expect(newest?.state).toBe('offline');
  expect(await mine()).toEqual([]);
  board.end();
});

it('[HELP-33] freeing ends what the switch alone holds, and lifts a pause that it alone has', async () => {
  const one = await desk();
  one.say(someNow());
  await known('ready');
  centre.lines.set('6001', 'in-use');
  await order({ kind: 'free', reason: 'Ligne bloquée' });
  expect(centre.orders).toEqual([
    ['clearLine', '6001'],
    ['resume', '6001', null],
  ]);
  centre.orders.length = 0;
  one.say(someNow({ state: 'busy', call: someCall() }));
  await known('busy');
  const free = () => order({ kind: 'free', reason: 'Appel fantôme' });
  // Both have it, or the switch says nothing: there is a customer at the other end.
  expect(await free()).toMatchObject({ status: 409, json: { code: 'call-not-in-state' } });
  centre.lines.set('6001', 'free');
  centre.isAway = true;
  expect((await free()).status).toBe(409);
  centre.isAway = false;
  expect((await free()).json.outcome).toBe('waits');
  expect(centre.orders).toEqual([]);
});

it('[HELP-35] shows the customer, the speech step and the day, and keeps that she was seen', async () => {
  const customer = { ...make.someCustomer(hub.newId()), firstName: 'Yves', lastName: 'Delmas' };
  const relations = customer.relations.map((one) => ({ ...one, brandId: 'kerdoual' }));
  await push(hub, camille, [
    mutation(hub, { kind: 'customer.create', payload: { ...customer, relations } }),
  ]);
  const script = await hub.database.db
    .selectFrom('script_versions')
    .selectAll()
    .orderBy('script_id')
    .limit(1)
    .executeTakeFirstOrThrow();
  const [first] = script.content.steps;
  const speech = {
    scriptId: script.script_id,
    version: script.version,
    stepId: first?.id ?? '',
    since: '2026-11-26T09:02:00.000Z',
  };
  const one = await desk();
  const call = (brandId: string) => someCall({ customerId: customer.id, brandId, speech });
  one.say(someNow({ state: 'busy', call: call('kerdoual') }));
  await until('her call', async () => {
    const { json } = await ask(nadia, 'GET', `${routes.seats}/${camille.user.id}`);
    return json.customer !== null;
  });
  const { json } = await ask(nadia, 'GET', `${routes.seats}/${camille.user.id}`);
  expect(json).toMatchObject({
    customer: { id: customer.id, name: 'Yves Delmas', openCase: null },
    speech: { step: first?.title, place: 1, steps: script.content.steps.length },
    today: { calls: 0, averageHandlingMs: null },
  });
  const seen = await hub.database.db
    .selectFrom('audit_log')
    .selectAll()
    .where('action', '=', 'viewed')
    .where('entity_id', '=', customer.id)
    .execute();
  // Looked at many times, seen once.
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatchObject({ user_id: nadia.user.id, detail: { because: 'lead-board' } });
  one.say(someNow({ state: 'busy', call: call('ailleurs') }));
  await until('another brand’s is nobody to her', async () => {
    const other = await ask(nadia, 'GET', `${routes.seats}/${camille.user.id}`);
    return other.json.customer === null && other.json.speech === null;
  });
});

it('[LEAD-21] a lead decides the thresholds of her teams alone, one after another, and boards follow', async () => {
  const teamId = camille.user.teamId ?? '';
  const url = `${routes.teamThresholds}/${teamId}`;
  const put = (version: number, heldS: number, who = nadia, where = url) => {
    const payload = { version, thresholds: { ...usualThresholds, heldS } };
    return hub.app.inject({ method: 'PUT', url: where, headers: bearer(who), payload });
  };
  expect((await ask(nadia, 'GET', url)).json).toEqual({
    teamId,
    version: 0,
    thresholds: usualThresholds,
  });
  const board = await watchBoard(address, nadia);
  opened.push(board.end);
  expect((await put(0, 45)).json()).toMatchObject({ version: 1, thresholds: { heldS: 45 } });
  await until('the board follows', () =>
    board.messages.some(
      (message) => message.type === 'moves' && message.thresholds?.[teamId]?.heldS === 45,
    ),
  );
  expect((await put(0, 50)).statusCode).toBe(409);
  expect((await put(1, 60)).json()).toMatchObject({ version: 2 });
  expect((await put(2, 5)).statusCode).toBe(400);
  const other = hub.newId();
  await hub.database.db.insertInto('teams').values({ id: other, name: 'Lille' }).execute();
  expect((await put(0, 45, nadia, `${routes.teamThresholds}/${other}`)).statusCode).toBe(404);
  expect((await ask(nadia, 'GET', `${routes.teamThresholds}/${other}`)).status).toBe(404);
  expect((await put(2, 45, camille)).statusCode).toBe(403);
  const deeds = await hub.database.db
    .selectFrom('audit_log')
    .select('detail')
    .where('entity', '=', 'team-thresholds')
    .execute();
  expect(deeds).toHaveLength(2);
});
