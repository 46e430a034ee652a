import { keepHouse } from '@api/housekeeping.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import {
  type HelpMessage,
  type MessageTo,
  messagesKeptDays,
} from '@shared/contracts/http/help-messages.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { DeskNow } from '@shared/domain/lead-board/desk-now.ts';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { until } from '../../support/until.ts';
import { openDesk, someCall, someNow } from './board-watch.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import * as make from './mutations.ts';
import { mutation, push } from './mutations.ts';
import { tablesWith } from './tables-with.ts';

let hub: HubUnderTest;
let address: string;
let nadia: Session;
let camille: Session;
let yanis: Session;
let lea: Session;
const opened: (() => void)[] = [];

beforeAll(async () => {
  hub = await startHubUnderTest();
  address = await hub.app.listen({ host: '127.0.0.1', port: 0 });
  const signIn = (login: string) => hub.signIn(login, hub.newId());
  [nadia, camille, yanis, lea] = [
    await signIn('nadia.ferrand'),
    await signIn('camille.roussel'),
    await signIn('yanis.morel'),
    await signIn('lea.fontaine'),
  ];
});
afterEach(async () => {
  for (const end of opened.splice(0)) end();
  const { db } = hub.database;
  await db.deleteFrom('help_messages').execute();
  await db.deleteFrom('live_desks').execute();
});
afterAll(() => hub.close());

const known = (session: Session, told: DeskNow) =>
  until('the hub knows her desk', async () => {
    const row = await hub.database.db
      .selectFrom('live_desks')
      .selectAll()
      .where('user_id', '=', session.user.id)
      .executeTakeFirst();
    return row?.lost_at === null && row.now.call?.brandId === told.call?.brandId;
  });
/** A desktop that shows messages, unless it is one of before. */
const desk = async (session: Session, now: Partial<DeskNow> = {}, where = address) => {
  const one = await openDesk(where, session);
  opened.push(one.end);
  const told = someNow({ hears: ['messages'], ...now });
  one.say(told);
  await known(session, told);
  return one;
};
const ask = async (who: Session, method: 'GET' | 'POST', url: string, payload?: object) => {
  const sent = payload === undefined ? {} : { payload };
  const answer = await hub.app.inject({ method, url, headers: bearer(who), ...sent });
  return { status: answer.statusCode, json: answer.body === '' ? null : answer.json() };
};
const write = (who: Session, to: MessageTo, words = 'Je suis là.', more: object = {}) =>
  ask(who, 'POST', routes.helpMessages, {
    id: hub.newId(),
    to,
    words,
    urgency: 'information',
    ...more,
  });
const seen = async (who: Session): Promise<HelpMessage[]> =>
  (await ask(who, 'GET', routes.helpMessages)).json.messages;
const read = (who: Session, ...ids: string[]) =>
  ask(who, 'POST', `${routes.helpMessages}/read`, { ids });
const toCamille = (): MessageTo => ({ kind: 'advisor', userId: camille.user.id });
const toTeam = (): MessageTo => ({ kind: 'team', teamId: nadia.user.teamId ?? '' });
const leads: MessageTo = { kind: 'leads' };

it('[HELP-40] an advisor and her lead write to one another in a call, and see what was read', async () => {
  const hers = await desk(camille, { state: 'busy', call: someCall() });
  const leads_ = await desk(nadia);
  const asked = await write(camille, leads, 'Il demande un responsable.');
  expect(asked).toMatchObject({ status: 200, json: { callId: 'call-1', isToMe: false } });
  await until('the lead is told', () => leads_.heard.includes('messages'));
  expect(await seen(nadia)).toMatchObject([
    {
      words: 'Il demande un responsable.',
      fromName: 'Camille Roussel',
      isToMe: true,
      readAt: null,
    },
  ]);
  const answered = await write(nadia, toCamille(), 'Propose le prix bloqué.');
  await until('she is told', () => hers.heard.filter((type) => type === 'messages').length > 1);
  expect((await seen(camille)).map(({ words, isToMe }) => [words, isToMe])).toEqual([
    ['Il demande un responsable.', false],
    ['Propose le prix bloqué.', true],
  ]);
  expect((await read(camille, answered.json.id)).status).toBe(204);
  await until('the lead is told of it', () => leads_.heard.length > 3);
  const [, mine] = await seen(nadia);
  expect(mine?.readers).toMatchObject([{ name: 'Camille Roussel' }]);
  expect(mine?.readers[0]?.at).not.toBeNull();
});

it('[HELP-41] what is not hers she neither writes to, nor sees, nor marks as read', async () => {
  await desk(camille);
  await desk(nadia);
  const { json: hers } = await write(camille, leads);
  expect((await write(yanis, toCamille())).json.code).toBe('not-found');
  expect((await write(yanis, toTeam())).json.code).toBe('not-found');
  expect((await write(nadia, leads)).json.code).toBe('not-found');
  expect((await write(nadia, { kind: 'advisor', userId: nadia.user.id })).status).toBe(404);
  expect((await write(nadia, { kind: 'team', teamId: hub.newId() })).status).toBe(404);
  expect(await seen(yanis)).toEqual([]);
  await read(yanis, hers.id);
  await read(camille, hers.id);
  expect((await seen(nadia))[0]?.readers).toEqual([]);
  // A lead of another team, and the id of somebody else's message.
  await hub.database.db
    .updateTable('users')
    .set({ role: 'team-lead', team_id: null })
    .where('id', '=', yanis.user.id)
    .execute();
  expect(await seen(yanis)).toEqual([]);
  expect((await write(yanis, toCamille())).status).toBe(404);
  await hub.database.db
    .updateTable('users')
    .set({ role: 'advisor', team_id: yanis.user.teamId })
    .where('id', '=', yanis.user.id)
    .execute();
  const taken = await write(yanis, leads, 'Bonjour', { id: hers.id });
  expect(taken.status).toBe(404);
  expect((await seen(nadia)).map(({ words }) => words)).toEqual(['Je suis là.']);
});

