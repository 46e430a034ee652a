/** Lists of campaigns: in the background, from files, by score. */
import { passTime } from '@api/housekeeping.ts';
import { workOnList } from '@api/modules/campaigns/list-work.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import type { ListReport, MadeList } from '@shared/contracts/http/campaign-lists.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type Ask,
  addPerson,
  addRefusal,
  asker,
  make,
  settings,
  untilCallingHour,
} from './campaigns.ts';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { type Importer, importer } from './imports.ts';

let hub: HubUnderTest;
let camille: Session;
let asNadia: Ask;
let files: Importer;
let teamId: string;

beforeAll(async () => {
  hub = await startHubUnderTest();
  hub.clock.advance(untilCallingHour(hub.clock.now()));
  await addRefusal(hub);
  camille = await hub.signIn('camille.roussel');
  const nadia = await hub.signIn('nadia.ferrand');
  asNadia = asker(hub, () => nadia);
  files = importer(hub, await hub.signIn('agathe.perrot'));
  teamId = camille.user.teamId as string;
});
afterAll(() => hub.close());

const campaign = async (rest: object = {}): Promise<string> =>
  (await make(asNadia, settings(hub, teamId, rest))).id;
const listOf = async (id: string, wanted: object): Promise<ListReport> => {
  const { status, json } = await asNadia('POST', `/v1/campaigns/${id}/list`, wanted);
  if (status !== 200) throw new Error(JSON.stringify(json));
  return json;
};
const contacts = async (id: string): Promise<{ customerId: string; customerName: string }[]> =>
  (await asNadia('GET', `/v1/campaigns/${id}/contacts?limit=500`)).json.contacts;
const seeList = async (id: string, listId: string): Promise<MadeList> =>
  (await asNadia('GET', `/v1/campaigns/${id}/lists/${listId}`)).json;

/** Cards as a big import leaves them, with a consent that covers the telephone. */
const crowd = (inseeCode: string, count: number) =>
  hub.database.db.transaction().execute(async (tx) => {
    await sql`
    with made as (
      insert into customers (id, kind, civility, first_name, last_name, language, emails, address_lines,
        postcode, commune, insee_code, country, brand_ids, search_text, version, updated_at)
      select gen_random_uuid(), 'person', 'none', 'Foule', 'N' || n, 'fr', '{}', '{}', '29200', 'Brest',
        ${inseeCode}, 'FR', '{kerdoual}', 'foule', 1, now() from generate_series(1, ${count}) n
      returning id
    ), related as (
      insert into customer_relations (customer_id, brand_id, since, value_12_months_cents, segment, vip,
        relation_mode) select id, 'kerdoual', '2025-01-01', 0, 'new', false, 'neutral' from made
    ), reached as (
      insert into customer_phones (customer_id, position, e164, label)
      select id, 0, '+3363997' || lpad((row_number() over ())::text, 4, '0'), 'mobile' from made
    )
    insert into consents (id, customer_id, brand_id, channel, status, purpose, given_at, proof)
    select gen_random_uuid(), id, 'kerdoual', 'phone', 'given', 'offres commerciales',
      ${new Date(hub.clock.now() - 86_400_000).toISOString()}::timestamptz, 'formulaire' from made`.execute(
      tx,
    );
  });

it('[LIST-1] who does not wait is told how far it is; the rest goes on, is watched and cancelled', async () => {
  await crowd('62001', 1200);
  const id = await campaign();
  const query = { communes: ['62001'] };
  const asked = await listOf(id, { query, waitSeconds: 0 });
  expect(asked).toMatchObject({ state: 'running', found: 0, added: 0 });
  await workOnList(hub, asked.listId);
  expect(await seeList(id, asked.listId)).toMatchObject({
    state: 'running',
    found: 500,
    added: 500,
    endedAt: null,
  });
  const cancel = await asNadia('POST', `/v1/campaigns/${id}/lists/${asked.listId}/cancel`);
  expect(cancel.json).toMatchObject({ state: 'cancelled', added: 500 });
  expect(await workOnList(hub, asked.listId)).toBe(false);
  const whole = await listOf(id, { query });
  expect(whole).toMatchObject({
    state: 'ended',
    found: 1200,
    leftOut: [{ because: 'already-listed', count: 500, left: 700 }],
    added: 700,
  });
});

