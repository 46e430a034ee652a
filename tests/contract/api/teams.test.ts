import type { Session } from '@shared/contracts/http/auth.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

let hub: HubUnderTest;
let agathe: Session;
let hugo: Session;
beforeAll(async () => {
  hub = await startHubUnderTest();
  agathe = await hub.signIn('agathe.perrot', hub.newId());
  hugo = await hub.signIn('hugo.delmas', hub.newId());
});
afterAll(() => hub.close());

const ask = async (
  who: Session,
  method: 'GET' | 'POST' | 'PATCH',
  url: string,
  payload?: object,
) => {
  const sent = payload === undefined ? {} : { payload };
  const answer = await hub.app.inject({ method, url, headers: bearer(who), ...sent });
  return { status: answer.statusCode, json: answer.json() };
};

it('[ADMIN-22] a team’s name and its outsourcer are changed, audited; an empty outsourcer is the house’s own', async () => {
  const made = await ask(agathe, 'POST', '/v1/teams', { name: 'Renfort' });
  const url = `/v1/teams/${made.json.id}`;
  const away = await ask(agathe, 'PATCH', url, { outsourcer: 'Voix d’Ailleurs' });
  expect(away.json).toMatchObject({ name: 'Renfort', outsourcer: 'Voix d’Ailleurs' });
  const home = await ask(agathe, 'PATCH', url, { name: 'Renfort du soir', outsourcer: null });
  expect(home.json).toMatchObject({ name: 'Renfort du soir', outsourcer: null });
  const { json } = await ask(agathe, 'GET', '/v1/teams');
  expect(json.teams).toContainEqual(home.json);
  for (const wrong of [{}, { name: '' }, { outsourcer: '' }, { outsourcer: 'x'.repeat(81) }])
    expect((await ask(agathe, 'PATCH', url, wrong)).status).toBe(400);
  expect((await ask(agathe, 'PATCH', `/v1/teams/${hub.newId()}`, { name: 'x' })).status).toBe(404);
  expect((await ask(hugo, 'PATCH', url, { name: 'x' })).status).toBe(403);
  const deeds = await hub.database.db
    .selectFrom('audit_log')
    .select('action')
    .where('entity', '=', 'team')
    .where('entity_id', '=', made.json.id)
    .execute();
  expect(deeds.map(({ action }) => action)).toEqual(['created', 'changed', 'changed']);
});

it('[ADMIN-24] the rules keep the open page, its prices and the words to avoid', async () => {
  const url = '/v1/brands/solvenne/rules';
  const before = (await ask(agathe, 'GET', url)).json;
  const knowledge = {
    openPage: true,
    pageUrl: 'https://aide.example/s',
    emailCents: 9,
    smsCents: 7,
  };
  const avoidedWords = [{ words: 'souci', instead: 'question', severity: 'advice' }];
  const change = { version: before.version, rules: { ...before.rules, knowledge, avoidedWords } };
  const answer = await hub.app.inject({
    method: 'PUT',
    url,
    headers: bearer(agathe),
    payload: change,
  });
  expect(answer.statusCode).toBe(200);
  const after = (await ask(agathe, 'GET', url)).json;
  expect(after.rules).toMatchObject({ knowledge, avoidedWords });
  const wrong = {
    ...after,
    rules: { ...after.rules, knowledge: { ...knowledge, pageUrl: 'aide' } },
  };
  const refused = await hub.app.inject({
    method: 'PUT',
    url,
    headers: bearer(agathe),
    payload: wrong,
  });
  expect([refused.statusCode, refused.body]).toEqual([400, expect.stringContaining('pageUrl')]);
});
