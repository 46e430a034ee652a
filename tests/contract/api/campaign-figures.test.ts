/** How a campaign goes, as the hub tells it: figures, results by cut, and people with the law's word. */
import type { Session } from '@shared/contracts/http/auth.ts';
import type {
  CampaignFigures,
  CampaignPeople,
  CampaignResults,
} from '@shared/contracts/http/campaign-figures.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type Ask,
  addPerson,
  asker,
  reserveIn,
  running,
  settings,
  untilCallingHour,
} from './campaigns.ts';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someConsent, someInteraction } from './mutations.ts';

let hub: HubUnderTest;
let camille: Session;
let asNadia: Ask;
let asCamille: Ask;
let at: string;
const town = '35238';

const tell = async (contactId: string, body: object) => {
  const told = await asCamille('POST', `${at}/contacts/${contactId}/attempts`, {
    at: new Date(hub.clock.now()).toISOString(),
    ...body,
  });
  expect(told.status).toBe(200);
};

beforeAll(async () => {
  hub = await startHubUnderTest();
  hub.clock.advance(untilCallingHour(hub.clock.now()));
  camille = await hub.signIn('camille.roussel');
  const nadia = await hub.signIn('nadia.ferrand');
  asNadia = asker(hub, () => nadia);
  asCamille = asker(hub, () => camille);
  for (let n = 0; n < 5; n += 1) await addPerson(hub, camille, town);
  const rest = {
    callKind: 'service',
    target: 120,
    outcomes: [
      { dispositionCode: 'commande-prise', consequence: 'success' },
      { dispositionCode: 'renseigne', consequence: 'close' },
      { dispositionCode: 'mauvais-numero', consequence: 'opposition' },
    ],
  };
  const id = await running(asNadia, settings(hub, camille.user.teamId as string, rest), town);
  at = `/v1/campaigns/${id}`;
  const [won, closed, away, lost] = await reserveIn(asCamille, id, { count: 4 });
  // One call is recorded by a desktop, three are told as attempts alone.
  const startedMs = hub.clock.now();
  const row = someInteraction(hub.newId(), {
    customerId: won?.customerId as string,
    campaignId: id,
    direction: 'outbound',
    startedAt: new Date(startedMs).toISOString(),
    endedAt: new Date(startedMs + 240_000).toISOString(),
    wrapUpEndedAt: new Date(startedMs + 360_000).toISOString(),
    outcome: 'answered',
    dispositionCode: 'commande-prise',
    advisorId: camille.user.id,
  });
  await push(hub, camille, [
    mutation(hub, { kind: 'interaction.record', payload: row }, { orderKey: row.id }),
  ]);
  await tell(closed?.id as string, { result: 'reached', dispositionCode: 'renseigne' });
  await tell(away?.id as string, { result: 'no-answer' });
  await tell(lost?.id as string, { result: 'abandoned' });
});
afterAll(() => hub.close());

const figures = async (): Promise<CampaignFigures> => (await asNadia('GET', `${at}/figures`)).json;
const results = async (by: string): Promise<CampaignResults> =>
  (await asNadia('GET', `${at}/results?by=${by}`)).json;

it('[PLAN-7] [PLAN-8] tells what was reached against the plan, how calls ended, and at which hour of theirs', async () => {
  const told = await figures();
  expect(told).toMatchObject({ attempts: 4, reached: 2, successes: 1, people: { control: 0 } });
  expect(told.plan).toMatchObject({ target: 120, daysDone: 1 });
  expect(told.plan.planned).toBe(Math.round(120 / told.plan.days));
  const ended = told.endings.map(({ kind, code, consequence, count }) => [
    kind,
    code,
    consequence,
    count,
  ]);
  expect(ended.toSorted()).toEqual(
    [
      ['disposition', 'commande-prise', 'success', 1],
      ['disposition', 'renseigne', 'close', 1],
      ['result', 'no-answer', null, 1],
      ['result', 'abandoned', null, 1],
    ].toSorted(),
  );
  expect(told.hours).toEqual([
    { weekday: new Date(hub.clock.now()).getUTCDay(), hour: 10, attempts: 4, reached: 2 },
  ]);
  const her = told.advisors.find(({ userId }) => userId === camille.user.id);
  expect(her).toMatchObject({ attempts: 4, reached: 2, successes: 1 });
});

it('[PLAN-9] abandoned calls are told of those who picked up, with the interval of the rate', async () => {
  const { abandoned } = await figures();
  expect(abandoned).toMatchObject({ count: 1, of: 3 });
  expect(abandoned.low).toBeGreaterThan(0.05);
  expect(abandoned.high).toBeLessThan(0.8);
});