it('[LIST-2] two hubs at once add nobody twice and forget nobody', async () => {
  await crowd('62002', 1600);
  const [one, other] = [await campaign(), await campaign()];
  const query = { communes: ['62002'] };
  const lists = await Promise.all([one, other].map((id) => listOf(id, { query, waitSeconds: 0 })));
  const hands = Array.from({ length: 4 }, async () => {
    while (await workOnList(hub));
  });
  await Promise.all(hands);
  while (await workOnList(hub));
  const [a, b] = await Promise.all([
    seeList(one, lists[0]?.listId ?? ''),
    seeList(other, lists[1]?.listId ?? ''),
  ]);
  expect([a.state, b.state, a.found, b.found]).toEqual(['ended', 'ended', 1600, 1600]);
  expect(a.added + b.added).toBe(1600);
  const rows = await hub.database.db
    .selectFrom('campaign_contacts')
    .select('customer_id')
    .where('campaign_id', 'in', [one, other])
    .execute();
  expect([rows.length, new Set(rows.map((row) => row.customer_id)).size]).toEqual([1600, 1600]);
});

it('[LIST-2] a batch that breaks off leaves nothing, and is made again', async () => {
  await crowd('62003', 700);
  const id = await campaign();
  const { listId } = await listOf(id, { query: { communes: ['62003'] }, waitSeconds: 0 });
  let made = 0;
  const dying = {
    ...hub,
    newId: () => {
      made += 1;
      if (made > 300) throw new Error('killed');
      return hub.newId();
    },
  };
  await expect(workOnList(dying, listId)).rejects.toThrow('killed');
  expect([(await seeList(id, listId)).found, await contacts(id)]).toEqual([0, []]);
  while (await workOnList(hub, listId));
  expect(await seeList(id, listId)).toMatchObject({ state: 'ended', found: 700, added: 700 });
});

it('[LIST-3] each part of a list says where it came from, and a dry run that it was one', async () => {
  const id = await campaign();
  await addPerson(hub, camille, '62004', { consents: false });
  const query = { communes: ['62004'] };
  await listOf(id, { query, dryRun: true });
  await listOf(id, { query });
  const { json } = await asNadia('GET', `/v1/campaigns/${id}/lists`);
  const part = {
    source: { query: { ...query, bought: 'any' } },
    state: 'ended',
    leftOut: [{ because: 'consent', article: 'L223-1', count: 1, left: 0 }],
    askedBy: expect.any(String),
  };
  expect(json.lists).toMatchObject([
    { ...part, dryRun: false },
    { ...part, dryRun: true },
  ]);
  const { status } = await asNadia('GET', `/v1/campaigns/${id}/lists/${hub.newId()}`);
  expect(status).toBe(404);
});

const header = 'NOM;PRENOM;TEL;CP;VILLE;SCORE;DATE_CONSENT;CANAL;FINALITE;PREUVE';
const line = (name: string, number: string, score: string): string => {
  const day = new Date(hub.clock.now() - 5 * 86_400_000).toISOString().slice(0, 10);
  return `${name};Ewen;${number};29200;Brest;${score};${day};téléphone;offres commerciales;salon`;
};
const file = (...lines: readonly string[]): string => [header, ...lines].join('\n');

it('[LIST-4] everybody whom a file names comes onto the list, new or known, and nobody else', async () => {
  const first = await files.read(file(line('GUIVARCH', '0639981101', '')));
  await files.tried(first.id);
  await files.ran(first.id);
  const read = await files.read(
    file(
      line('GUIVARCH', '0639981101', ''),
      line('MADEC', '0639981102', '0,8'),
      line('ABGRALL', '063998', ''),
    ),
  );
  expect(await files.tried(read.id)).toMatchObject({ counts: { update: 1, new: 1, refused: 1 } });
  const id = await campaign();
  const early = await asNadia('POST', `/v1/campaigns/${id}/list`, { importId: read.id });
  expect(early).toMatchObject({ status: 409, json: { code: 'import-not-in-state' } });
  await files.ran(read.id);
  expect(await listOf(id, { importId: read.id })).toMatchObject({ found: 2, added: 2 });
  const names = (await contacts(id)).map(({ customerName }) => customerName).sort();
  expect(names).toEqual(['Ewen Guivarch', 'Ewen Madec']);
});

