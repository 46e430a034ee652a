/** The experiment of a campaign at the hub: planned, drawn, called by it, read. */
import type { Session } from '@shared/contracts/http/auth.ts';
import type {
  ExperimentComparison,
  ExperimentReport,
} from '@shared/contracts/http/campaign-experiments.ts';
import { levelOf } from '@shared/domain/experiment/design.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Ask,
  addPerson,
  addRefusal,
  asker,
  make,
  reserveIn,
  settings,
  untilCallingHour,
} from './campaigns.ts';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

let hub: HubUnderTest;
let camille: Session;
let asNadia: Ask;
let asCamille: Ask;
let teamId: string;

const dayMs = 86_400_000;
const signIn = async (): Promise<void> => {
  camille = await hub.signIn('camille.roussel');
  const nadia = await hub.signIn('nadia.ferrand');
  asNadia = asker(hub, () => nadia);
  asCamille = asker(hub, () => camille);
};
beforeAll(async () => {
  hub = await startHubUnderTest();
  hub.clock.advance(untilCallingHour(hub.clock.now()));
  await signIn();
  teamId = camille.user.teamId as string;
  await addRefusal(hub);
});
afterAll(() => hub.close());

const design = (rest: object = {}) => ({
  name: 'Appel de courtoisie',
  factors: [],
  outcome: 'ordered',
  windowDays: 30,
  baseline: 0.1,
  smallestEffect: 0.2,
  power: 0.8,
  look: 'fixed',
  ...rest,
});
const drafted = async (experiment: object, rest: object = {}): Promise<string> =>
  (await make(asNadia, settings(hub, teamId, { experiment, ...rest }))).id;
const move = (id: string, to: string) => asNadia('POST', `/v1/campaigns/${id}/move`, { move: to });
const report = async (id: string): Promise<ExperimentReport> =>
  (await asNadia('GET', `/v1/campaigns/${id}/experiment`)).json;

/** People on its list since so many days; so many of them in the control group, and so many ordered. */
type Crowd = { people: number; control: boolean; ordered: number; agoDays: number };
const crowd = async (campaignId: string, { people, control, ordered, agoDays }: Crowd) => {
  const at = new Date(hub.clock.now() - agoDays * dayMs).toISOString();
  await sql`
    with made as (
      insert into customers (id, kind, civility, first_name, last_name, language, emails,
        address_lines, brand_ids, search_text, version, updated_at)
      select gen_random_uuid(), 'person', 'none', 'Foule', 'F' || n, 'fr', '{}', '{}', '{kerdoual}',
        'foule', 1, now() from generate_series(1, ${people}) n
      returning id, last_name
    ), bought as (
      insert into orders (id, brand_id, reference, customer_id, placed_at, amount_cents, lines)
      select gen_random_uuid(), 'kerdoual', gen_random_uuid()::text, id,
        ${at}::timestamptz + interval '3 days', 100, '[]' from made order by last_name limit ${ordered}
    )
    insert into campaign_contacts (id, campaign_id, customer_id, state, zone, score, value_cents,
      attempts, waiting_since, added_at)
    select gen_random_uuid(), ${campaignId}, id, ${control ? 'control' : 'over'}, 'Europe/Paris', 0.5, 0,
      '[]', ${at}, ${at} from made`.execute(hub.database.db);
};
const callsIn = ({ comparisons }: ExperimentReport): ExperimentComparison => {
  const found = comparisons.find(({ factor }) => factor === 'calls');
  if (found === undefined) throw new Error('the calls are compared with nothing');
  return found;
};

