/** Figures over all campaigns, as the hub tells them to an advisor, a lead, a brand manager, an administrator. */
import type { Session } from '@shared/contracts/http/auth.ts';
import type { AllFigures, ResultRow } from '@shared/contracts/http/call-figures.ts';
import type { CentreAnswer } from '@shared/contracts/http/centre-figures.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Ask, addPerson, addRefusal, asker, make, settings } from './campaigns.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

let hub: HubUnderTest;
const sessions = new Map<string, Session>();
let invitation: string;
let sale: string;
let other: string;
const day = '2026-03-10';
/** A Tuesday in winter: 18 h in Paris. */
const at = (time: string, on = day): string => `${on}T${time}:00.000Z`;
const advisors = { camille: '', yanis: '', elsewhere: '' };
const people: string[] = [];

const as = (login: string): Ask => asker(hub, () => sessions.get(login) as Session);
const ask = async (login: string, query = ''): Promise<AllFigures> => {
  const url = `/v1/campaign-figures?from=2026-03-01&to=2026-03-31${query}`;
  const { status, json } = await as(login)('GET', url);
  expect(status, JSON.stringify(json)).toBe(200);
  return json;
};
const row = (figures: AllFigures, key: string | null): ResultRow | undefined =>
  figures.rows.find((one) => one.key === key);

const attempt = (time: string, result: string, rest: object = {}) => ({
  at: time,
  numberRank: 0,
  result,
  advisorId: null,
  dispositionCode: null,
  ...rest,
});
const contact = async (campaignId: string, customerId: string, attempts: object[]) => {
  const id = hub.newId();
  await sql`insert into campaign_contacts (id, campaign_id, customer_id, state, zone, score,
      value_cents, waiting_since, added_at, attempts)
    values (${id}, ${campaignId}, ${customerId}, 'waiting', 'Europe/Paris', 0.5, 0,
      ${at('08:00')}, ${at('08:00')}, '[]')`.execute(hub.database.db);
  await sql`update campaign_contacts set attempts = ${JSON.stringify(attempts)}
    where id = ${id}`.execute(hub.database.db);
};
const visit = async (customerId: string, status: string, bookedAt: string): Promise<string> => {
  const id = hub.newId();
  await sql`insert into appointments (id, representative_id, customer_id, brand_id, campaign_id,
      starts_at, ends_at, place, note, status, booked_at, changed_at)
    select ${id}, id, ${customerId}, 'kerdoual', ${invitation}, ${at('08:00')}, ${at('09:00')}, '{}',
      '', ${status}, ${bookedAt}, ${bookedAt} from representatives limit 1`.execute(
    hub.database.db,
  );
  return id;
};
const order = async (customerId: string, placedAt: string): Promise<void> => {
  await sql`insert into orders (id, customer_id, brand_id, reference, placed_at, amount_cents, lines)
    values (${hub.newId()}, ${customerId}, 'kerdoual', ${placedAt}, ${placedAt}, 9900, '[]')`.execute(
    hub.database.db,
  );
};
const call = async (customerId: string, startedAt: string, seconds: number): Promise<void> => {
  const endedAt = new Date(Date.parse(startedAt) + seconds * 1000).toISOString();
  await sql`insert into interactions (id, customer_id, brand_id, channel, direction, started_at,
      ended_at, outcome, advisor_id, campaign_id, disposition_code, title, notes, speech)
    values (${hub.newId()}, ${customerId}, 'kerdoual', 'phone', 'outbound', ${startedAt}, ${endedAt},
      'answered', ${advisors.camille}, ${invitation}, 'rendez-vous', 'Appel', '[]',
      '{"scriptId": "kerdoual-invitation", "version": 1, "stepId": "fin"}')`.execute(
    hub.database.db,
  );
};

