/** Campaigns at the hub: who is on the list and why, who is handed to whom, what an attempt changes. */
import { isControl } from '@api/modules/campaigns/weigh-people.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Ask,
  addPerson,
  addRefusal,
  asker,
  make,
  reserveIn,
  running,
  settings,
  untilCallingHour,
} from './campaigns.ts';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someConsent } from './mutations.ts';

let hub: HubUnderTest;
let nadia: Session;
let camille: Session;
let yanis: Session;
let asNadia: Ask;
let asCamille: Ask;
let asYanis: Ask;
let teamId: string;
let communes = 60_000;
const commune = (): string => {
  communes += 1;
  return String(communes);
};
const wanted = (rest: object = {}) => settings(hub, teamId, rest);
const instant = (aheadMs: number) => new Date(hub.clock.now() + aheadMs).toISOString();
const told = (campaign: string, contact: string) =>
  `/v1/campaigns/${campaign}/contacts/${contact}/attempts`;

/** A session ends before half an hour is over. */
const later = async (ms: number): Promise<void> => {
  hub.clock.advance(ms);
  nadia = await hub.signIn('nadia.ferrand');
  camille = await hub.signIn('camille.roussel');
  yanis = await hub.signIn('yanis.morel');
};

beforeAll(async () => {
  hub = await startHubUnderTest();
  await later(untilCallingHour(hub.clock.now()));
  await addRefusal(hub);
  asNadia = asker(hub, () => nadia);
  asCamille = asker(hub, () => camille);
  asYanis = asker(hub, () => yanis);
  teamId = camille.user.teamId as string;
});
afterAll(() => hub.close());

describe('a campaign', () => {
  it('[CAMP-19] is made, changed by whoever read it last, started once nothing is missing, and copied', async () => {
    const made = await make(asNadia, wanted({ scriptId: null, outcomes: [] }));
    expect(made.problems).toEqual(['no-speech', 'no-contact', 'no-refusal']);
    const at = `/v1/campaigns/${made.id}`;
    const early = await asNadia('POST', `${at}/move`, { move: 'start' });
    expect(early).toMatchObject({
      status: 409,
      json: { code: 'campaign-not-ready', detail: 'no-speech, no-contact, no-refusal' },
    });
    const change = { revision: 1, settings: wanted({ name: 'Autre' }) };
    expect((await asNadia('PUT', at, change)).json).toMatchObject({ revision: 2 });
    expect((await asNadia('PUT', at, change)).json.code).toBe('version-superseded');
    const town = commune();
    await addPerson(hub, camille, town);
    await asNadia('POST', `${at}/list`, { query: { communes: [town] } });
    expect((await asNadia('POST', `${at}/move`, { move: 'pause' })).json.code).toBe(
      'campaign-not-in-state',
    );
    for (const move of ['start', 'pause', 'start', 'stop'])
      expect((await asNadia('POST', `${at}/move`, { move })).status).toBe(200);
    expect((await asNadia('POST', `${at}/move`, { move: 'start' })).status).toBe(409);
    const copy = await asNadia('POST', `${at}/copy`, { name: 'Encore' });
    expect(copy.json).toMatchObject({
      status: 'draft',
      settings: { name: 'Encore', scriptId: 'kerdoual-invitation' },
      counts: { waiting: 0 },
    });
  });

  it('[CAMP-44] gives consequences to qualifications of its brand only, and says which there are', async () => {
    const unknown = [{ dispositionCode: 'inconnue', consequence: 'success' }];
    const refused = await asNadia('POST', '/v1/campaigns', wanted({ outcomes: unknown }));
    expect(refused).toMatchObject({ status: 422, json: { code: 'campaign-outcome-unknown' } });
    expect(refused.json.detail).toMatch(/^inconnue: .*commande-prise, .*renseigne/);
    const made = await make(asNadia, wanted());
    const change = (settings: object, revision: number) =>
      asNadia('PUT', `/v1/campaigns/${made.id}`, { revision, settings });
    const others = await change(wanted({ outcomes: unknown }), 1);
    expect(others.json.code).toBe('campaign-outcome-unknown');
    // What the brand has given up since stays in the campaign until somebody takes it out.
    const { db } = hub.database;
    const gone = db.deleteFrom('dispositions').where('code', '=', 'oui').returningAll();
    const before = await change(
      wanted({ outcomes: [{ dispositionCode: 'oui', consequence: 'close' }] }),
      1,
    );
    expect(before.json).toMatchObject({ revision: 2 });
    const row = await gone.executeTakeFirstOrThrow();
    expect((await change(before.json.settings, 2)).json).toMatchObject({ revision: 3 });
    await db.insertInto('dispositions').values(row).execute();
  });

  it('[CAMP-19] of a brand that is not hers does not exist', async () => {
    const foreign = await asNadia('POST', '/v1/campaigns', wanted({ brandId: 'nobody' }));
    expect(foreign.status).toBe(404);
    expect((await asNadia('GET', `/v1/campaigns/${hub.newId()}`)).status).toBe(404);
  });
});