describe('the plan', () => {
  it('[EXP-2] is asked for before anybody is called', async () => {
    const wanted = { baseline: 0.1, smallestEffect: 0.05, power: 0.8, look: 'fixed' };
    const { json } = await asNadia('POST', '/v1/campaigns/power', { ...wanted, people: 686 });
    expect(json.neededPerLevel).toBe(686);
    expect(json.findable).toBeCloseTo(0.05, 3);
    const more = await asNadia('POST', '/v1/campaigns/power', { ...wanted, comparisons: 3 });
    expect(more.json.neededPerLevel).toBeGreaterThan(686);
    const wrong = await asNadia('POST', '/v1/campaigns/power', { ...wanted, baseline: 1.2 });
    expect(wrong.status).toBe(400);
  });

  it('[EXP-3] is not changed once its campaign has run; a copy may have another one', async () => {
    const id = await drafted(design(), { controlPercent: 10 });
    await addPerson(hub, camille, '65001');
    await asNadia('POST', `/v1/campaigns/${id}/list`, { query: { communes: ['65001'] } });
    await crowd(id, { people: 1, control: false, ordered: 0, agoDays: 0 });
    await hub.database.db
      .updateTable('campaign_contacts')
      .set({ state: 'waiting' })
      .where('campaign_id', '=', id)
      .execute();
    expect((await move(id, 'start')).status).toBe(200);
    const { json: seen } = await asNadia('GET', `/v1/campaigns/${id}`);
    const change = (rest: object) =>
      asNadia('PUT', `/v1/campaigns/${id}`, {
        revision: seen.revision,
        settings: { ...seen.settings, ...rest },
      });
    expect((await change({ experiment: design({ baseline: 0.2 }) })).json.code).toBe(
      'experiment-drawn',
    );
    expect((await change({ controlPercent: 20 })).json.code).toBe('experiment-drawn');
    expect((await change({ name: 'Autre nom' })).status).toBe(200);
    const copy = await asNadia('POST', `/v1/campaigns/${id}/copy`, { name: 'Encore' });
    const other = await asNadia('PUT', `/v1/campaigns/${copy.json.id}`, {
      revision: 1,
      settings: { ...copy.json.settings, experiment: null },
    });
    expect(other.status).toBe(200);
    await move(id, 'stop');
  });
});

describe('calling by it', () => {
  it('[EXP-4] hands people out in the hours of their level only', async () => {
    const hours = {
      kind: 'hours',
      levels: [
        { from: 10, to: 12 },
        { from: 17, to: 20 },
      ],
    } as const;
    const id = await drafted(design({ factors: [hours], outcome: 'success' }));
    for (let made = 0; made < 8; made += 1) await addPerson(hub, camille, '65002');
    await asNadia('POST', `/v1/campaigns/${id}/list`, { query: { communes: ['65002'] } });
    await move(id, 'start');
    const morning = await reserveIn(asCamille, id, { count: 60, minutes: 1 });
    expect(morning.length).toBeGreaterThan(0);
    expect(morning.length).toBeLessThan(8);
    const factor = { kind: 'hours' as const, levels: [...hours.levels] };
    for (const { customerId } of morning) expect(levelOf(id, factor, customerId)).toBe(0);
    hub.clock.advance(7 * 3_600_000);
    await signIn();
    const evening = await reserveIn(asCamille, id, { count: 60, minutes: 1 });
    expect(evening.length).toBe(8 - morning.length);
    for (const { customerId } of evening) expect(levelOf(id, factor, customerId)).toBe(1);
    await move(id, 'stop');
    hub.clock.advance(untilCallingHour(hub.clock.now()));
    await signIn();
  });
});