beforeAll(async () => {
  hub = await startHubUnderTest();
  await addRefusal(hub);
  for (const login of ['camille.roussel', 'yanis.morel', 'nadia.ferrand', 'agathe.perrot'])
    sessions.set(login, await hub.signIn(login));
  const camille = sessions.get('camille.roussel') as Session;
  advisors.camille = camille.user.id;
  advisors.yanis = (sessions.get('yanis.morel') as Session).user.id;
  advisors.elsewhere = hub.newId();
  const { db } = hub.database;
  const team = hub.newId();
  await sql`insert into teams (id, name) values (${team}, 'Autre équipe')`.execute(db);
  await sql`insert into users (id, login, first_name, last_name, role, team_id, locale, password_hash)
    select ${advisors.elsewhere}, 'ailleurs', 'Ana', 'Ailleurs', role, ${team}, locale, password_hash
    from users where id = ${advisors.camille}`.execute(db);
  for (const commune of ['35238', '35238', '97411', '35238'])
    people.push(await addPerson(hub, camille, commune));
  await sql`update customers set postcode = '97400' where id = ${people[2]}`.execute(db);
  await sql`update customers set postcode = '35000' where id <> ${people[2]}`.execute(db);
  await sql`insert into representatives (id, brand_ids, settings, revision, created_at)
    values (${hub.newId()}, array['kerdoual'], '{}', 1, now())`.execute(db);
  const asNadia = as('nadia.ferrand');
  const ours = camille.user.teamId as string;
  const costs = { centsPerHour: 3600, visitCents: 10_000 };
  invitation = (await make(asNadia, settings(hub, ours, { costs }))).id;
  sale = (await make(asNadia, settings(hub, ours, { goal: 'sales', name: 'Vente' }))).id;
  other = (await make(asNadia, settings(hub, team, { name: 'Ailleurs' }))).id;
  const [ada = '', bob = '', cleo = '', dan = ''] = people;
  const reached = (by: string, code: string) => ({ advisorId: by, dispositionCode: code });
  await contact(invitation, ada, [
    attempt(at('09:10'), 'no-answer', { advisorId: advisors.yanis }),
    attempt(at('17:10'), 'reached', reached(advisors.camille, 'rendez-vous')),
  ]);
  await contact(invitation, bob, [
    attempt(at('17:20'), 'reached', reached(advisors.yanis, 'rendez-vous')),
    attempt(at('17:20', '2026-03-12'), 'reached', reached(advisors.yanis, 'autre')),
  ]);
  await contact(invitation, cleo, [attempt(at('17:30'), 'abandoned')]);
  await contact(sale, dan, [
    attempt(at('17:40'), 'reached', reached(advisors.camille, 'rendez-vous')),
  ]);
  await contact(other, dan, [
    attempt(at('17:50'), 'reached', reached(advisors.elsewhere, 'refus')),
    attempt(at('17:50', '2026-02-20'), 'no-answer'),
  ]);
  await call(ada, at('17:10'), 100);
});
afterAll(() => hub.close());

it('[FIG-1] tells people, calls, contacts, goals and costs by each cut of all campaigns', async () => {
  const told = await ask('agathe.perrot');
  expect(told).toMatchObject({ from: '2026-03-01', to: '2026-03-31', by: 'campaign' });
  expect(row(told, invitation)).toMatchObject({
    label: 'Invitation',
    brandId: 'kerdoual',
    goal: 'appointments',
    people: 3,
    peopleReached: 2,
    attempts: 5,
    reached: 3,
    successes: 2,
    // A hundred seconds of an hour at 36 €, for three contacts and two appointments.
    seconds: 100,
    cents: 100,
    centsPerContact: 33,
    centsPerAppointment: 50,
    visitCents: 10_000,
  });
  // What a campaign of sales sold is a sale; of calls that nobody recorded no cost is told.
  expect(row(told, sale)).toMatchObject({ sales: 1, successes: 1, centsPerSale: null });
  const keys = async (by: string) =>
    (await ask('agathe.perrot', `&by=${by}`)).rows.map(({ key, attempts }) => [key, attempts]);
  expect(await keys('hour')).toEqual([
    ['10', 1],
    ['18', 6],
  ]);
  expect(await keys('area')).toEqual([
    ['35', 6],
    ['974', 1],
  ]);
  expect(await keys('day')).toEqual([
    ['2026-03-10', 6],
    ['2026-03-12', 1],
  ]);
  expect(await keys('speech')).toEqual([
    ['kerdoual-invitation 1', 1],
    [null, 6],
  ]);
  expect((await keys('advisor')).at(-1)).toEqual([null, 1]);
  const teams = await ask('agathe.perrot', '&by=team');
  expect(teams.rows.map(({ label }) => label)).toContain('Autre équipe');
  const asAgathe = as('agathe.perrot');
  expect((await asAgathe('GET', '/v1/campaign-figures?by=moon')).status).toBe(400);
  const turned = await asAgathe('GET', '/v1/campaign-figures?from=2026-03-02&to=2026-03-01');
  expect(turned).toMatchObject({ status: 400, json: { detail: 'from: lies after `to`' } });
  expect((await asAgathe('GET', '/v1/campaign-figures')).json.total.attempts).toBe(0);
});

