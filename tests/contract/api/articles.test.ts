import {
  articleManifestSchema,
  articlesSchema,
  foundArticlesSchema,
  heldArticlesSchema,
} from '@shared/contracts/http/articles.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import { pullResponseSchema } from '@shared/contracts/sync/pull.ts';
import { ArticleIndex } from '@shared/domain/article/article-index.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, draft, publish, someArticle, versionPath } from './articles.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

let hub: HubUnderTest;
let agathe: Session;
let hugo: Session;
let camille: Session;
let aicha: Session;
beforeAll(async () => {
  hub = await startHubUnderTest();
  agathe = await hub.signIn('agathe.perrot', hub.newId());
  hugo = await hub.signIn('hugo.delmas', hub.newId());
  camille = await hub.signIn('camille.roussel', hub.newId());
  // Of Lorvane and Solvenne only.
  aicha = await hub.signIn('aicha.benali', hub.newId());
});
afterAll(() => hub.close());

const search = async (who: Session, text: string, more = '') => {
  const path = `/search?text=${encodeURIComponent(text)}${more}`;
  return foundArticlesSchema.parse((await ask(hub, who, 'GET', path)).json()).articles;
};
const manifest = async (who: Session) =>
  articleManifestSchema.parse((await ask(hub, who, 'GET', routes.heldArticles)).json());

it('[KNOW-20] a version is written, submitted, sent back with a word, approved and withdrawn over HTTP; each deed is in the audit log', async () => {
  const one = await draft(hub, agathe, { title: 'Détartrer une bouilloire' });
  expect(one).toMatchObject({ version: 1, state: 'draft', authorName: 'Agathe Perrot' });
  const turn = (who: Session, name: string, body?: object) =>
    ask(hub, who, 'POST', `${versionPath(one)}/${name}`, body);
  expect((await turn(hugo, 'approve')).json()).toMatchObject({ code: 'article-not-in-state' });
  expect((await turn(agathe, 'submit')).json()).toMatchObject({ state: 'in-review' });
  const remark = 'Dire aussi la température.';
  expect((await turn(hugo, 'send-back', { remark })).json()).toMatchObject({
    state: 'draft',
    remark,
  });
  const content = someArticle({ title: 'Détartrer une bouilloire', say: 'À 60 degrés.' });
  const rewritten = await ask(hub, agathe, 'PUT', versionPath(one), content);
  expect(rewritten.json()).toMatchObject({ say: 'À 60 degrés.', state: 'draft' });
  await turn(agathe, 'submit');
  expect((await turn(agathe, 'approve')).json()).toMatchObject({ code: 'article-own' });
  expect((await turn(hugo, 'approve')).json()).toMatchObject({
    state: 'published',
    approverName: 'Hugo Delmas',
    remark: null,
  });
  expect(await search(camille, 'bouilloire')).toHaveLength(1);
  expect((await turn(hugo, 'confirm', { reviewBy: '2028-01-01' })).json()).toMatchObject({
    reviewBy: '2028-01-01',
  });
  expect((await turn(hugo, 'withdraw', { remark: 'Faux.' })).json()).toMatchObject({
    state: 'withdrawn',
  });
  expect(await search(camille, 'bouilloire')).toEqual([]);
  const deeds = await hub.database.db
    .selectFrom('audit_log')
    .select('action')
    .where('entity', '=', 'article')
    .where('entity_id', 'in', [one.id, `${one.id}/1`])
    .orderBy('id')
    .execute();
  expect(deeds.map(({ action }) => action)).toEqual(
    'drafted submitted sent-back rewritten submitted approved confirmed withdrawn'.split(' '),
  );
});

it('[KNOW-3] a published version is never rewritten: a change is the next version', async () => {
  const one = await publish(hub, [agathe, hugo], { title: 'Plier un paravent' });
  const content = someArticle({ title: 'Autre' });
  const refused = await ask(hub, agathe, 'PUT', versionPath(one), content);
  expect(refused.json()).toMatchObject({ code: 'article-not-in-state' });
  const two = await draft(hub, agathe, { title: 'Plier un paravent, mieux' }, one.id);
  expect(two).toMatchObject({ id: one.id, version: 2, state: 'draft' });
  const third = await ask(hub, agathe, 'POST', `/${one.id}/versions`, content);
  expect(third.json()).toMatchObject({ code: 'article-not-in-state' });
  expect((await search(camille, 'paravent'))[0]?.version).toBe(1);
  const listed = articlesSchema.parse((await ask(hub, hugo, 'GET', '?brandId=kerdoual')).json());
  const entry = listed.articles.find(({ id }) => id === one.id);
  expect(entry).toMatchObject({ version: 2, state: 'draft', shownVersion: 1 });
});