describe('its list', () => {
  it('[CAMP-20] says of everybody who was found why she may not be called; a dry run changes nothing', async () => {
    const town = commune();
    await addPerson(hub, camille, town);
    await addPerson(hub, camille, town);
    await addPerson(hub, camille, town, { consents: false });
    await addPerson(hub, camille, town, { phones: [] });
    const opposed = await addPerson(hub, camille, town);
    const no = {
      ...someConsent(hub.newId(), opposed),
      givenAt: instant(-60_000),
      status: 'opposed' as const,
      until: null,
    };
    await push(hub, camille, [mutation(hub, { kind: 'consent.record', payload: no })]);
    const { id } = await make(asNadia, wanted());
    const list = (dryRun: boolean) =>
      asNadia('POST', `/v1/campaigns/${id}/list`, { query: { communes: [town] }, dryRun });
    const { leftOut, listId: _, ...rest } = (await list(true)).json;
    expect(rest).toEqual({ state: 'ended', found: 5, control: 0, added: 2, onlyLetter: 0 });
    expect(leftOut.map((one: { because: string }) => one.because).toSorted()).toEqual([
      'consent',
      'no-number',
      'opposition',
    ]);
    expect((await asNadia('GET', `/v1/campaigns/${id}`)).json.counts.waiting).toBe(0);
    expect((await list(false)).json).toMatchObject({ added: 2 });
    expect((await list(false)).json).toMatchObject({
      added: 0,
      leftOut: expect.arrayContaining([
        { because: 'already-listed', article: null, count: 2, left: 3 },
      ]),
    });
    const other = await make(asNadia, wanted({ name: 'Une autre' }));
    const again = await asNadia('POST', `/v1/campaigns/${other.id}/list`, {
      query: { communes: [town] },
    });
    expect(again.json.leftOut[0]).toMatchObject({ because: 'other-campaign', count: 2 });
  });

  it('[CAMP-21] keeps a share apart that is never called, the same people each time', async () => {
    const town = commune();
    const people: string[] = [];
    for (let n = 0; n < 12; n += 1) people.push(await addPerson(hub, camille, town));
    const { id } = await make(asNadia, wanted({ controlPercent: 50 }));
    const query = { query: { communes: [town] } };
    const dry = await asNadia('POST', `/v1/campaigns/${id}/list`, { ...query, dryRun: true });
    const { control, added } = dry.json;
    expect(control).toBeGreaterThan(0);
    expect(control + added).toBe(12);
    expect((await asNadia('POST', `/v1/campaigns/${id}/list`, query)).json).toMatchObject({
      ...dry.json,
      listId: expect.any(String),
    });
    await asNadia('POST', `/v1/campaigns/${id}/move`, { move: 'start' });
    const handed = await reserveIn(asCamille, id, { count: 60 });
    expect(handed).toHaveLength(added);
    const apart = await asNadia('GET', `/v1/campaigns/${id}/contacts?state=control`);
    const kept = apart.json.contacts.map((one: { id: string }) => one.id);
    expect(handed.filter((one) => kept.includes(one.id))).toEqual([]);
    const drawn = apart.json.contacts.map((one: { customerId: string }) => one.customerId);
    const byHash = people.filter((person) => isControl(id, person, 50));
    expect(drawn.toSorted()).toEqual(byHash.toSorted());
  });
});

