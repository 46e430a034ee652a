/** Who sees which figures of the centre, and the same as a file. */
import type { Session } from '@shared/contracts/http/auth.ts';
import { centreCuts } from '@shared/contracts/http/centre-figures.ts';
import { routes } from '@shared/contracts/routes.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addPerson } from './campaigns.ts';
import { addCall, addQueueFacts, addStates, asked, emptyCentre } from './centre.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

let hub: HubUnderTest;
const sessions = new Map<string, Session>();
const as = (name: string): Session => sessions.get(name) as Session;
const logins = {
  camille: 'camille.roussel',
  yanis: 'yanis.morel',
  lea: 'lea.fontaine',
  nadia: 'nadia.ferrand',
  hugo: 'hugo.delmas',
  agathe: 'agathe.perrot',
};
const days = { from: '2026-04-01', to: '2026-04-30' };
const otherTeam = '0191c0de-0000-7000-8000-0000000000e1';

beforeAll(async () => {
  hub = await startHubUnderTest();
  for (const [name, login] of Object.entries(logins))
    sessions.set(name, await hub.signIn(login, hub.newId()));
  const customerId = await addPerson(hub, as('camille'), '35024', {
    lastName: 'Quemeneur-Introuvable',
  });
  await emptyCentre(hub);
  await sql`insert into teams (id, name) values (${otherTeam}, 'Autre équipe')`.execute(
    hub.database.db,
  );
  await sql`update users set team_id = ${otherTeam} where id = ${as('lea').user.id}`.execute(
    hub.database.db,
  );
  for (const name of ['camille', 'yanis', 'lea'])
    await addStates(hub, as(name).user.id, [
      ['2026-04-01T07:00:00Z', 'ready'],
      ['2026-04-01T08:00:00Z', 'offline'],
    ]);
  const at = '2026-04-01T07:10:00.000Z';
  const queue = 'kerdoual-service';
  for (const name of ['camille', 'camille', 'yanis', 'lea'])
    await addCall(hub, { advisorId: as(name).user.id, at, talkS: 100, customerId, queue });
  await addCall(hub, { advisorId: as('yanis').user.id, at, talkS: 50, brandId: 'solvenne' });
  const about = { queue, legId: 'leg', at: Date.parse(at) };
  await addQueueFacts(hub, [
    { ...about, kind: 'joined' },
    { ...about, kind: 'taken', waitedS: 3, agent: '6001' },
  ]);
});
afterAll(() => hub.close());

it('[CENTRE-10] an advisor sees her own, by whatever it is cut, and no colleague and no queue', async () => {
  for (const by of centreCuts.filter((one) => one !== 'team')) {
    const told = await asked(hub, as('camille'), { ...days, by });
    expect(told.scope).toBe('own');
    expect(told.total.handling.handled, by).toBe(2);
    expect(told.total.states?.signedInS, by).toBe(3600);
    expect(told.total.queue, by).toBeNull();
    expect(told.rows.every(({ figures }) => figures.queue === null)).toBe(true);
    expect(JSON.stringify(told)).not.toContain(as('yanis').user.id);
  }
  const url = routes.centreFigures;
  const query = { ...days, by: 'team' };
  const refused = await hub.app.inject({ url, query, headers: bearer(as('camille')) });
  expect(refused.json().code).toBe('role-not-allowed');
});

it('[CENTRE-10] a lead sees her team for her brands, and those she leads besides', async () => {
  const own = await asked(hub, as('nadia'), { ...days, by: 'team' });
  expect(own.rows.map(({ key }) => key)).toEqual([as('nadia').user.teamId]);
  expect(own.total).toMatchObject({ states: { signedInS: 7200 }, handling: { handled: 4 } });
  await sql`insert into led_teams (user_id, team_id) values (${as('nadia').user.id}, ${otherTeam})`.execute(
    hub.database.db,
  );
  const both = await asked(hub, as('nadia'), { ...days, by: 'team' });
  expect(both.rows.map(({ label }) => label).toSorted()).toEqual([
    'Autre équipe',
    'Équipe de Nadia Ferrand',
  ]);
  expect(both.total).toMatchObject({ states: { signedInS: 10_800 }, handling: { handled: 5 } });
  await sql`delete from led_teams`.execute(hub.database.db);
  await sql`delete from user_brands where user_id = ${as('nadia').user.id}
    and brand_id = 'solvenne'`.execute(hub.database.db);
  const fewer = await asked(hub, as('nadia'), { ...days, by: 'brand' });
  expect(fewer.rows.map(({ key }) => key)).toEqual(['kerdoual']);
  expect(fewer.total.handling.handled).toBe(3);
});