it('[KNOW-7] brand managers and administrators write; advisors and team leads read, send and judge', async () => {
  const nadia = await hub.signIn('nadia.ferrand', hub.newId());
  for (const who of [camille, nadia]) {
    const written = await ask(hub, who, 'POST', '', someArticle());
    expect(written.json()).toMatchObject({ code: 'role-not-allowed' });
    expect((await ask(hub, who, 'GET', '')).statusCode).toBe(200);
  }
  // Hugo is of Maison Kerdoual alone.
  const foreign = await ask(hub, hugo, 'POST', '', someArticle({ brandId: 'lorvane' }));
  expect(foreign.json()).toMatchObject({ code: 'not-found' });
});

it('[KNOW-21] what is malformed is refused with the field that is wrong, and nothing of it is kept', async () => {
  const wrong: readonly (readonly [object, string])[] = [
    [{ title: '' }, 'title'],
    [{ title: 'x'.repeat(121) }, 'title'],
    [{ say: 'a\u0000b' }, 'say'],
    [{ say: 'abc\u202edef' }, 'say'],
    [{ customer: null }, 'customer'],
    [{ validUntil: '2025-01-01' }, 'validUntil'],
    [{ reviewBy: 'bientôt' }, 'reviewBy'],
    [{ reasonCodes: ['A B'] }, 'reasonCodes'],
    [{ steps: Array.from({ length: 21 }, () => 'x') }, 'steps'],
  ];
  const before = await hub.database.db.selectFrom('articles').select('id').execute();
  for (const [change, field] of wrong) {
    const answer = await ask(hub, agathe, 'POST', '', someArticle(change));
    expect(answer.statusCode, field).toBe(400);
    expect(JSON.stringify(answer.json().issues), field).toContain(field);
  }
  const after = await hub.database.db.selectFrom('articles').select('id').execute();
  expect(after).toHaveLength(before.length);
});

it('[KNOW-22] the search over HTTP answers what the desktop’s answers', async () => {
  const { articles } = await manifest(camille);
  const held = await ask(hub, camille, 'POST', routes.heldArticles, {
    articles: articles.map(({ id, version }) => ({ id, version })),
  });
  const index = new ArticleIndex();
  index.put(heldArticlesSchema.parse(held.json()).articles);
  expect(index.size).toBeGreaterThan(0);
  for (const text of ['paravents', 'paravnet', 'comment plier', 'inconnu']) {
    const query = { text, brandIds: ['kerdoual'], day: '2026-11-28', limit: 20 };
    const desk = index.search(query).map(({ id }) => id);
    const overHttp = (await search(camille, text, '&brandId=kerdoual')).map(({ id }) => id);
    expect(overHttp, text).toEqual(desk);
  }
  expect(await search(aicha, 'paravent')).toEqual([]);
});

it('[KNOW-41] a desktop that hears of a change learns by the stamp, and which versions it lacks', async () => {
  const pull = async (who: Session) => {
    const bootstrap = await hub.app.inject({
      url: `${routes.bootstrap}?protocol=3&limit=1`,
      headers: bearer(who),
    });
    const url = `${routes.pull}?protocol=3&cursor=${bootstrap.json().cursor}`;
    return pullResponseSchema.parse((await hub.app.inject({ url, headers: bearer(who) })).json());
  };
  const before = await manifest(camille);
  const foreignBefore = await manifest(aicha);
  expect((await pull(camille)).articles).toBe(before.stamp);
  const one = await publish(hub, [agathe, hugo], { title: 'Cirer une table' });
  const after = await manifest(camille);
  expect(after.stamp).not.toBe(before.stamp);
  expect((await pull(camille)).articles).toBe(after.stamp);
  expect(after.articles).toContainEqual({ id: one.id, version: 1, revision: one.revision });
  expect(await manifest(aicha)).toEqual(foreignBefore);
  const future = { title: 'Cirer une table, demain', validFrom: '2099-01-01' };
  await publish(hub, [agathe, hugo], future, one.id);
  const both = (await manifest(camille)).articles.filter(({ id }) => id === one.id);
  expect(both.map(({ version }) => version)).toEqual([1, 2]);
  // A draft is nobody's business.
  const quiet = (await manifest(camille)).stamp;
  await draft(hub, agathe, { title: 'Rien encore' });
  expect((await manifest(camille)).stamp).toBe(quiet);
  await ask(hub, hugo, 'POST', `${versionPath(one)}/withdraw`, { remark: 'Non.' });
  const left = (await manifest(camille)).articles.filter(({ id }) => id === one.id);
  expect(left.map(({ version }) => version)).toEqual([2]);
  const held = await ask(hub, aicha, 'POST', routes.heldArticles, {
    articles: [{ id: one.id, version: 2 }],
  });
  expect(held.json().articles).toEqual([]);
});