describe('the next person', () => {
  it('[CAMP-22] is one advisor’s alone, also when many ask two campaigns at two instances at once', async () => {
    const town = commune();
    for (let n = 0; n < 8; n += 1) await addPerson(hub, camille, town);
    const one = await running(asNadia, wanted(), town);
    const two = (await make(asNadia, wanted({ name: 'Au même moment' }))).id;
    // As two lists that were made before anybody compared them.
    await hub.database.db
      .insertInto('campaign_contacts')
      .columns([
        'id',
        'campaign_id',
        'customer_id',
        'state',
        'zone',
        'score',
        'value_cents',
        'attempts',
        'waiting_since',
        'added_at',
      ])
      .expression((from) =>
        from
          .selectFrom('campaign_contacts')
          .select((row) => [
            row.fn<string>('gen_random_uuid').as('id'),
            row.val(two).as('campaign_id'),
            'customer_id',
            'state',
            'zone',
            'score',
            'value_cents',
            'attempts',
            'waiting_since',
            'added_at',
          ])
          .where('campaign_id', '=', one),
      )
      .execute();
    await asNadia('POST', `/v1/campaigns/${two}/move`, { move: 'start' });
    const another = await hub.another();
    const asAnother = asker({ ...hub, app: another }, () => yanis);
    const rounds = Array.from({ length: 4 }, () => [
      reserveIn(asCamille, one, { count: 2 }),
      reserveIn(asAnother, two, { count: 2 }),
      reserveIn(asYanis, one, { count: 2 }),
    ]).flat();
    const people = (await Promise.all(rounds)).flat().map(({ customerId }) => customerId);
    expect(new Set(people).size).toBe(people.length);
    for (const ask of [asCamille, asYanis])
      people.push(...(await reserveIn(ask, one, { count: 9 })).map((each) => each.customerId));
    expect(new Set(people).size).toBe(people.length);
    expect(people).toHaveLength(8);
  });

  it('[CAMP-22] comes back when the time is over or she is given back, and is listed as mine meanwhile', async () => {
    const town = commune();
    await addPerson(hub, camille, town);
    const id = await running(asNadia, wanted(), town);
    const [mine] = await reserveIn(asCamille, id, { minutes: 5 });
    expect((await asCamille('GET', '/v1/campaign-contacts/mine')).json.contacts).toContainEqual(
      expect.objectContaining({ id: mine?.id, leasedTo: camille.user.id }),
    );
    const back = `/v1/campaigns/${id}/contacts/${mine?.id}/release`;
    expect((await asYanis('POST', back)).json.code).toBe('contact-not-held');
    expect(await reserveIn(asYanis, id)).toEqual([]);
    expect((await asCamille('POST', back)).status).toBe(200);
    expect(await reserveIn(asYanis, id, { minutes: 5 })).toHaveLength(1);
    await later(5 * 60_000);
    expect(await reserveIn(asCamille, id)).toHaveLength(1);
  });

  it('[CAMP-23] is asked of the law at that moment: a no since the list was made, or the hour, keeps her', async () => {
    const town = commune();
    const since = await addPerson(hub, camille, town);
    const there = await addPerson(hub, camille, town, {
      address: {
        lines: ['1 rue de la Plage'],
        postcode: '97200',
        commune: 'Fort-de-France',
        inseeCode: town,
        country: 'FR',
      },
    });
    const id = await running(asNadia, wanted(), town);
    const no = {
      ...someConsent(hub.newId(), since),
      givenAt: instant(-1000),
      status: 'opposed' as const,
      until: null,
    };
    await push(hub, camille, [mutation(hub, { kind: 'consent.record', payload: no })]);
    // In Martinique it is five in the morning.
    expect(await reserveIn(asCamille, id, { count: 9 })).toEqual([]);
    const { contacts } = (await asNadia('GET', `/v1/campaigns/${id}/contacts`)).json;
    const of = (customerId: string) =>
      contacts.find((one: { customerId: string }) => one.customerId === customerId);
    expect(of(since)).toMatchObject({ state: 'over', overBecause: 'opposition' });
    expect(of(there)).toMatchObject({ state: 'waiting', zone: 'America/Martinique' });
    expect(Date.parse(of(there).notBefore)).toBeGreaterThan(hub.clock.now());
  });

  it('[CAMP-24] is only handed out while the campaign runs, to the teams that work on it', async () => {
    const town = commune();
    await addPerson(hub, camille, town);
    const id = await running(asNadia, wanted(), town);
    await asNadia('POST', `/v1/campaigns/${id}/move`, { move: 'pause' });
    const paused = await asCamille('POST', `/v1/campaigns/${id}/reserve`, {});
    expect(paused.json.code).toBe('campaign-not-in-state');
    const change = { revision: 3, settings: wanted({ teamIds: [hub.newId()] }) };
    expect((await asNadia('PUT', `/v1/campaigns/${id}`, change)).status).toBe(200);
    await asNadia('POST', `/v1/campaigns/${id}/move`, { move: 'start' });
    const foreign = await asCamille('POST', `/v1/campaigns/${id}/reserve`, {});
    expect(foreign.json.code).toBe('campaign-of-others');
  });
});