describe('reading it', () => {
  it('[EXP-5] [EXP-8] [EXP-9] is sealed until the people who were planned are through, called or not', async () => {
    const id = await drafted(design(), { controlPercent: 50 });
    const { neededPerLevel } = await report(id);
    expect(neededPerLevel).toBeGreaterThan(40);
    const few = neededPerLevel - 1;
    await crowd(id, { people: few, control: false, ordered: 40, agoDays: 40 });
    await crowd(id, { people: neededPerLevel, control: true, ordered: 2, agoDays: 40 });
    await crowd(id, { people: 30, control: false, ordered: 30, agoDays: 3 });
    const sealed = callsIn(await report(id));
    expect(sealed.groups).toMatchObject([
      { level: 'control', people: neededPerLevel, n: neededPerLevel, count: null, rate: null },
      { level: 'called', people: few + 30, n: few, count: null, rate: null },
    ]);
    expect(sealed.against).toEqual([{ level: 'called', verdict: 'sealed', difference: null }]);
    expect((await report(id)).words.fr[0]).toBe(
      'Appeler plutôt que ne pas appeler : le résultat reste fermé, il manque 1 personne. Le regarder avant tromperait.',
    );
    await crowd(id, { people: 1, control: false, ordered: 0, agoDays: 35 });
    const open = callsIn(await report(id));
    expect(open.against[0]).toMatchObject({ level: 'called', verdict: 'ahead' });
    expect(open.groups[1]).toMatchObject({ n: neededPerLevel, count: 40 });
    // Those who come afterwards change nothing.
    await crowd(id, { people: 50, control: false, ordered: 0, agoDays: 31 });
    expect(callsIn(await report(id)).against).toEqual(open.against);
    expect((await report(id)).words.fr[0]).toMatch(
      /^Appeler plutôt que ne pas appeler donne plus de commandes \(\+[\d,]+ points, entre \+[\d,]+ et \+[\d,]+\)\. C’est établi\.$/,
    );
  });

  it('[EXP-8] ended short, it says what it found and not that there is nothing', async () => {
    const id = await drafted(design(), { controlPercent: 50 });
    await crowd(id, { people: 12, control: false, ordered: 2, agoDays: 40 });
    await crowd(id, { people: 12, control: true, ordered: 1, agoDays: 40 });
    expect(callsIn(await report(id)).against[0]?.verdict).toBe('sealed');
    await hub.database.db
      .updateTable('campaigns')
      .set({ status: 'stopped' })
      .where('id', '=', id)
      .execute();
    const over = await report(id);
    expect(over).toMatchObject({ isOver: true, findable: expect.any(Number) });
    expect(over.findable).toBeGreaterThan(0.2);
    expect(callsIn(over).against[0]).toMatchObject({
      verdict: 'not-yet',
      difference: { low: expect.any(Number) },
    });
    expect(over.words.en[0]).toMatch(/^Calling rather than not calling: nobody knows yet/);
  });

  it('[EXP-8] of a success too whoever was not called yet counts, once her days are over', async () => {
    const factor = { kind: 'speech', levels: ['kerdoual-invitation', 'kerdoual-autre'] } as const;
    const id = await drafted(design({ factors: [factor], outcome: 'success', look: 'sequential' }));
    await crowd(id, { people: 30, control: false, ordered: 0, agoDays: 40 });
    const [speech] = (await report(id)).comparisons;
    expect(speech?.groups.reduce((sum, { n }) => sum + n, 0)).toBe(30);
    expect(speech?.groups.map(({ count }) => count)).toEqual([0, 0]);
  });

  it('[EXP-6] read at any time, it shows what there is with a wider interval', async () => {
    const id = await drafted(design({ look: 'sequential' }), { controlPercent: 50 });
    await crowd(id, { people: 40, control: false, ordered: 12, agoDays: 40 });
    await crowd(id, { people: 40, control: true, ordered: 4, agoDays: 40 });
    const { difference, verdict } = callsIn(await report(id)).against[0] ?? {};
    expect(verdict).toBe('not-yet');
    expect(difference?.value).toBeCloseTo(0.2, 9);
    const ordinary = 1.96 * Math.sqrt((0.3 * 0.7) / 40 + (0.1 * 0.9) / 40);
    expect((difference?.high ?? 0) - 0.2).toBeGreaterThan(ordinary);
  });

  it('[EXP-9] compares levels of a factor over everybody who is called; without a design there is nothing', async () => {
    const factor = { kind: 'speech', levels: ['kerdoual-invitation', 'kerdoual-autre'] } as const;
    const id = await drafted(design({ factors: [factor] }), { controlPercent: 50 });
    await crowd(id, { people: 200, control: false, ordered: 20, agoDays: 40 });
    await crowd(id, { people: 90, control: true, ordered: 9, agoDays: 40 });
    const { comparisons, alpha, words } = await report(id);
    expect(comparisons.map((one) => one.factor)).toEqual(['speech', 'calls']);
    expect(alpha).toBe(0.025);
    const [speech] = comparisons;
    const people = speech?.groups.map((group) => group.people) ?? [];
    expect(people.reduce((sum, one) => sum + one, 0)).toBe(200);
    expect(Math.min(...people)).toBeGreaterThan(60);
    expect(words.fr).toHaveLength(3);
    const { id: plain } = await make(asNadia, settings(hub, teamId));
    expect((await asNadia('GET', `/v1/campaigns/${plain}/experiment`)).status).toBe(404);
  });

  it('[EXP-10] says from what difference on a call pays', async () => {
    const id = await drafted(design(), { controlPercent: 50, valueCents: 10_000 });
    await crowd(id, { people: 100, control: false, ordered: 40, agoDays: 40 });
    await crowd(id, { people: 100, control: true, ordered: 10, agoDays: 40 });
    expect((await report(id)).breakEven).toBeNull();
    const [her] = (
      await sql<{ customer_id: string }>`select customer_id from campaign_contacts
        where campaign_id = ${id} and state = 'over' limit 1`.execute(hub.database.db)
    ).rows;
    const at = new Date(hub.clock.now() - 30 * dayMs).toISOString();
    const attempts = JSON.stringify([{ at, numberRank: 0, result: 'reached' }]);
    await sql`update campaign_contacts set attempts = ${attempts}::jsonb
      where campaign_id = ${id} and customer_id = ${her?.customer_id}`.execute(hub.database.db);
    await sql`insert into interactions (id, customer_id, brand_id, channel, direction, started_at,
        ended_at, outcome, title, notes, campaign_id)
      values (gen_random_uuid(), ${her?.customer_id}, 'kerdoual', 'phone', 'outbound', ${at},
        ${at}::timestamptz + interval '6 minutes', 'answered', 'Appel', '{}', ${id})`.execute(
      hub.database.db,
    );
    const read = await report(id);
    // Six minutes at 28 € an hour for one person who was called, of a success that is worth 100 €.
    expect(read.breakEven).toBeCloseTo(0.028, 6);
    expect(read.words.fr.at(-2)).toBe('Un appel se paie à partir de +2,8 points : c’est le cas.');
    expect(read.words.en.at(-2)).toBe('A call pays from +2.8 points on: it does.');
  });
});

