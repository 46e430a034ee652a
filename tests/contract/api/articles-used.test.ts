import { articleCountsSchema, missingArticlesSchema } from '@shared/contracts/http/articles.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import type { Article } from '@shared/domain/article/article.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, publish, versionPath } from './articles.ts';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someConsent, someCustomer, someInteraction } from './mutations.ts';

let hub: HubUnderTest;
let agathe: Session;
let hugo: Session;
let camille: Session;
let article: Article;
let customerId: string;
beforeAll(async () => {
  hub = await startHubUnderTest();
  agathe = await hub.signIn('agathe.perrot', hub.newId());
  hugo = await hub.signIn('hugo.delmas', hub.newId());
  camille = await hub.signIn('camille.roussel', hub.newId());
  article = await publish(hub, [agathe, hugo]);
  customerId = hub.newId();
  const payload = someCustomer(customerId);
  await push(hub, camille, [mutation(hub, { kind: 'customer.create', payload })]);
});
afterAll(() => hub.close());

/** Of the open page of Maison Kerdoual, as its rules tell it. */
const link = () => `https://aide.kerdoual.example/${article.id}`;
const carried = (change: object = {}, sent: object = {}) =>
  someInteraction(hub.newId(), {
    customerId,
    channel: 'email',
    direction: 'outbound',
    outcome: 'done',
    advisorId: camille.user.id,
    startedAt: new Date(hub.clock.now()).toISOString(),
    endedAt: null,
    call: null,
    summary: 'What a desktop made of it',
    article: { id: article.id, version: 1, ...sent },
    ...change,
  });
const record = (payload: ReturnType<typeof carried>) =>
  push(hub, camille, [mutation(hub, { kind: 'interaction.record', payload })]);
const kept = (id: string) =>
  hub.database.db.selectFrom('interactions').selectAll().where('id', '=', id).executeTakeFirst();
const send = (body: object, of: Pick<Article, 'id' | 'version'> = article) =>
  ask(hub, camille, 'POST', `${versionPath(of)}/send`, { id: hub.newId(), customerId, ...body });

it('[KNOW-30] a sent article is an outgoing exchange of the customer, with the article and its version', async () => {
  const sent = carried({}, { greeting: 'Bonjour Madame Le Gall,' });
  expect(await record(sent)).toMatchObject([{ status: 'accepted' }]);
  const id = hub.newId();
  const twice = [await send({ id, channel: 'email' }), await send({ id, channel: 'email' })];
  expect(twice.map(({ statusCode }) => statusCode)).toEqual([201, 201]);
  for (const one of [sent.id, id]) {
    expect(await kept(one)).toMatchObject({
      customer_id: customerId,
      channel: 'email',
      direction: 'outbound',
      advisor_id: camille.user.id,
      article: { id: article.id, version: 1 },
    });
  }
});

it('[KNOW-30] whoever carries messages is told what to send, to whom, and of which article', async () => {
  const subscription = { url: 'https://exemple.fr/e-mails', events: ['interaction.created'] };
  const made = await ask(hub, agathe, 'POST', '/v1/webhooks', {
    ...subscription,
    brandIds: ['kerdoual'],
  });
  expect(made.statusCode).toBe(201);
  const id = hub.newId();
  await send({ id, channel: 'email' });
  const told = await hub.database.db
    .selectFrom('webhook_deliveries')
    .select('facts')
    .where('entity_id', '=', id)
    .executeTakeFirstOrThrow();
  expect(told.facts).toMatchObject({
    customer_id: customerId,
    channel: 'email',
    title: 'Recoudre une housse',
    summary: `Votre housse se recoud avec le fil fourni.\n\n${link()}`,
    article: { id: article.id, version: 1 },
  });
});

it('[KNOW-31] what is sent is the customer’s version; an article without one is not sent', async () => {
  const sent = carried({}, { greeting: 'Bonjour Madame Le Gall,' });
  await record(sent);
  const body = 'Votre housse se recoud avec le fil fourni.';
  const text = `Bonjour Madame Le Gall,\n\n${body}\n\n${link()}`;
  expect(await kept(sent.id)).toMatchObject({ title: 'Recoudre une housse', summary: text });
  const short = await send({ channel: 'sms' });
  expect(short.json().text).toBe(`Housse : recousez le bord avec le fil fourni. ${link()}`);
  const internal = { title: 'Interne', audience: 'internal', customer: null };
  const inside = await publish(hub, [agathe, hugo], internal);
  expect((await send({ channel: 'email' }, inside)).json().code).toBe('article-not-shown');
  const expired = { title: 'Passé', validUntil: '2026-02-01' };
  const over = await publish(hub, [agathe, hugo], expired);
  expect((await send({ channel: 'email' }, over)).json().code).toBe('article-not-shown');
  const letter = await record(carried({ channel: 'post' }));
  expect(letter).toMatchObject([{ status: 'rejected', code: 'mutation-malformed' }]);
});