it('[LIST-5] a file that was undone or is of nobody’s brand is refused, with where it stands', async () => {
  const read = await files.read(file(line('LOZACH', '0639981201', '')));
  await files.tried(read.id);
  await files.ran(read.id);
  await files.ask('POST', `/${read.id}/undo`);
  await files.work();
  const id = await campaign();
  const undone = await asNadia('POST', `/v1/campaigns/${id}/list`, { importId: read.id });
  expect(undone.json).toMatchObject({
    code: 'import-not-in-state',
    detail: 'the import is undone',
  });
  const unknown = await asNadia('POST', `/v1/campaigns/${id}/list`, { importId: hub.newId() });
  expect(unknown.status).toBe(404);
  const both = { importId: read.id, query: {} };
  expect((await asNadia('POST', `/v1/campaigns/${id}/list`, both)).status).toBe(400);
});

it('[LIST-6] the score of a study is read, decides who comes first, and is asked for', async () => {
  const read = await files.read(
    file(
      line('QUERE', '0639981301', '12 %'),
      line('PRIGENT', '0639981302', '0,91'),
      line('ROPARS', '0639981303', '45'),
      line('SALAUN', '0639981304', '1'),
    ),
  );
  expect(await files.tried(read.id)).toMatchObject({ counts: { new: 3, refused: 1 } });
  await files.ran(read.id);
  const id = await campaign();
  await listOf(id, { importId: read.id });
  const scores = await hub.database.db
    .selectFrom('campaign_contacts')
    .innerJoin('customers', 'customers.id', 'campaign_contacts.customer_id')
    .select(['last_name', 'score'])
    .where('campaign_id', '=', id)
    .orderBy('score', 'desc')
    .execute();
  expect(scores.map((one) => [one.last_name, Number(one.score.toFixed(2))])).toEqual([
    ['Prigent', 0.91],
    ['Ropars', 0.45],
    ['Quere', 0.12],
  ]);
  const wanted = { query: { minScore: 0.9 }, dryRun: true };
  expect(await listOf(await campaign({ brandId: 'kerdoual' }), wanted)).toMatchObject({ found: 1 });
});

it('[LIST-11] a dry run goes once the next one of the same person has ended, and after a day', async () => {
  const id = await campaign();
  await addPerson(hub, camille, '62005');
  const query = { communes: ['62005'] };
  const kept = async (): Promise<string[]> =>
    (await asNadia('GET', `/v1/campaigns/${id}/lists`)).json.lists.map(
      (one: MadeList) => one.listId,
    );
  const ofAgathe = hub.newId();
  await sql`insert into campaign_lists (id, campaign_id, source, score, dry_run, state, asked_by, asked_at)
    select ${ofAgathe}, ${id}, ${JSON.stringify({ query: { ...query, bought: 'any' } })}::jsonb, 0.5, true, 'ended', id, ${new Date(hub.clock.now())}
    from users where login = 'agathe.perrot'`.execute(hub.database.db);
  const added = await listOf(id, { query });
  const first = await listOf(id, { query, dryRun: true });
  // One that is still at work leaves the one before it to be read.
  const second = await listOf(id, { query, dryRun: true, waitSeconds: 0 });
  expect((await kept()).toSorted()).toEqual(
    [ofAgathe, added.listId, first.listId, second.listId].toSorted(),
  );
  while (await workOnList(hub, second.listId));
  expect((await kept()).toSorted()).toEqual([ofAgathe, added.listId, second.listId].toSorted());
  const laterBy = (ms: number) => ({ now: () => hub.clock.now() + ms });
  await passTime(hub.database, laterBy(23 * 3_600_000));
  expect(await kept()).toHaveLength(3);
  await passTime(hub.database, laterBy(25 * 3_600_000));
  expect(await kept()).toEqual([added.listId]);
});
