import { workThroughSome } from '@api/modules/insights/worker.ts';
import { articleCountsSchema } from '@shared/contracts/http/articles.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import type { Article } from '@shared/domain/article/article.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, publish } from './articles.ts';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someConsent, someCustomer, someInteraction } from './mutations.ts';

let hub: HubUnderTest;
let agathe: Session;
let hugo: Session;
let camille: Session;
let article: Article;
let customerId: string;
let asked: Interaction;
beforeAll(async () => {
  hub = await startHubUnderTest();
  agathe = await hub.signIn('agathe.perrot', hub.newId());
  hugo = await hub.signIn('hugo.delmas', hub.newId());
  camille = await hub.signIn('camille.roussel', hub.newId());
  article = await publish(hub, [agathe, hugo]);
  customerId = hub.newId();
  asked = came({ channel: 'email', title: 'Un pied cassé' });
  await push(hub, camille, [
    mutation(hub, { kind: 'customer.create', payload: someCustomer(customerId) }),
    mutation(hub, { kind: 'interaction.record', payload: asked }),
  ]);
});
afterAll(() => hub.close());

const came = (change: Partial<Interaction>) =>
  someInteraction(hub.newId(), { customerId, outcome: 'unanswered', queue: null, ...change });
const written = (change: Partial<Interaction> = {}, message: object = {}) =>
  someInteraction(hub.newId(), {
    customerId,
    channel: 'email',
    direction: 'outbound',
    outcome: 'done',
    queue: null,
    advisorId: camille.user.id,
    startedAt: new Date(hub.clock.now()).toISOString(),
    endedAt: null,
    title: 'Re: Un pied cassé',
    summary: 'Le pied de remplacement part demain.',
    message: { to: 'anne.legall@exemple.fr', inReplyTo: asked.id, articles: [], ...message },
    ...change,
  });
const record = async (payload: Interaction) =>
  (await push(hub, camille, [mutation(hub, { kind: 'interaction.record', payload })]))[0];
const kept = (id: string) =>
  hub.database.db.selectFrom('interactions').selectAll().where('id', '=', id).executeTakeFirst();

it('[WRITE-1] a written message is an outgoing exchange, told once to whoever carries messages, with its address', async () => {
  const endpoint = { url: 'https://exemple.fr/e-mails', events: ['interaction.created'] };
  await ask(hub, agathe, 'POST', '/v1/webhooks', { ...endpoint, brandIds: ['kerdoual'] });
  const sent = written();
  const once = mutation(hub, { kind: 'interaction.record', payload: sent });
  for (let times = 0; times < 3; times += 1)
    expect(await push(hub, camille, [once])).toMatchObject([{ status: 'accepted' }]);
  const told = await hub.database.db
    .selectFrom('webhook_deliveries')
    .select('facts')
    .where('entity_id', '=', sent.id)
    .where('event', '=', 'interaction.created')
    .execute();
  expect(told.map(({ facts }) => facts)).toMatchObject([
    {
      customer_id: customerId,
      channel: 'email',
      title: 'Re: Un pied cassé',
      summary: 'Le pied de remplacement part demain.',
      message: { to: 'anne.legall@exemple.fr', inReplyTo: asked.id },
    },
  ]);
});

it('[WRITE-2] a reply is in the thread of what it answers', async () => {
  const sent = written();
  await record(sent);
  while ((await workThroughSome(hub)) > 0);
  const thread = (await kept(sent.id))?.thread_id;
  expect(thread).toBeTruthy();
  expect((await kept(asked.id))?.thread_id).toBe(thread);
});

it('[WRITE-5] nothing goes by a channel that she opposed, and the draft stays', async () => {
  const payload = {
    ...someConsent(hub.newId(), customerId),
    channel: 'sms' as const,
    status: 'opposed' as const,
  };
  await push(hub, camille, [mutation(hub, { kind: 'consent.record', payload })]);
  const refused = written({ channel: 'sms' }, { to: '+33639980001' });
  expect(await record(refused)).toMatchObject({ status: 'rejected', code: 'channel-opposed' });
  expect(await kept(refused.id)).toBeUndefined();
});

it('[WRITE-6] it goes to an address of her record alone, with a subject and words within their length', async () => {
  const foreign = came({ customerId: null, channel: 'chat' });
  await record(foreign);
  const chat = came({ channel: 'chat' });
  await record(chat);
  const cases: [Interaction, string | null][] = [
    [written({}, { to: 'autre@exemple.fr' }), 'address-unknown'],
    [written({}, { to: null }), 'address-unknown'],
    [written({ summary: ' ' }), 'message-empty'],
    [written({ title: '' }), 'message-empty'],
    [written({ channel: 'post' }), 'mutation-malformed'],
    [written({ direction: 'inbound' }), 'mutation-malformed'],
    [written({ channel: 'chat' }, { to: null, inReplyTo: null }), 'mutation-malformed'],
    [written({ channel: 'chat' }, { to: null, inReplyTo: foreign.id }), 'interaction-unknown'],
    [written({ channel: 'chat' }, { to: null, inReplyTo: chat.id }), null],
    [written({}, { articles: [{ id: hub.newId(), version: 1 }] }), 'article-not-shown'],
  ];
  for (const [payload, code] of cases) {
    const answer = await record(payload);
    expect([payload.message, answer?.code ?? null]).toEqual([payload.message, code]);
  }
});

it('[WRITE-8] an article is carried while a line of its words stands in the message, and only then', async () => {
  const sent = async () => {
    const answer = await ask(hub, hugo, 'GET', '/counts?brandId=kerdoual');
    const { articles } = articleCountsSchema.parse(answer.json());
    return articles.find(({ articleId }) => articleId === article.id)?.sent;
  };
  const before = await sent();
  const carried = [{ id: article.id, version: article.version }];
  expect(await record(written({}, { articles: carried }))).toMatchObject({ status: 'accepted' });
  expect(await sent()).toBe((before ?? 0) + 1);
});