it('[HELP-41] what is written in a call of a brand that is not hers stays from her', async () => {
  const kerdoual = hub.newId();
  await hub.database.db
    .updateTable('users')
    .set({ role: 'team-lead' })
    .where('id', '=', lea.user.id)
    .execute();
  const brands = (
    await hub.database.db
      .selectFrom('user_brands')
      .select('brand_id')
      .where('user_id', '=', lea.user.id)
      .execute()
  ).map(({ brand_id }) => brand_id);
  const foreign = camille.user.brandIds.find((id) => !brands.includes(id));
  expect(foreign, `${brands} ${camille.user.brandIds}`).toBeDefined();
  await desk(camille, { state: 'busy', call: someCall({ brandId: foreign ?? null }) });
  await desk(nadia);
  await write(camille, leads, 'Appel d’une autre marque', { id: kerdoual });
  expect(await seen(nadia)).toHaveLength(1);
  expect(await seen(lea)).toEqual([]);
  await hub.database.db
    .updateTable('users')
    .set({ role: 'advisor' })
    .where('id', '=', lea.user.id)
    .execute();
});

it('[HELP-42] it is refused at once when no desktop is there that shows it', async () => {
  expect(await write(nadia, toCamille())).toMatchObject({
    status: 409,
    json: { code: 'nobody-to-read' },
  });
  // A desktop of before shows no messages, and is told nothing.
  const old = await desk(camille, { hears: undefined as never });
  expect((await write(nadia, toCamille())).json.code).toBe('nobody-to-read');
  expect((await write(camille, leads)).json.code).toBe('nobody-to-read');
  await write(nadia, toTeam());
  const lines = await desk(yanis);
  await write(nadia, toTeam());
  await until('the other desktop is told', () => lines.heard.includes('messages'));
  expect(old.heard).not.toContain('messages');
  expect((await seen(nadia)).map(({ teamId }) => teamId)).toEqual([
    nadia.user.teamId,
    nadia.user.teamId,
  ]);
});

it('[HELP-43] a team’s message waits for who comes later, and its lead sees who has read it', async () => {
  const { json: sent } = await write(nadia, toTeam(), 'Panne du site', { urgency: 'urgent' });
  expect(sent).toMatchObject({ urgency: 'urgent', isToMe: false, callId: null });
  const names = sent.readers.map(({ name }: { name: string }) => name);
  expect(names).toContain('Camille Roussel');
  expect(names).not.toContain('Nadia Ferrand');
  const later = await hub.signIn('camille.roussel', hub.newId());
  expect(await seen(later)).toMatchObject([{ isToMe: true, readAt: null, readers: [] }]);
  await read(later, sent.id, sent.id);
  await read(later, sent.id);
  const [now] = await seen(nadia);
  expect(now?.readers.filter(({ at }) => at !== null).map(({ name }) => name)).toEqual([
    'Camille Roussel',
  ]);
});

it('[HELP-44] sent twice it is one message, and the journal has that it was written, not what', async () => {
  await desk(camille);
  const id = hub.newId();
  const words = `Secret ${id}`;
  const [first, second] = await Promise.all([
    write(nadia, toCamille(), words, { id }),
    write(nadia, toCamille(), words, { id }),
  ]);
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(await seen(camille)).toHaveLength(1);
  const rows = await hub.database.db
    .selectFrom('audit_log')
    .selectAll()
    .where('entity_id', '=', id)
    .execute();
  expect(rows).toMatchObject([
    { action: 'help-message-sent', user_id: nadia.user.id, detail: { urgency: 'information' } },
  ]);
  expect(await tablesWith(hub, words)).toEqual(['help_messages']);
  expect(hub.logged.some((line) => line.includes(words))).toBe(false);
});

it('[HELP-45] is kept for a week, and goes with the customer of its call and whoever it gives a number of', async () => {
  const customer = make.someCustomer(hub.newId());
  const relations = customer.relations.map((one) => ({ ...one, brandId: 'kerdoual' }));
  const given = { ...customer, relations };
  await push(hub, camille, [mutation(hub, { kind: 'customer.create', payload: given })]);
  await desk(camille, { state: 'busy', call: someCall({ customerId: customer.id }) });
  await desk(nadia);
  await write(camille, leads, 'Elle hésite encore.');
  await desk(yanis);
  const [phone] = customer.phones;
  const number = (phone?.e164 ?? '').replace('+33', '0').replace(/(..)(?=.)/g, '$1 ');
  await write(yanis, leads, `Rappelle le ${number} s’il te plaît`);
  await write(yanis, leads, 'Rien d’elle.');
  expect(await seen(nadia)).toHaveLength(3);
  const agathe = await hub.signIn('agathe.perrot', hub.newId());
  const erased = await ask(agathe, 'POST', `${routes.customers}/${customer.id}/erase`, {
    reason: 'demande',
  });
  expect(erased.status, JSON.stringify(erased.json)).toBeLessThan(300);
  expect((await seen(nadia)).map(({ words }) => words)).toEqual(['Rien d’elle.']);
  hub.clock.advance((messagesKeptDays - 1) * 86_400_000);
  await keepHouse(hub.database, hub.clock);
  const left = () => hub.database.db.selectFrom('help_messages').selectAll().execute();
  expect(await left()).toHaveLength(1);
  hub.clock.advance(2 * 86_400_000);
  await keepHouse(hub.database, hub.clock);
  expect(await left()).toEqual([]);
});