it('[FIG-2] tells an advisor her own calls, a lead her team’s, and nobody of another brand', async () => {
  const own = await ask('camille.roussel', '&by=advisor');
  expect(own).toMatchObject({ scope: 'own', total: { attempts: 2, reached: 2 } });
  expect(own.rows.map(({ key }) => key)).toEqual([advisors.camille]);
  // Not Ana's of another team, and not what was dialled for that team; but what was dialled for hers.
  const team = await ask('nadia.ferrand', '&by=campaign');
  expect(team).toMatchObject({ scope: 'team', total: { attempts: 6 } });
  expect(row(team, other)).toBeUndefined();
  expect(await ask('agathe.perrot')).toMatchObject({ scope: 'brands', total: { attempts: 7 } });
  expect((await ask('agathe.perrot', '&brandId=solvenne')).rows).toEqual([]);
  const strange = await as('agathe.perrot')('GET', '/v1/campaign-figures?brandId=nobodys');
  expect(strange.status).toBe(404);
  await sql`delete from user_brands where brand_id = 'kerdoual' and user_id = ${advisors.yanis}`.execute(
    hub.database.db,
  );
  sessions.set('yanis.morel', await hub.signIn('yanis.morel'));
  expect((await ask('yanis.morel')).total.attempts).toBe(0);
});

it('[CENTRE-7] the centre tells as many goals as campaigns do, to each in her scope', async () => {
  for (const login of ['camille.roussel', 'nadia.ferrand', 'agathe.perrot'])
    for (const by of ['team', 'advisor', 'speech', 'day'].slice(login.startsWith('c') ? 1 : 0)) {
      const campaigns = await ask(login, `&by=${by}`);
      const url = `/v1/centre-figures?from=2026-03-01&to=2026-03-31&by=${by}`;
      const centre: CentreAnswer = (await as(login)('GET', url)).json;
      const { successes, reached } = campaigns.total;
      expect(centre.total.goals, login).toMatchObject({ won: successes, reached });
      for (const { key, figures } of centre.rows)
        expect(figures.goals?.won, `${login} ${by} ${key}`).toBe(
          row(campaigns, key)?.successes ?? 0,
        );
      const sum = centre.rows.reduce((all, { figures }) => all + (figures.goals?.won ?? 0), 0);
      expect(sum, by).toBe(successes);
      expect(successes).toBeGreaterThan(0);
    }
});

it('[FIG-3] counts an appointment and an order at the call after which they came, late or undone', async () => {
  const [ada = '', bob = '', cleo = ''] = people;
  const kept = await visit(ada, 'booked', at('17:12'));
  await visit(bob, 'not-kept', at('17:22'));
  await order(bob, at('17:30', '2026-03-13'));
  // After thirty days, before the call, and of somebody whom no call reached.
  await order(ada, at('17:30', '2026-04-20'));
  await order(ada, at('08:00'));
  await order(cleo, at('18:30'));
  const days = await ask('agathe.perrot', '&by=day');
  expect(row(days, '2026-03-10')).toMatchObject({
    appointments: { made: 2, kept: 0, notKept: 1, cancelled: 0 },
    sales: 1,
  });
  expect(row(days, '2026-03-12')).toMatchObject({
    appointments: { made: 0, kept: 0, notKept: 0, cancelled: 0 },
    sales: 1,
  });
  await sql`update appointments set status = 'kept' where id = ${kept}`.execute(hub.database.db);
  await sql`update appointments set status = 'cancelled' where customer_id = ${bob}`.execute(
    hub.database.db,
  );
  await sql`delete from orders where customer_id = ${bob}`.execute(hub.database.db);
  const total = async () => (await ask('agathe.perrot')).total;
  expect(await total()).toMatchObject({
    appointments: { made: 1, kept: 1, notKept: 0, cancelled: 1 },
    sales: 1,
  });
  // A correction of the record, and its removal, count as well.
  await sql`update interactions set ended_at = ended_at + interval '50 seconds'
    where campaign_id = ${invitation}`.execute(hub.database.db);
  expect(await total()).toMatchObject({ seconds: 150 });
  await sql`delete from interactions where campaign_id = ${invitation}`.execute(hub.database.db);
  expect(await total()).toMatchObject({ seconds: 0, centsPerContact: null });
});