it('[CENTRE-10] a brand manager sees the calls of his brands and nobody’s states', async () => {
  const told = await asked(hub, as('hugo'), { ...days, by: 'advisor' });
  expect(told.total.states).toBeNull();
  expect(told.rows.every(({ figures }) => figures.states === null)).toBe(true);
  const ofHis = as('hugo').user.brandIds.includes('solvenne') ? 5 : 4;
  expect(told.total.handling.handled).toBe(ofHis);
  expect(told.total.queue?.offered).toBe(1);
});

it('[CENTRE-10] of one brand there are its calls, and no states; another’s does not exist', async () => {
  const told = await asked(hub, as('agathe'), { ...days, brandId: 'solvenne' });
  expect(told.total).toMatchObject({ states: null, handling: { handled: 1 } });
  const foreign = ['kerdoual', 'solvenne', 'lorvane'].find(
    (id) => !as('hugo').user.brandIds.includes(id),
  );
  for (const brandId of [foreign ?? 'lorvane', 'nowhere']) {
    const query = { ...days, brandId };
    const refused = await hub.app.inject({
      url: routes.centreFigures,
      query,
      headers: bearer(as('hugo')),
    });
    expect(refused.json().code, brandId).toBe('not-found');
  }
});

it.each([
  { from: '2026-04-02', to: '2026-04-01' },
  { from: '2024-04-01', to: '2026-04-01' },
  { from: 'hier' },
  { by: 'customer' },
] as Record<string, string>[])('[CENTRE-10] what makes no sense is refused: %o', async (query) => {
  const answer = await hub.app.inject({
    url: routes.centreFigures,
    query,
    headers: bearer(as('agathe')),
  });
  expect(answer.statusCode).toBe(400);
});

it('[CENTRE-8] [CENTRE-12] people have no service level, queues have; each figure has its words', async () => {
  const people = await asked(hub, as('agathe'), { ...days, by: 'advisor' });
  expect(people.rows.every(({ figures }) => figures.queue === null)).toBe(true);
  const queues = await asked(hub, as('agathe'), { ...days, by: 'queue' });
  const ofQueue = queues.rows.find(({ key }) => key === 'kerdoual-service');
  expect(ofQueue?.figures.queue).toMatchObject({ offered: 1, taken: 1, serviceLevel: 1 });
  expect(ofQueue?.figures.states).toBeNull();
  expect(ofQueue?.figures.goals).toBeNull();
  for (const { fr, en } of Object.values(queues.definitions)) {
    expect(fr.length).toBeGreaterThan(20);
    expect(en).not.toBe(fr);
  }
});

it('[CENTRE-11] the file says what is told, in either language, its last line of all', async () => {
  const told = await asked(hub, as('agathe'), { ...days, by: 'advisor' });
  for (const language of ['fr', 'en'] as const) {
    const answer = await hub.app.inject({
      url: `${routes.centreFigures}.csv`,
      query: { ...days, by: 'advisor', language },
      headers: bearer(as('agathe')),
    });
    expect(answer.headers['content-type']).toContain('text/csv');
    const lines = answer.body.trim().split('\r\n');
    const cells = (line: string | undefined) => line?.split(';') ?? [];
    const heads = cells(lines[0]);
    expect(lines).toHaveLength(told.rows.length + 2);
    expect(new Set(lines.map((line) => cells(line).length))).toEqual(new Set([heads.length]));
    const at = heads.indexOf(language === 'fr' ? 'traitement_s' : 'handling_s');
    const last = cells(lines.at(-1));
    expect(last[4]).toBe(language === 'fr' ? 'ensemble' : 'all');
    expect(Number(last[at])).toBe(told.total.handling.handlingS);
    expect(answer.body).not.toContain('Introuvable');
    expect(answer.body).toContain('Camille Roussel');
  }
});
