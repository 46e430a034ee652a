import { articleCountsSchema, missingArticlesSchema } from '@shared/contracts/http/articles.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import type { Article } from '@shared/domain/article/article.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, publish, versionPath } from './articles.ts';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

let hub: HubUnderTest;
let agathe: Session;
let hugo: Session;
let article: Article;
beforeAll(async () => {
  hub = await startHubUnderTest();
  agathe = await hub.signIn('agathe.perrot', hub.newId());
  hugo = await hub.signIn('hugo.delmas', hub.newId());
  article = await publish(hub, [agathe, hugo]);
});
afterAll(() => hub.close());

let addresses = 0;
const html = { accept: 'text/html', 'accept-language': 'fr-FR' };
const open = (path: string, headers: object = {}, from?: string) => {
  addresses += 1;
  const remoteAddress = from ?? `10.1.${addresses >> 8}.${addresses & 255}`;
  return hub.app.inject({ url: `/help${path}`, headers: { ...html, ...headers }, remoteAddress });
};
const submit = (path: string, form: Record<string, string>) => {
  addresses += 1;
  return hub.app.inject({
    method: 'POST',
    url: `/help${path}`,
    headers: { ...html, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
    remoteAddress: `10.1.${addresses >> 8}.${addresses & 255}`,
  });
};
const counts = async () =>
  articleCountsSchema.parse((await ask(hub, hugo, 'GET', '/counts?brandId=kerdoual')).json())
    .openPage;
const text = (body: string) => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

it('[KNOW-50] the open page of a brand searches and shows the open articles in their customer’s version, without sign-in and without a script', async () => {
  const start = await open('/kerdoual');
  expect(start.statusCode).toBe(200);
  expect(start.headers['content-type']).toContain('text/html');
  expect(start.headers['content-security-policy']).toContain("default-src 'none'");
  expect(start.body).not.toMatch(/<script|javascript:|\son\w+=/i);
  expect(start.headers['set-cookie']).toBeUndefined();
  expect(start.body).toContain('lang="fr"');
  const found = await open('/kerdoual?q=houses+groix+coudre');
  expect(text((await open('/kerdoual?q=housses')).body)).toContain('Recoudre une housse');
  expect(text(found.body)).not.toContain('Groix</a>');
  const read = await open(`/kerdoual/${article.id}`);
  expect(text(read.body)).toContain('Votre housse se recoud avec le fil fourni.');
  // What is for advisors stays with them.
  expect(read.body).not.toContain(article.say);
  expect(read.body).not.toContain('Retirer la housse.');
  const english = await open('/kerdoual?q=x', { 'accept-language': 'en-GB,en;q=0.9' });
  expect(english.body).toContain('lang="en"');
  expect(text(english.body)).toContain('Your question');
  expect((await open('/kerdoual/style.css')).headers['content-type']).toContain('text/css');
});

it('[KNOW-51] whatever is typed or written in an article is shown as text, and nothing of it runs', async () => {
  const attacks = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' autofocus onfocus='alert(1)",
    '</title><svg onload=alert(1)>',
    'javascript:alert(1)',
    '{{constructor.constructor("alert(1)")()}}',
  ];
  const bad = attacks.join(' ');
  const one = await publish(hub, [agathe, hugo], {
    title: 'Attaque',
    customer: { title: bad.slice(0, 120), text: bad, short: '' },
  });
  const pages = [
    await open(`/kerdoual/${one.id}`),
    await open('/kerdoual'),
    ...(await Promise.all(attacks.map((q) => open(`/kerdoual?${new URLSearchParams({ q })}`)))),
    await open(`/kerdoual?${new URLSearchParams({ q: 'x', v: '"><script>', lang: '"><b>' })}`),
  ];
  for (const page of pages) {
    expect(page.statusCode).toBe(200);
    const tags = [...page.body.matchAll(/<\/?([a-z0-9]+)([^>]*)>/gi)];
    const names = new Set(tags.map(([, name]) => name));
    for (const never of ['script', 'img', 'svg', 'b', 'iframe']) expect(names).not.toContain(never);
    for (const [, , attributes = ''] of tags)
      expect(attributes.replaceAll(/"[^"]*"/g, '')).not.toMatch(/\son\w+\s*=|[<'`]/i);
    expect(page.body).not.toMatch(/href="(?!\/help|tel:)/);
  }
});

it('[KNOW-52] a brand whose page is not open, an internal article and one that is not shown now look as if they did not exist', async () => {
  const internal = await publish(hub, [agathe, hugo], { title: 'Interne', audience: 'internal' });
  const expired = await publish(hub, [agathe, hugo], { title: 'Fini', validUntil: '2026-02-01' });
  const gone = await publish(hub, [agathe, hugo], { title: 'Retiré' });
  await ask(hub, hugo, 'POST', `${versionPath(gone)}/withdraw`, { remark: 'Faux.' });
  const none = await open(`/kerdoual/${hub.newId()}`);
  for (const one of [internal, expired, gone]) {
    const answer = await open(`/kerdoual/${one.id}`);
    expect([answer.statusCode, answer.body]).toEqual([404, none.body]);
  }
  // Of another brand.
  expect((await open(`/lorvane/${article.id}`)).statusCode).toBe(404);
  const { content } = await hub.database.db
    .selectFrom('brand_rules')
    .select('content')
    .where('brand_id', '=', 'solvenne')
    .executeTakeFirstOrThrow();
  const closed = JSON.stringify({ ...content, knowledge: undefined });
  await hub.database.db
    .updateTable('brand_rules')
    .set({ content: closed })
    .where('brand_id', '=', 'solvenne')
    .execute();
  expect((await open('/solvenne')).body).toBe((await open('/nowhere')).body);
  const program = await open('/nowhere', { accept: 'application/json' });
  expect(program.json()).toMatchObject({ code: 'not-found' });
});

it('[KNOW-53] the page counts searches, answers shown, yes, no and wishes to be in touch by visit, and keeps nothing about the visitor', async () => {
  const before = await counts();
  const v = hub.newId();
  const from = '203.0.113.77';
  await open(`/kerdoual?q=housse&v=${v}`, {}, from);
  await open(`/kerdoual?q=housses&v=${v}`, {}, from);
  await open(`/kerdoual/${article.id}?v=${v}`, {}, from);
  await open(`/kerdoual/${article.id}?v=${v}`, {}, from);
  await submit(`/kerdoual/${article.id}/answer`, { v, verdict: 'yes' });
  await submit(`/kerdoual/${article.id}/answer`, { v, verdict: 'yes' });
  const other = hub.newId();
  await open(`/kerdoual/${article.id}?v=${other}`);
  await submit(`/kerdoual/${article.id}/answer`, { v: other, verdict: 'no' });
  const contact = await submit('/kerdoual/contact', { v: other });
  expect(text(contact.body)).toContain('Nous joindre');
  expect(contact.body).toMatch(/href="tel:\+33/);
  const after = await counts();
  expect({
    visits: after.visits - before.visits,
    searches: after.searches - before.searches,
    shown: after.shown - before.shown,
    helped: after.helped - before.helped,
    notHelped: after.notHelped - before.notHelped,
    wishedContact: after.wishedContact - before.wishedContact,
  }).toEqual({ visits: 2, searches: 1, shown: 2, helped: 1, notHelped: 1, wishedContact: 1 });
  const rows = await hub.database.db.selectFrom('help_events').selectAll().execute();
  expect(JSON.stringify(rows)).not.toMatch(/203\.0\.113|housse/);
  expect(hub.logged.join('\n')).not.toMatch(/housse/);
});

it('[KNOW-54] a deflected contact is a visit that said yes and did not ask to be in touch after; the figure stands with this definition', async () => {
  const before = (await counts()).deflected;
  const visit = async (...deeds: readonly ('yes' | 'no' | 'contact')[]) => {
    const v = hub.newId();
    for (const deed of deeds) {
      hub.clock.advance(1_000);
      if (deed === 'contact') await submit('/kerdoual/contact', { v });
      else await submit(`/kerdoual/${article.id}/answer`, { v, verdict: deed });
    }
  };
  await visit('yes');
  await visit('no');
  await visit('contact');
  await visit('yes', 'contact');
  await visit('contact', 'yes', 'contact');
  await visit('contact', 'yes');
  const after = await counts();
  expect(after.deflected - before).toBe(2);
  expect(after.deflectedMeans).toMatch(/did not ask to be in touch after/);
});

it('[KNOW-55] a search without a result is reported as a missing article', async () => {
  const v = hub.newId();
  await open(`/kerdoual?v=${v}&q=${encodeURIComponent('reprise matelas 06 39 98 41 17')}`);
  await open(`/kerdoual?v=${v}&q=${encodeURIComponent('reprise des matelas')}`);
  await open(`/kerdoual?q=${encodeURIComponent('reprise du matelas')}`);
  const path = '/v1/missing-articles?brandId=kerdoual';
  const { missing } = missingArticlesSchema.parse((await ask(hub, hugo, 'GET', path)).json());
  const [first] = missing.filter(({ words }) => words.includes('matelas'));
  expect(first).toMatchObject({ times: 2, bySearchers: 2, byAdvisors: 0 });
  expect(JSON.stringify(missing)).not.toContain('39');
});

it('[KNOW-56] one visitor who asks too often is slowed down, and the others are not', async () => {
  const statuses = new Set<number>();
  for (let at = 0; at < 125; at += 1) {
    statuses.add((await open('/kerdoual/style.css', {}, '198.51.100.9')).statusCode);
  }
  expect([...statuses]).toEqual([200, 429]);
  expect((await open('/kerdoual/style.css', {}, '198.51.100.10')).statusCode).toBe(200);
  const slowed = await open('/kerdoual', {}, '198.51.100.9');
  // Each page has its own measure; the one that was asked for too often says so in words.
  expect(slowed.statusCode).toBe(200);
});
