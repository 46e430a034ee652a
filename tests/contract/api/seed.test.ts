import { type DatabaseHandle, openDatabase } from '@api/db/database.ts';
import { bundleAt } from '@api/seed/crowd.ts';
import { communes } from '@api/seed/people/communes.ts';
import { seedWhenEmpty } from '@api/seed/seed.ts';
import { heleneVasseur } from '@api/seed/story/helene-vasseur.ts';
import { household } from '@api/seed/story/household.ts';
import { peopleOfTheDay } from '@api/seed/story/people-of-the-day.ts';
import { customerBundleSchema } from '@shared/contracts/sync/pull.ts';
import { windowFor } from '@shared/domain/experiment/design.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { copyHubDatabase, emptyName } from '../../support/hub-database.ts';

const nowMs = Date.parse('2026-11-05T10:44:00.000Z');
const seed = 20_817;
const customers = 120;
const telling = { customers, nowMs, seed };
const stories = () => [
  heleneVasseur(nowMs, seed),
  ...household(nowMs),
  ...peopleOfTheDay(nowMs, seed),
];
const crowd = () => Array.from({ length: customers }, (_, index) => bundleAt(telling, index));
const fiction = /^\+33(19900|26191|35301|46571|53649|63998)\d{4}$/;

describe('demo people', () => {
  it('[SEED-3] are the same at each telling, whatever their number', () => {
    expect(crowd()).toEqual(crowd());
    const more = bundleAt({ ...telling, customers: 100 }, 7);
    expect(more).toEqual(bundleAt(telling, 7));
    expect(bundleAt({ ...telling, seed: 1 }, 7).customer).not.toEqual(more.customer);
  });

  it('[SEED-4] fit the wire, with numbers of fiction, real communes and addresses of examples only', () => {
    const known = new Set(communes.map(({ inseeCode, postcode }) => `${inseeCode} ${postcode}`));
    expect(known.size).toBeGreaterThanOrEqual(300);
    for (const bundle of [...stories(), ...crowd()]) {
      customerBundleSchema.parse(bundle);
      const { phones, emails, address } = bundle.customer;
      for (const { e164 } of phones) expect(e164).toMatch(fiction);
      for (const email of emails) expect(email).toMatch(/@(exemple\.fr|[a-z-]+\.example)$/);
      expect(address?.inseeCode).toMatch(/^[0-9][0-9AB][0-9]{3}$/);
    }
    for (const { customer } of crowd()) {
      expect(known).toContain(`${customer.address?.inseeCode} ${customer.address?.postcode}`);
    }
  });

  it('[SEED-5] have ten interactions each on average, over years, several channels and threads, none in the future', () => {
    const all = crowd().flatMap((bundle) => bundle.interactions);
    expect(all).toHaveLength(customers * 10);
    expect(new Set(all.map((one) => one.channel)).size).toBeGreaterThanOrEqual(8);
    const times = all.map((one) => one.startedAt).sort();
    expect(Date.parse(times.at(-1) ?? '')).toBeLessThan(nowMs);
    expect(nowMs - Date.parse(times[0] ?? '')).toBeGreaterThan(3 * 365 * 86_400_000);
    const threads = new Map<string, Set<string>>();
    for (const { threadId, channel } of all) {
      if (threadId !== null)
        threads.set(threadId, (threads.get(threadId) ?? new Set()).add(channel));
    }
    expect([...threads.values()].some((channels) => channels.size > 2)).toBe(true);
    expect(new Set(all.map((one) => one.id)).size).toBe(all.length);
  });

  it('[SEED-6] hold the people of the story: the VIP about to call, the household, the day’s callbacks, a long history', () => {
    const told = stories();
    const named = (lastName: string) => told.filter((one) => one.customer.lastName === lastName);
    const [helene] = named('Vasseur');
    expect(helene?.customer).toMatchObject({
      phones: [{ e164: '+33639984117' }],
      relations: [{ vip: true }],
    });
    expect(helene?.cases.find((one) => one.reference === 'R-20817')).toMatchObject({
      status: 'open',
      title: 'Pied avant gauche cassé à la livraison',
    });
    const chat = helene?.interactions.find(
      (one) => one.channel === 'chat' && one.outcome === 'abandoned',
    );
    expect(nowMs - Date.parse(chat?.startedAt ?? '')).toBeLessThan(15 * 60_000);
    expect(helene?.interactions).toHaveLength(30);
    const oneNumber = told.filter(({ customer }) => customer.phones[0]?.e164 === '+33199007315');
    expect(oneNumber.map(({ customer }) => customer.kind).sort()).toEqual([
      'company',
      'person',
      'person',
    ]);
    const due = told
      .flatMap((one) => one.callbacks)
      .filter((one) => Date.parse(one.dueAt) - nowMs < 4 * 3_600_000);
    expect(due.length).toBeGreaterThanOrEqual(4);
    expect(Math.max(...told.map((one) => one.interactions.length))).toBeGreaterThan(3_000);
  });
});

