import { type DatabaseHandle, openDatabase } from '@api/db/database.ts';
import { findIvr } from '@api/modules/ivr/repository.ts';
import { seedWhenEmpty } from '@api/seed/seed.ts';
import { localDateOf, minuteOfDayOf, weekdayOf } from '@shared/domain/calendar/zoned-time.ts';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { copyHubDatabase, emptyName } from '../../support/hub-database.ts';

let database: DatabaseHandle;
let drop: () => Promise<void>;
const nowMs = Date.now();
beforeAll(async () => {
  const copy = await copyHubDatabase(inject('hubDatabaseServer'), emptyName);
  database = openDatabase(copy.url, () => undefined);
  drop = copy.drop;
  const progress = () => undefined;
  await seedWhenEmpty(database, { customers: 3, nowMs, seed: 20_817, progress });
});
afterAll(async () => {
  await database.close();
  await drop();
});

it('[SEED-10] other systems have told of today', async () => {
  const { db } = database;
  const sources = await db.selectFrom('sources').select('brand_ids').execute();
  const brands = new Set(sources.flatMap(({ brand_ids }) => brand_ids));
  expect([...brands].sort()).toEqual(['kerdoual', 'lorvane', 'solvenne']);
  const calls = await db
    .selectFrom('callbacks')
    .select(['customer_name', 'amount_cents'])
    .where('kind', '=', 'cart')
    .where('status', '=', 'open')
    .orderBy('amount_cents')
    .execute();
  expect(calls).toEqual([
    { customer_name: 'Gilles Armand', amount_cents: 14_900 },
    { customer_name: '', amount_cents: 38_900 },
    { customer_name: 'Karim Belkacem', amount_cents: 41_200 },
    { customer_name: 'Hélène Vasseur', amount_cents: 64_000 },
  ]);
  const window = {
    since: new Date(nowMs - 60_000).toISOString(),
    until: new Date(nowMs + 60_000).toISOString(),
  };
  const query = { brandId: 'kerdoual', number: '+33639984117' };
  expect(await findIvr(db, query, window)).toMatchObject({ reasonCode: 'reclamation-livraison' });
  const waiting = await db
    .selectFrom('hook_events')
    .select('reason')
    .where('status', '=', 'quarantined')
    .orderBy('reason')
    .execute();
  expect(waiting.map(({ reason }) => reason)).toEqual(['malformed', 'time-ahead']);
});

it('[SEED-26] a campaign of Solvenne runs, and its calls were made when the law allowed them', async () => {
  const { db } = database;
  const all = await db.selectFrom('campaigns').select(['id', 'status', 'brand_id']).execute();
  expect(new Set(all.map(({ brand_id }) => brand_id))).toEqual(new Set(['solvenne', 'lorvane']));
  expect(all.map(({ status }) => status).toSorted()).toEqual(expect.arrayContaining(['draft']));
  const campaigns = all.filter(({ status }) => status === 'running');
  expect(campaigns).toHaveLength(1);
  const waiting = await db
    .selectFrom('campaign_contacts')
    .innerJoin('customers', 'customers.id', 'campaign_contacts.customer_id')
    .select('last_name as name')
    .where('state', '=', 'waiting')
    .where('campaign_id', '=', campaigns[0]?.id ?? '')
    .execute();
  expect(waiting.map(({ name }) => name)).toContain('Armand');
  const calls = await db
    .selectFrom('interactions')
    .select('started_at as at')
    .where('campaign_id', '=', campaigns[0]?.id ?? '')
    .where('channel', '=', 'phone')
    .execute();
  expect(calls.length).toBeGreaterThan(0);
  for (const { at } of calls) {
    const ms = Date.parse(at);
    const date = localDateOf(ms, 'Europe/Paris');
    const minute = minuteOfDayOf(ms, 'Europe/Paris');
    expect(weekdayOf(date)).toBeLessThan(6);
    expect((minute >= 600 && minute < 780) || (minute >= 840 && minute < 1200)).toBe(true);
  }
});
