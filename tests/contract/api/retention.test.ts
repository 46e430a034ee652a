import { purgeAtNight } from '@api/modules/privacy/retention-service.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { purgesSchema, retentionKinds, retentionSchema } from '@shared/contracts/http/privacy.ts';
import { routes } from '@shared/contracts/routes.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import * as make from './mutations.ts';
import { mutation, push } from './mutations.ts';

let hub: HubUnderTest;
let camille: Session;
let agathe: Session;

beforeAll(async () => {
  hub = await startHubUnderTest();
  camille = await hub.signIn('camille.roussel', hub.newId());
  agathe = await hub.signIn('agathe.perrot', hub.newId());
});
afterAll(() => hub.close());

const ask = async (method: 'GET' | 'PUT' | 'POST', path = '', payload?: object) =>
  hub.app.inject({
    method,
    url: `${routes.retention}${path}`,
    headers: bearer(agathe),
    ...(payload ? { payload } : {}),
  });
const retention = async () => retentionSchema.parse((await ask('GET')).json());
const ruleOf = async (kind: string) => (await retention()).rules.find((one) => one.kind === kind);
const purge = async () => purgesSchema.parse((await ask('POST', '/purges')).json()).purges;
const years = (count: number) => new Date(hub.clock.now() - count * 365 * 86_400_000).toISOString();

const customer = async (lastContact: string, status: 'open' | 'closed') => {
  const id = hub.newId();
  const payload = make.someInteraction(hub.newId(), {
    customerId: id,
    startedAt: lastContact,
    endedAt: lastContact,
    customerWords: 'mots',
  });
  await push(hub, camille, [
    mutation(hub, { kind: 'customer.create', payload: make.someCustomer(id) }),
    mutation(hub, { kind: 'interaction.record', payload }),
    mutation(hub, { kind: 'case.open', payload: make.someCase(hub.newId(), id, { status }) }),
  ]);
  await sql`update customers set updated_at = ${lastContact} where id = ${id}`.execute(
    hub.database.db,
  );
  return { id, interactionId: payload.id };
};
const isThere = async (id: string) =>
  (await hub.app.inject({ url: `${routes.customers}/${id}`, headers: bearer(camille) }))
    .statusCode === 200;

it('[GDPR-10] [GDPR-12] a purge takes what is older and nothing else, and says how much', async () => {
  const old = await customer(years(4), 'closed');
  const oldButOpen = await customer(years(4), 'open');
  const recent = await customer(years(1), 'closed');
  expect((await ruleOf('inactive-customers'))?.due).toBe(1);
  const done = await purge();
  expect(done.find(({ kind }) => kind === 'inactive-customers')?.count).toBe(1);
  // Of the one with an open case the words of four years ago go, the exchange stays.
  expect(done.find(({ kind }) => kind === 'words-and-notes')?.count).toBe(1);
  expect(await isThere(old.id)).toBe(false);
  expect(await isThere(oldButOpen.id)).toBe(true);
  expect(await isThere(recent.id)).toBe(true);
  const words = await hub.database.db
    .selectFrom('interactions')
    .select(['id', 'customer_words'])
    .where('customer_id', 'is not', null)
    .orderBy('id')
    .execute();
  expect(words).toEqual([
    { id: oldButOpen.interactionId, customer_words: null },
    { id: recent.interactionId, customer_words: 'mots' },
  ]);
  expect((await purge()).map(({ count }) => count)).toEqual(retentionKinds.map(() => 0));
});

it('[GDPR-18] of a speech the way stays for the measure, what was answered and said goes', async () => {
  const { interactionId } = await customer(years(4), 'open');
  const at = years(4);
  const way = { scriptId: 'x', version: 1, stepId: 'b', path: ['a'], choices: { a: 'yes' } };
  const speech = {
    ...way,
    fields: { 'a.mail': 'odile@exemple.fr' },
    objections: ['price'],
    asked: { 'a.ok': { words: 'Voulez-vous, Odile ?', at, language: 'fr' } },
    trace: [{ stepId: 'a', at, leftAt: at, words: 'Bonjour Odile', said: 'yes' }],
  };
  const { db } = hub.database;
  await db
    .updateTable('interactions')
    .set({ speech: JSON.stringify(speech) })
    .where('id', '=', interactionId)
    .execute();
  await purge();
  const row = await db
    .selectFrom('interactions')
    .select('speech')
    .where('id', '=', interactionId)
    .executeTakeFirst();
  expect(row?.speech).toEqual({
    ...way,
    fields: {},
    objections: ['price'],
    trace: [{ stepId: 'a', at, leftAt: at, said: 'yes' }],
  });
  const again = (await purge()).find(({ kind }) => kind === 'words-and-notes');
  expect(again?.count).toBe(0);
});