describe('seeding', () => {
  let database: DatabaseHandle;
  let drop: () => Promise<void>;
  const progress: [string, number, number][] = [];
  const options = {
    customers,
    nowMs,
    seed,
    progress: (...told: [string, number, number]) => progress.push(told),
  };
  const count = async (table: string) => {
    const { rows } = await sql<{
      n: number;
    }>`select count(*) as n from ${sql.table(table)}`.execute(database.db);
    return rows[0]?.n ?? 0;
  };
  beforeAll(async () => {
    const copy = await copyHubDatabase(inject('hubDatabaseServer'), emptyName);
    database = openDatabase(copy.url, () => undefined);
    drop = copy.drop;
  });
  afterAll(async () => {
    await database.close();
    await drop();
  });

  it('[SEED-7] fills an empty database with progress, and wakes the change log again after it', async () => {
    expect(await seedWhenEmpty(database, options)).toBe(true);
    expect(await count('customers')).toBe(customers + stories().length);
    expect(progress.at(-1)).toEqual(['customers with their history', customers, customers]);
    const before = await count('change_log');
    await sql`update customers set version = version + 1 where last_name = 'Vasseur'`.execute(
      database.db,
    );
    expect(await count('change_log')).toBeGreaterThan(before);
  });

  it('[SEED-20] speeches have versions in every state, remarks, a trial, and calls that were measured', async () => {
    const { rows } = await sql<{ status: string }>`
      select distinct status from script_versions order by 1`.execute(database.db);
    expect(rows.map(({ status }) => status)).toEqual([
      'draft',
      'in-review',
      'published',
      'withdrawn',
    ]);
    expect(await count('script_comments')).toBe(2);
    const { rows: calls } = await sql<{ version: number; arm: string | null; n: number }>`
      select version, other as arm, count(*)::int as n from speech_marks
      where kind = 'call' group by 1, 2 order by 1, 2`.execute(database.db);
    expect(calls.length).toBeGreaterThanOrEqual(2);
    expect(await count('speech_marks')).toBeGreaterThan(5 * calls.length);
    const words = await sql<{ n: number }>`select count(*)::int as n from interactions
      where speech->'trace'->0->>'words' <> ''`.execute(database.db);
    expect(words.rows[0]?.n).toBeGreaterThan(0);
  });

  it('[SEED-21] an article is at hand at a step of a speech, and a survey was answered about a call that followed one', async () => {
    const { rows: atHand } = await sql<{ title: string }>`
      select article.content->>'title' as title from script_versions script
        cross join jsonb_array_elements(script.content->'steps') step
        cross join jsonb_array_elements_text(step->'articles') one
        join articles article on article.id::text = one and article.state = 'published'
      where script.status = 'published'`.execute(database.db);
    expect(atHand.length).toBeGreaterThan(0);
    const { rows: answers } = await sql<{ score: number; script: string; same: boolean }>`
      select (survey.satisfaction->>'score')::int as score, spoken.speech->>'scriptId' as script,
        survey.customer_id = spoken.customer_id as same
      from interactions survey
        join interactions spoken on spoken.id::text = survey.satisfaction#>>'{about,interactionId}'
      where survey.started_at > spoken.started_at`.execute(database.db);
    expect(answers).toEqual([{ score: 9, script: 'kerdoual-reclamation-livraison', same: true }]);
  });

  it('[SEED-27] letters went out before the calls, and representatives have appointments kept and to come', async () => {
    const { rows } = await sql<{ letters: number; people: number; early: number }>`
      select (select count(*)::int from letters) as letters,
        (select count(*)::int from campaign_contacts where state <> 'control'
          and campaign_id in (select id from campaigns where status = 'running')
          and not exists (select from consents where consents.customer_id = campaign_contacts.customer_id
            and brand_id = 'solvenne' and channel = 'post' and status = 'opposed')) as people,
        (select count(*)::int from campaign_contacts, jsonb_array_elements(attempts) made
          where (made->>'at')::timestamptz < added_at) as early`.execute(database.db);
    expect(rows[0]?.letters).toBeGreaterThan(0);
    expect(rows[0]).toMatchObject({ letters: rows[0]?.people, early: 0 });
    const visits = await sql<{ status: string }>`
      select status from appointments order by starts_at`.execute(database.db);
    expect(await count('representatives')).toBe(3);
    expect(visits.rows.length).toBeGreaterThan(0);
    for (const { status } of visits.rows)
      expect(status).toMatch(/^(booked|kept|not-kept|cancelled)$/);
  });

  it('[SEED-28] orders, moved and cancelled visits followed the calls, and talks a version of their speech', async () => {
    const { rows } = await sql<Record<string, number>>`
      select count(*) filter (where ordered)::int as ordered,
        count(*) filter (where result = 'reached' and script_version is null)::int as wordless,
        count(*) filter (where result = 'reached' and not recorded)::int as unrecorded,
        (select count(*)::int from appointments where status = 'cancelled') as cancelled,
        (select count(*)::int from interactions where title like 'Rendez-vous déplacé%') as moved,
        (select count(*)::int from orders where reference like 'SE-%' and placed_at > ${new Date(nowMs)}) as early
      from campaign_attempts made join campaigns on campaigns.id = made.campaign_id
      where campaigns.status = 'running'`.execute(database.db);
    expect(rows[0]).toMatchObject({ wordless: 0, unrecorded: 0, early: 0 });
    for (const what of ['ordered', 'cancelled', 'moved'])
      expect(rows[0]?.[what], what).toBeGreaterThan(0);
  });

  it('[SEED-29] a campaign was dialled ahead and is paused, and each one that is not over has its experiment', async () => {
    const { db } = database;
    const campaigns = await db
      .selectFrom('campaigns')
      .select(['id', 'status', 'settings'])
      .execute();
    const flights = campaigns.find(({ status }) => status === 'paused');
    expect(flights?.settings).toMatchObject({ brandId: 'lorvane', callKind: 'service' });
    expect(flights?.settings.dialling.mode).toBe('predictive');
    const made = await db
      .selectFrom('campaign_attempts')
      .innerJoin('campaign_contacts', 'campaign_contacts.id', 'campaign_attempts.contact_id')
      .select(['result', 'hour', 'advisor_id', 'customer_id'])
      .where('campaign_attempts.campaign_id', '=', flights?.id ?? '')
      .execute();
    const results = new Set(made.map(({ result }) => result));
    for (const result of ['reached', 'machine', 'no-answer']) expect(results).toContain(result);
    for (const { result, hour, advisor_id, customer_id } of made) {
      expect(advisor_id === null).toBe(result !== 'reached');
      const hours = flights === undefined ? null : windowFor(flights, customer_id);
      expect(hour >= (hours?.from ?? 24) && hour < (hours?.to ?? 0)).toBe(true);
    }
    for (const { status, settings } of campaigns)
      expect(settings.experiment === null).toBe(status === 'stopped');
  });

  it('[SEED-8] leaves a database alone that holds anything, and wants nothing of one that is to stay empty', async () => {
    expect(await seedWhenEmpty(database, options)).toBe(false);
    expect(await seedWhenEmpty(database, { ...options, customers: 0 })).toBe(false);
  });

  it('[SEED-9] begins anew what was cut short', async () => {
    await sql`update hub_settings set value = 'started' where key = 'demo-seed'`.execute(
      database.db,
    );
    await sql`delete from customers where last_name = 'Vasseur'`.execute(database.db);
    expect(await seedWhenEmpty(database, options)).toBe(true);
    expect(await count('customers')).toBe(customers + stories().length);
  });
});