it('[FIG-4] [FIG-5] counts a person once in a row and in all, and hours of the household’s clock', async () => {
  const byAdvisor = await ask('agathe.perrot', '&by=advisor');
  expect(row(byAdvisor, advisors.yanis)).toMatchObject({ people: 2, attempts: 3, reached: 2 });
  expect(byAdvisor.total).toMatchObject({ people: 5, peopleReached: 4 });
  expect(byAdvisor.hours).toEqual([
    { weekday: 2, hour: 10, attempts: 1, reached: 0 },
    { weekday: 2, hour: 18, attempts: 5, reached: 4 },
    { weekday: 4, hour: 18, attempts: 1, reached: 1 },
  ]);
});

it('[FIG-4] counts as many people by whatever it is cut, in a period that begins between two calls', async () => {
  const [, bob = ''] = people;
  await contact(sale, bob, [
    attempt(at('09:00', '2026-03-12'), 'no-answer'),
    attempt(at('10:00', '2026-03-11'), 'reached', { advisorId: advisors.yanis }),
    attempt(at('11:00', '2026-03-12'), 'reached', { advisorId: advisors.yanis }),
  ]);
  const of = async (by: string, from: string, to: string) => {
    const url = `/v1/campaign-figures?from=${from}&to=${to}&by=${by}`;
    const { json } = await as('agathe.perrot')('GET', url);
    const { total, rows }: AllFigures = json;
    const told = ({ people: all, peopleReached }: ResultRow) => [all, peopleReached];
    return { total: told(total), rows: rows.map((one) => [one.key, ...told(one)]) };
  };
  for (const from of ['2026-02-01', '2026-03-10', '2026-03-11', '2026-03-12']) {
    const looked = await of('hour', from, '2026-03-31');
    for (const by of ['campaign', 'area', 'day'])
      expect((await of(by, from, '2026-03-31')).total, `${by} ${from}`).toEqual(looked.total);
  }
  expect(await of('day', '2026-03-11', '2026-03-31')).toEqual({
    total: [2, 2],
    rows: [
      ['2026-03-11', 1, 1],
      ['2026-03-12', 2, 2],
    ],
  });
  expect(
    (await of('campaign', '2026-03-12', '2026-03-31')).rows.map((one) => one.slice(1)),
  ).toEqual([
    [1, 1],
    [1, 1],
  ]);
});

it('[FIG-6] hands the same out as CSV, in French or English', async () => {
  const sheet = async (language: string): Promise<string[]> => {
    const url = `/v1/campaign-figures.csv?from=2026-03-01&to=2026-03-31&language=${language}`;
    const headers = bearer(sessions.get('agathe.perrot') as Session);
    const answer = await hub.app.inject({ method: 'GET', url, headers });
    expect(answer.headers['content-type']).toContain('text/csv');
    return answer.body.trim().split('\r\n');
  };
  const [head, ...lines] = await sheet('fr');
  expect(head).toContain('personnes_appelées;personnes_jointes;appels;contacts');
  const told = await ask('agathe.perrot');
  expect(lines).toHaveLength(told.rows.length + 1);
  const invited = lines.find((line) => line.includes(invitation));
  expect(invited).toContain('Invitation;kerdoual;3;2;5;3;2;1;1;0;1;');
  expect(invited?.endsWith('100,00')).toBe(true);
  expect(lines.at(-1)).toContain('ensemble');
  const [english, ...others] = await sheet('en');
  expect(english).toContain('people_called');
  expect(others.find((line) => line.includes(invitation))?.endsWith('100.00')).toBe(true);
});