describe('an attempt', () => {
  it('[CAMP-25] counts once however often it is told, and says when she is tried again', async () => {
    const town = commune();
    await addPerson(hub, camille, town);
    const id = await running(asNadia, wanted(), town);
    const [contact] = await reserveIn(asCamille, id);
    const attempt = { result: 'busy', at: instant(0) };
    const url = told(id, contact?.id ?? '');
    const first = await asCamille('POST', url, attempt);
    expect(first.json).toMatchObject({
      state: 'waiting',
      leasedTo: null,
      notBefore: new Date(Date.parse(attempt.at) + 20 * 60_000).toISOString(),
    });
    expect((await asCamille('POST', url, attempt)).json).toEqual(first.json);
    expect(await reserveIn(asCamille, id)).toEqual([]);
    await later(20 * 60_000);
    expect(await reserveIn(asCamille, id)).toHaveLength(1);
    const unqualified = { result: 'reached', at: instant(0) };
    expect((await asCamille('POST', url, unqualified)).status).toBe(400);
    const counts = (await asNadia('GET', `/v1/campaigns/${id}`)).json.counts;
    expect(counts).toMatchObject({ waiting: 1, attempts: 1, reached: 0 });
  });

  it('[CAMP-25] of another advisor, told late, is written down all the same', async () => {
    const town = commune();
    await addPerson(hub, camille, town);
    const id = await running(asNadia, wanted(), town);
    const [contact] = await reserveIn(asCamille, id, { minutes: 1 });
    await later(60_000);
    await reserveIn(asYanis, id);
    const late = { result: 'no-answer', at: instant(-30_000) };
    const { json } = await asCamille('POST', told(id, contact?.id ?? ''), late);
    expect(json.attempts).toHaveLength(1);
  });

  it('[CAMP-26] a promised call comes back to whoever promised it, a minute before its time', async () => {
    const town = commune();
    await addPerson(hub, camille, town);
    const id = await running(asNadia, wanted(), town);
    const [contact] = await reserveIn(asCamille, id);
    const callAgainAt = instant(30 * 60_000);
    const outcome = { result: 'reached', at: instant(0), dispositionCode: 'rappel', callAgainAt };
    await asCamille('POST', told(id, contact?.id ?? ''), outcome);
    await later(28 * 60_000);
    expect(await reserveIn(asCamille, id)).toEqual([]);
    await later(60_000);
    expect(await reserveIn(asYanis, id)).toEqual([]);
    expect(await reserveIn(asCamille, id)).toMatchObject([{ why: 'promised' }]);
  });

  it('[CAMP-27] ends with what she said; « ne m’appelez plus » holds for every campaign of the brand', async () => {
    const town = commune();
    const person = await addPerson(hub, camille, town);
    const glad = await addPerson(hub, camille, town);
    const id = await running(asNadia, wanted(), town);
    for (const contact of await reserveIn(asCamille, id, { count: 2 })) {
      const dispositionCode = contact.customerId === glad ? 'rendez-vous' : 'opposition';
      const outcome = { result: 'reached', at: instant(0), dispositionCode };
      const { json } = await asCamille('POST', told(id, contact.id), outcome);
      expect(json).toMatchObject({ state: 'over' });
    }
    expect((await asNadia('GET', `/v1/campaigns/${id}`)).json.counts).toMatchObject({
      waiting: 0,
      reached: 2,
      successes: 1,
    });
    const other = await make(asNadia, wanted({ name: 'Plus tard' }));
    const report = await asNadia('POST', `/v1/campaigns/${other.id}/list`, {
      query: { communes: [town] },
    });
    expect(report.json.leftOut).toContainEqual(expect.objectContaining({ because: 'opposition' }));
    const consents = await hub.database.db
      .selectFrom('consents')
      .select(['status', 'proof'])
      .where('customer_id', '=', person)
      .where('status', '=', 'opposed')
      .execute();
    expect(consents).toMatchObject([{ proof: expect.stringContaining('Invitation') }]);
  });
});

it('[CAMP-28] the forecast answers over the hub', async () => {
  const plan = {
    contacts: 1000,
    advisors: 4,
    days: 5,
    hoursPerDay: 5,
    target: 40,
    attemptsPerContact: 3,
    reached: { of: 1000, was: 300 },
    succeeded: { of: 300, was: 30 },
    reachedS: 240,
    missedS: 45,
    utilisation: 0.7,
    centsPerHour: 2400,
  };
  const { status, json } = await asNadia('POST', '/v1/campaigns/forecast', plan);
  expect(status).toBe(200);
  expect(json.byDay).toHaveLength(5);
  expect((await asCamille('POST', '/v1/campaigns/forecast', plan)).status).toBe(403);
});