describe('all of them', () => {
  type Listed = { campaignId: string; state: string; through: number; report: ExperimentReport };
  const list = async (): Promise<Listed[]> =>
    (await asNadia('GET', '/v1/campaign-experiments')).json.experiments;
  const put = async (id: string, status: string): Promise<void> => {
    const { db } = hub.database;
    await db
      .updateTable('campaigns')
      .set({ status: status as never })
      .where('id', '=', id)
      .execute();
  };

  it('[EXP-11] lists what runs first, with how far it is, and tells no rate of what is sealed', async () => {
    const planned = await drafted(design(), { controlPercent: 50 });
    const sealed = await drafted(design(), { controlPercent: 50 });
    const read = await drafted(design({ look: 'sequential' }), { controlPercent: 50 });
    const over = await drafted(design(), { controlPercent: 50 });
    for (const id of [sealed, read, over]) {
      await crowd(id, { people: 30, control: false, ordered: 9, agoDays: 40 });
      await crowd(id, { people: 20, control: true, ordered: 1, agoDays: 40 });
      await put(id, id === over ? 'stopped' : 'running');
    }
    const found = (await list()).filter(({ campaignId }) =>
      [planned, sealed, read, over].includes(campaignId),
    );
    expect(found.map(({ campaignId, state }) => [campaignId, state])).toEqual([
      [read, 'running'],
      [sealed, 'sealed'],
      [over, 'ended'],
      [planned, 'planned'],
    ]);
    expect(found.map(({ through }) => through)).toEqual([20, 20, 20, 0]);
    const [, closed] = found;
    expect(closed?.report.comparisons[0]?.groups).toMatchObject([
      { people: 20, n: 20, count: null, rate: null },
      { people: 30, n: 30, count: null, rate: null },
    ]);
    const agathe = await hub.signIn('agathe.perrot', hub.newId());
    await sql`delete from user_brands where user_id = ${agathe.user.id}`.execute(hub.database.db);
    const asAgathe = asker(hub, () => agathe);
    expect((await asAgathe('GET', '/v1/campaign-experiments')).json.experiments).toEqual([]);
  });

  it('[EXP-12] reads each anew once a minute, and at once when its campaign was changed', async () => {
    const id = await drafted(design(), { controlPercent: 50 });
    const one = async () => (await list()).find(({ campaignId }) => campaignId === id);
    const first = await one();
    await crowd(id, { people: 5, control: true, ordered: 0, agoDays: 40 });
    expect((await one())?.report).toEqual(first?.report);
    hub.clock.advance(61_000);
    const later = await one();
    expect(later?.report.comparisons[0]?.groups[0]?.people).toBe(5);
    expect(later?.report.at).not.toBe(first?.report.at);
    await crowd(id, { people: 2, control: true, ordered: 0, agoDays: 40 });
    await put(id, 'running');
    expect((await one())?.report.comparisons[0]?.groups[0]?.people).toBe(7);
  });
});