it('[GDPR-9] days are changed with a reason, which is kept', async () => {
  const refused = await ask('PUT', '/practice', { days: 30 });
  expect(refused.statusCode).toBe(400);
  await ask('PUT', '/practice', { days: 30, reason: 'décision du délégué' });
  expect(await ruleOf('practice')).toMatchObject({
    days: 30,
    why: 'décision du délégué',
    changedBy: agathe.user.id,
  });
});

it('[GDPR-11] a purge that was changed or taken out breaks the chain at its place', async () => {
  await purge();
  const { chain } = await retention();
  expect(chain).toMatchObject({ brokenAt: null });
  expect(chain.purges).toBeGreaterThanOrEqual(10);
  const { db } = hub.database;
  await sql`update purges set count = count + 1 where seq = 3`.execute(db);
  expect((await retention()).chain.brokenAt).toBe(3);
  await sql`update purges set count = count - 1 where seq = 3`.execute(db);
  expect((await retention()).chain.brokenAt).toBeNull();
  await sql`delete from purges where seq = 4`.execute(db);
  expect((await retention()).chain.brokenAt).toBe(5);
});

it('[GDPR-13] it purges at night, once', async () => {
  const at = (iso: string) => ({ ...hub, clock: { now: () => Date.parse(iso) } });
  expect(await purgeAtNight(at('2031-03-01T12:00:00.000Z'))).toEqual([]);
  // 2 o'clock in Paris, before and after the change to summer time.
  expect(await purgeAtNight(at('2031-03-02T01:10:00.000Z'))).toHaveLength(retentionKinds.length);
  expect(await purgeAtNight(at('2031-03-02T02:10:00.000Z'))).toEqual([]);
  expect(await purgeAtNight(at('2031-04-05T00:10:00.000Z'))).toHaveLength(retentionKinds.length);
});

it('[GDPR-19] what visitors of the open page did and who read which article goes after thirteen months', async () => {
  const { db } = hub.database;
  const [old, recent] = [years(1.2), years(1)];
  for (const at of [old, recent]) {
    const rest = { brand_id: 'kerdoual', article_id: hub.newId(), at };
    const visit = {
      ...rest,
      id: hub.newId(),
      visit: hub.newId(),
      found: null,
      language: 'fr' as const,
    };
    await db
      .insertInto('help_events')
      .values({ ...visit, kind: 'shown' })
      .execute();
    const note = { ...rest, id: hub.newId(), version: 1, kind: 'read', by_id: camille.user.id };
    await db
      .insertInto('article_notes')
      .values({ ...note, kind: 'read' })
      .execute();
  }
  expect([(await ruleOf('help-visits'))?.due, (await ruleOf('article-notes'))?.due]).toEqual([
    1, 1,
  ]);
  const done = await purge();
  for (const kind of ['help-visits', 'article-notes'])
    expect(done.find((one) => one.kind === kind)?.count).toBe(1);
  const left = [
    ...(await db.selectFrom('help_events').select('at').execute()),
    ...(await db.selectFrom('article_notes').select('at').execute()),
  ];
  expect(left.map(({ at }) => at)).toEqual([recent, recent]);
});

it('[GDPR-20] when words have had their time, the address that a message went to goes with them', async () => {
  const { id } = await customer(years(1), 'open');
  const payload = make.someInteraction(hub.newId(), {
    customerId: id,
    channel: 'email',
    direction: 'outbound',
    startedAt: years(4),
    title: 'Votre commande',
    summary: 'Elle part demain.',
    message: { to: 'anne.legall@exemple.fr', inReplyTo: null, articles: [] },
  });
  await push(hub, camille, [mutation(hub, { kind: 'interaction.record', payload })]);
  await purge();
  const { db } = hub.database;
  const kept = await db
    .selectFrom('interactions')
    .select(['summary', 'message'])
    .where('id', '=', payload.id)
    .executeTakeFirstOrThrow();
  expect(kept).toEqual({ summary: null, message: { to: null, inReplyTo: null, articles: [] } });
  expect((await purge()).find(({ kind }) => kind === 'words-and-notes')?.count).toBe(0);
});