it('[PLAN-10] who ordered since is told of both arms, and no difference from an empty one', async () => {
  const ordering = await hub.database.db
    .selectFrom('campaign_contacts')
    .select('customer_id')
    .where('over_because', '=', 'success')
    .executeTakeFirstOrThrow();
  const order = {
    id: hub.newId(),
    customer_id: ordering.customer_id,
    brand_id: 'kerdoual',
    reference: 'P-1',
    placed_at: new Date(hub.clock.now() + 60_000).toISOString(),
    amount_cents: 1000,
    lines: '[]',
  };
  await hub.database.db
    .insertInto('orders')
    .values(order as never)
    .execute();
  expect((await figures()).arms).toMatchObject({
    called: { count: 1, of: 4 },
    control: { count: 0, of: 0, rate: null },
    difference: null,
  });
  await hub.database.db
    .updateTable('campaign_contacts')
    .set({ state: 'control' })
    .where('state', '=', 'waiting')
    .where((eb) => eb('attempts', '=', JSON.stringify([]) as never))
    .execute();
  const { control, difference } = (await figures()).arms;
  expect(control.of).toBe(1);
  expect(difference?.value).toBeCloseTo(0.25);
});

it('[PLAN-11] results are cut by advisor, team, hour, area, speech and day, and cost what the calls took', async () => {
  const byAdvisor = await results('advisor');
  expect(byAdvisor.rows).toMatchObject([
    { key: camille.user.id, label: 'Camille Roussel', attempts: 4, reached: 2, successes: 1 },
  ]);
  // Six minutes of an hour at 28 €, for two who were reached and one success.
  expect(byAdvisor.total).toMatchObject({
    seconds: 360,
    centsPerContact: 140,
    centsPerSuccess: 280,
  });
  expect(byAdvisor).toMatchObject({ centsPerHour: 2800, visitCents: 14_800 });
  const today = new Date(hub.clock.now()).toISOString().slice(0, 10);
  expect((await results('hour')).rows.map(({ key }) => key)).toEqual(['10']);
  expect((await results('day')).rows.map(({ key }) => key)).toEqual([today]);
  expect((await results('team')).rows[0]).toMatchObject({ attempts: 4 });
  expect((await results('speech')).rows).toMatchObject([{ key: null, attempts: 4 }]);
  expect((await results('area')).rows[0]?.key).toMatch(/^\d{2}$/);
  expect((await asNadia('GET', `${at}/results?by=moon`)).status).toBe(400);
});

it('[PLAN-12] people are told by page, state and name, each with the law at this moment', async () => {
  const ask = async (query: string): Promise<CampaignPeople> =>
    (await asNadia('GET', `${at}/people?${query}`)).json;
  const all = await ask('limit=2');
  expect(all).toMatchObject({ total: 5 });
  expect(all.people).toHaveLength(2);
  expect((await ask('limit=2&offset=4')).people).toHaveLength(1);
  const over = await ask('state=over');
  expect(over.people.map(({ overBecause }) => overBecause).toSorted()).toEqual([
    'close',
    'success',
  ]);
  // Signs of a pattern are looked for as they are.
  for (const sign of ['%', '_', '\\', 'Anne_Le Gall', 'A%l'])
    expect((await ask(`search=${encodeURIComponent(sign)}`)).total, sign).toBe(0);
  for (const part of ['nne le g', 'BREST', ''])
    expect((await ask(`search=${encodeURIComponent(part)}`)).total, part).toBe(5);
  const [one] = over.people;
  expect(one?.verdict).toEqual({ allowed: true, rule: null, article: null, allowedFrom: null });
  const no = {
    ...someConsent(hub.newId(), one?.customerId as string),
    status: 'opposed' as const,
    givenAt: new Date(hub.clock.now() - 1000).toISOString(),
    until: null,
  };
  await push(hub, camille, [mutation(hub, { kind: 'consent.record', payload: no })]);
  // What a service call may, one that sells may not.
  const { revision, settings: was } = (await asNadia('GET', at)).json;
  const sells = { revision, settings: { ...was, callKind: 'commercial' } };
  expect((await asNadia('PUT', at, sells)).status).toBe(200);
  const [refused] = (await ask('state=over')).people.filter(({ id }) => id === one?.id);
  expect(refused?.verdict).toMatchObject({ allowed: false, rule: 'opposition' });
  const [control] = (await ask('state=control')).people;
  expect(control?.verdict).toBeNull();
});

it('[PLAN-13] of a campaign of nobody they do not exist', async () => {
  for (const what of ['figures', 'results', 'people'])
    expect((await asNadia('GET', `/v1/campaigns/${hub.newId()}/${what}`)).status).toBe(404);
});