it('[KNOW-32] nothing is sent by a channel that the customer opposed, neither by the desktop nor by the hub', async () => {
  const payload = {
    ...someConsent(hub.newId(), customerId),
    channel: 'sms' as const,
    status: 'opposed' as const,
    givenAt: '2026-11-01T10:00:00.000Z',
  };
  await push(hub, camille, [mutation(hub, { kind: 'consent.record', payload })]);
  const refused = carried({ channel: 'sms' });
  expect(await record(refused)).toMatchObject([{ status: 'rejected', code: 'channel-opposed' }]);
  expect(await kept(refused.id)).toBeUndefined();
  const overHttp = await send({ channel: 'sms' });
  expect(overHttp.statusCode).toBe(409);
  expect(overHttp.json().code).toBe('channel-opposed');
  expect((await send({ channel: 'email' })).statusCode).toBe(201);
});

const counts = async () =>
  articleCountsSchema.parse((await ask(hub, hugo, 'GET', '/counts?brandId=kerdoual')).json());
const countsOf = async (id: string) =>
  (await counts()).articles.find(({ articleId }) => articleId === id);
const note = (kind: string, change: object = {}) => ({
  id: hub.newId(),
  brandId: 'kerdoual',
  at: new Date(hub.clock.now()).toISOString(),
  kind,
  articleId: article.id,
  version: 1,
  ...change,
});
const missing = (words: string, change: object = {}) => ({
  id: hub.newId(),
  brandId: 'kerdoual',
  at: new Date(hub.clock.now()).toISOString(),
  kind: 'missing',
  language: 'fr',
  words,
  reasonCode: null,
  ...change,
});
const tell = (notes: object[], who = camille) => ask(hub, who, 'POST', '/notes', { notes });

it('[KNOW-23] what was read, what helped, what did not and what was missing is kept once however often it is told, and counted per article', async () => {
  const before = await countsOf(article.id);
  const read = note('read');
  const helped = note('helped');
  const payload = { ...note('not-helped') } as never;
  expect((await tell([read, helped])).statusCode).toBe(204);
  await tell([read, helped, note('copied')]);
  const twice = mutation(hub, { kind: 'article.told', payload });
  expect(await push(hub, camille, [twice])).toMatchObject([{ status: 'accepted' }]);
  await push(hub, camille, [mutation(hub, { kind: 'article.told', payload })]);
  expect(await countsOf(article.id)).toEqual({
    ...before,
    read: 1,
    copied: 1,
    helped: 1,
    notHelped: 1,
  });
  expect(before?.sent).toBeGreaterThan(2);
  const foreign = { ...note('read'), brandId: 'lorvane' } as never;
  const yanis = await hub.signIn('yanis.morel', hub.newId());
  const answers = await push(hub, yanis, [
    mutation(hub, { kind: 'article.told', payload: foreign }),
  ]);
  expect(answers).toMatchObject([{ status: 'rejected', code: 'role-not-allowed' }]);
});

it('[KNOW-25] missing articles that ask for the same are one line with their count; the brand manager settles it with an article or a reason', async () => {
  const once = missing('Livraison le dimanche ?', { reasonCode: 'livraison' });
  await tell([once, missing('livraisons dimanche'), missing('dimanche, livraison')]);
  await tell([once, missing('monte-charge'), missing('06 39 98 41 17')]);
  const list = async () =>
    missingArticlesSchema.parse(
      (await ask(hub, hugo, 'GET', '/v1/missing-articles?brandId=kerdoual')).json(),
    ).missing;
  const [first, second, ...rest] = await list();
  expect(first).toMatchObject({ times: 3, byAdvisors: 3, bySearchers: 0, reasonCode: 'livraison' });
  expect(second).toMatchObject({ words: 'monte-charge', times: 1 });
  expect(rest).toEqual([]);
  const settle = (who: Session, key = first?.key) =>
    ask(hub, who, 'POST', '/v1/missing-articles/settle', {
      brandId: 'kerdoual',
      language: 'fr',
      key,
      articleId: article.id,
      why: '',
    });
  expect((await settle(camille)).json().code).toBe('role-not-allowed');
  expect((await settle(hugo)).statusCode).toBe(204);
  expect((await settle(hugo)).json().code).toBe('not-found');
  expect(await list()).toHaveLength(1);
  await tell([missing('livraison dimanche')]);
  expect(await list()).toHaveLength(2);
});
