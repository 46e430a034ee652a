import { randomUUID } from 'node:crypto';
import { Outbox } from '@renderer/engine/sync/outbox.ts';
import { MessageDesk } from '@renderer/engine/work/message-desk.ts';
import type { MessageItem } from '@shared/contracts/engine/messages-written.ts';
import { type CustomerBundle, customerBundleSchema } from '@shared/contracts/sync/pull.ts';
import type { Consent } from '@shared/domain/customer/customer.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { beforeEach, expect, it } from 'vitest';
import { interaction } from '../../component/support/helene.ts';
import { MemoryJournal } from '../../support/desk/memory-journal.ts';
import { sampleBundle, sampleNow, sampleReference } from '../../support/desk/samples.ts';

let journal: MemoryJournal;
let outbox: Outbox;
let desk: MessageDesk;
let shown: readonly MessageItem[];
let bundle: CustomerBundle;

const start = async (): Promise<void> => {
  outbox = new Outbox(journal, () => undefined);
  await outbox.load();
  desk = new MessageDesk({
    clock: { now: () => sampleNow },
    newId: randomUUID,
    advisorId: 'b1c7265d-38ff-4917-a5ac-204e14702cc6',
    reference: sampleReference,
    kept: () => outbox.messages,
    show: (messages) => {
      shown = messages;
    },
    bundle: async (id) => (id === bundle.customer.id ? bundle : null),
    mutation: (body, orderKey) => ({
      id: randomUUID(),
      orderKey,
      madeAt: toInstant(sampleNow),
      ...body,
    }),
    write: (records) => outbox.write(records),
  });
  desk.restore(outbox.messages);
};

const asked = interaction({
  customerId: sampleBundle().customer.id,
  channel: 'email',
  startedAt: '2026-11-04T18:42:00.000Z',
  title: 'Où est ma commande ?',
  threadId: 'e4f1f6d2-1111-4111-8111-111111111111',
  outcome: 'unanswered',
});

beforeEach(async () => {
  journal = new MemoryJournal();
  const sample = sampleBundle();
  const customer = { ...sample.customer, emails: ['helene@exemple.fr', 'autre@exemple.fr'] };
  const interactions = [asked, ...sample.interactions];
  bundle = customerBundleSchema.parse({ ...sample, customer, interactions, consents: [] });
  await start();
});

const begin = async (inReplyTo: string | null = asked.id) => {
  const about = { customerId: bundle.customer.id, brandId: asked.brandId, caseId: null };
  const begun = await desk.begin({ ...about, inReplyTo });
  if (!begun.ok) throw new Error(begun.error.code);
  return begun.value.messageId;
};
const messageOf = (id: string) => {
  const found = shown.find((one) => one.id === id);
  if (found === undefined) throw new Error('no such message');
  return found;
};
const saying = (id: string, body: string) => ({ ...messageOf(id).draft, body });

it('[WRITE-2] a reply begins by the channel and in the thread of what it answers', async () => {
  const { draft, threadId, inReplyTo } = messageOf(await begin());
  expect(draft).toMatchObject({ channel: 'email', to: 'helene@exemple.fr' });
  expect(draft.subject).toBe('Re: Où est ma commande ?');
  expect([threadId, inReplyTo]).toEqual([asked.threadId, asked.id]);
});

it('[WRITE-10] each keystroke is in the journal before it counts as saved, and is there again after a crash', async () => {
  const id = await begin();
  for (const [at, body] of ['B', 'Bo', 'Bon'].entries()) {
    const saved = await desk.save(id, at + 1, saying(id, body));
    expect(saved).toMatchObject({ ok: true, value: { saved: 'disk' } });
    expect(journal.lines.at(-1)).toContain(`"body":"${body}"`);
  }
  await desk.save(id, 2, saying(id, 'older'));
  await start();
  expect(messageOf(id).draft.body).toBe('Bon');
  expect(await begin()).toBe(id);
});

it('[WRITE-10] a disk that refuses is said, and what was typed is kept', async () => {
  const id = await begin();
  journal.full = true;
  const saved = await desk.save(id, 1, saying(id, 'Bonjour'));
  expect(saved).toMatchObject({ ok: true, value: { saved: 'memory' } });
  expect(messageOf(id).draft.body).toBe('Bonjour');
});

it('[WRITE-11] what is sent is one exchange in the same journal line in which its draft ends, however often it is asked', async () => {
  const id = await begin();
  const draft = saying(id, 'Elle arrive demain.');
  const answers = await Promise.all([desk.send(id, 1, draft), desk.send(id, 1, draft)]);
  expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  const last = JSON.parse(journal.lines.at(-1) ?? '[]') as { t: string }[];
  expect(last.map(({ t }) => t)).toEqual(['mutation', 'message-done']);
  expect(outbox.pending).toHaveLength(1);
  await start();
  expect(shown).toEqual([]);
  expect(outbox.pending.map(({ kind }) => kind)).toEqual(['interaction.record']);
  expect(outbox.pending[0]?.payload).toMatchObject({
    channel: 'email',
    direction: 'outbound',
    title: 'Re: Où est ma commande ?',
    summary: 'Elle arrive demain.',
    threadId: asked.threadId,
    message: { to: 'helene@exemple.fr', inReplyTo: asked.id, articles: [] },
  });
});

it('[WRITE-5] nothing goes by a channel that she opposed, and the draft stays', async () => {
  const id = await begin();
  const opposed: Consent = {
    id: randomUUID(),
    customerId: bundle.customer.id,
    brandId: asked.brandId,
    channel: 'email',
    status: 'opposed',
    purpose: 'courriels',
    givenAt: '2026-11-01T10:00:00.000Z',
    until: null,
    proof: 'appel',
  };
  bundle = { ...bundle, consents: [opposed] };
  const refused = await desk.send(id, 1, saying(id, 'Bonjour'));
  expect(refused).toMatchObject({ ok: false, error: { code: 'channel-opposed' } });
  expect(outbox.pending).toEqual([]);
  expect(messageOf(id).draft.body).toBe('Bonjour');
});

it('[WRITE-6] it goes to an address of her record alone, with a subject and words within their length', async () => {
  const id = await begin();
  const codes: (string | null)[] = [];
  const whole = saying(id, 'Bonjour');
  for (const change of [
    { to: 'inconnue@exemple.fr' },
    { to: null },
    { body: ' ' },
    { subject: ' ' },
    { body: 'a'.repeat(4001) },
    { to: 'autre@exemple.fr' },
  ]) {
    const sent = await desk.send(id, codes.length + 1, { ...whole, ...change });
    codes.push(sent.ok ? null : sent.error.code);
  }
  const [unknown, empty] = ['address-unknown', 'message-empty'];
  expect(codes).toEqual([unknown, unknown, empty, empty, 'message-too-long', null]);
});

it('[WRITE-13] of a customer who was erased no draft is kept, and none is written again', async () => {
  const id = await begin();
  const draft = saying(id, 'Bonjour');
  await desk.save(id, 1, draft);
  await outbox.letGo([bundle.customer.id]);
  expect(journal.lines.join()).not.toContain('Bonjour');
  expect(await desk.save(id, 2, draft)).toMatchObject({ ok: false });
  expect(journal.lines.join()).not.toContain('Bonjour');
  expect(shown).toEqual([]);
});

it('[WRITE-12] a draft that is thrown away is gone from the journal, too', async () => {
  const id = await begin(null);
  await desk.save(id, 1, saying(id, 'Jamais envoyé'));
  await desk.drop(id);
  await start();
  expect(shown).toEqual([]);
  expect(journal.lines.join()).not.toContain('Jamais');
});
