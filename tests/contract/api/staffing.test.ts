/** Calls of a day and the advisors that they need, as the hub tells them to whoever plans. */
import type { Session } from '@shared/contracts/http/auth.ts';
import { type StaffingDay, staffingDaySchema } from '@shared/contracts/http/staffing.ts';
import { localDateOf } from '@shared/domain/calendar/zoned-time.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Ask, asker } from './campaigns.ts';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

let hub: HubUnderTest;
const sessions = new Map<string, Session>();
const as = (login: string): Ask => asker(hub, () => sessions.get(login) as Session);

const day = (nowMs: number): string => {
  const { year, month, day: of } = localDateOf(nowMs, 'Europe/Paris');
  return [year, String(month).padStart(2, '0'), String(of).padStart(2, '0')].join('-');
};
const ask = async (query: string, login = 'nadia.ferrand'): Promise<StaffingDay> => {
  const { status, json } = await as(login)('GET', `/v1/staffing/day?${query}`);
  expect(status, JSON.stringify(json)).toBe(200);
  return staffingDaySchema.parse(json);
};

/** `calls` on each day at that time, answered at once, five minutes each and a minute of wrap-up. */
const callsCame = async (from: string, days: number, time: string, calls: number) => {
  await sql`insert into interactions (id, brand_id, channel, direction, started_at, ended_at,
      wrap_up_ended_at, outcome, title, notes, call)
    select gen_random_uuid(), 'kerdoual', 'phone', 'inbound', came, came + interval '5 minutes',
      came + interval '6 minutes', 'answered', 'Appel', '[]',
      jsonb_build_object('callUid', gen_random_uuid(), 'answeredAt', came)
    from (select ((${from}::date + one_day + ${time}::time) at time zone 'Europe/Paris') as came
      from generate_series(0, ${days - 1}::int) as one_day, generate_series(1, ${calls}::int)) as all_calls`.execute(
    hub.database.db,
  );
};
const noCalls = () =>
  sql`delete from interactions where channel = 'phone' and direction = 'inbound'`.execute(
    hub.database.db,
  );
const at = (told: StaffingDay, from: string) => {
  const found = told.quarters.find((one) => one.from === from);
  if (found === undefined) throw new Error(`no quarter ${from}`);
  return found;
};

beforeAll(async () => {
  hub = await startHubUnderTest();
  for (const login of ['nadia.ferrand', 'agathe.perrot'])
    sessions.set(login, await hub.signIn(login));
});
afterAll(() => hub?.close());
beforeEach(noCalls);

it('[STAFF-10] counts what came in to a brand on the clock of Paris, each call once', async () => {
  // Over the end of summer time: half past ten stays half past ten.
  await callsCame('2025-10-12', 28, '10:30', 12);
  const told = await ask('brandId=kerdoual&day=2025-11-08');
  expect(told.history).toEqual({ days: 27, from: '2025-10-12' });
  expect(at(told, '10:30').came).toBe(12);
  expect(at(told, '09:30').came).toBe(0);
  // The same calls ring at a second advisor, too.
  await sql`insert into interactions (id, brand_id, channel, direction, started_at, ended_at,
      outcome, title, notes, call)
    select gen_random_uuid(), brand_id, channel, direction, started_at + interval '1 second',
      ended_at, 'answered-elsewhere', title, notes, call from interactions
    where channel = 'phone' and direction = 'inbound'`.execute(hub.database.db);
  expect(at(await ask('brandId=kerdoual&day=2025-11-08'), '10:30').came).toBe(12);
  expect((await ask('brandId=solvenne&day=2025-11-08')).history.days).toBe(0);
  const { status } = await as('nadia.ferrand')('GET', '/v1/staffing/day?brandId=nobodys');
  expect(status).toBe(404);
});

it('[STAFF-11] says for each quarter what is expected, how long a call takes, and who is needed', async () => {
  await callsCame('2025-09-01', 60, '10:30', 30);
  const told = await ask('brandId=kerdoual&day=2025-10-31&share=80&targetSeconds=20');
  const quarter = at(told, '10:30');
  // The last of the days is over; what was told of it beforehand stays beside what came.
  expect(quarter.came).toBe(0);
  expect(quarter.expected).toBeGreaterThan(10);
  const next = await ask('brandId=kerdoual&day=2025-10-30&share=80&targetSeconds=20');
  expect(at(next, '10:30').came).toBe(30);
  expect(at(next, '10:30').handlingSeconds).toBeCloseTo(360, 0);
  // 30 calls of six minutes in a quarter of an hour: twelve erlangs.
  expect(at(next, '10:30').needed).toBeGreaterThan(12);
  expect(at(next, '10:30').needed).toBeLessThan(18);
  expect(at(next, '03:00').needed).toBe(0);
  const stricter = await ask('brandId=kerdoual&day=2025-10-30&share=95&targetSeconds=5');
  expect(at(stricter, '10:30').needed).toBeGreaterThan(at(next, '10:30').needed);
});

it('[STAFF-8] [STAFF-11] today says what came of the quarters that are over, and tells the rest anew', async () => {
  const today = day(Date.now());
  const from = day(Date.now() - 40 * 86_400_000);
  await callsCame(from, 40, '00:00', 20);
  await callsCame(from, 40, '23:46', 20);
  const told = await ask('brandId=kerdoual');
  expect(told.day).toBe(today);
  const last = at(told, '23:45');
  expect(last.came).toBeNull();
  expect(last.low).toBeLessThanOrEqual(last.calls);
  expect(last.high).toBeGreaterThanOrEqual(last.calls);
  expect(last.neededLow).toBeLessThanOrEqual(last.needed);
  expect(last.neededHigh).toBeGreaterThanOrEqual(last.needed);
});

it('[STAFF-5] tells a day to come from whole days alone: today is not over, and the days between have not begun', async () => {
  await callsCame(day(Date.now() - 60 * 86_400_000), 60, '12:00', 40);
  const soon = await ask(`brandId=kerdoual&day=${day(Date.now() + 20 * 86_400_000)}`);
  expect(soon.history.days).toBe(60);
  expect(soon.total?.calls).toBeGreaterThan(30);
});

it('[STAFF-7] [STAFF-10] counts what campaigns wrote among the causes', async () => {
  await callsCame('2025-07-01', 100, '11:00', 40);
  const posted = ['2025-08-04', '2025-08-25', '2025-09-15', '2025-10-06'];
  for (const one of posted) {
    await sql`insert into interactions (id, brand_id, channel, direction, started_at, outcome, title,
        notes, campaign_id)
      select gen_random_uuid(), 'kerdoual', 'post', 'outbound',
        ((${one}::date + time '09:00') at time zone 'Europe/Paris'), 'done', 'Lettre', '[]',
        gen_random_uuid() from generate_series(1, 100)`.execute(hub.database.db);
    const after = new Date(Date.parse(`${one}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    if (one !== '2025-10-06') await callsCame(after, 1, '11:00', 40);
  }
  const told = await ask('brandId=kerdoual&day=2025-10-07');
  expect(told.total?.fromWritten).toBeGreaterThan(20);
  expect(told.total?.fromWritten).toBeLessThan(50);
  expect((await ask('brandId=kerdoual&day=2025-10-06')).total?.fromWritten).toBeLessThan(5);
});

it('[STAFF-9] says that too few days are known, and nothing else of the day', async () => {
  await callsCame('2025-10-01', 13, '11:00', 10);
  const told = await ask('brandId=kerdoual&day=2025-10-14');
  expect(told).toMatchObject({ history: { days: 13 }, total: null, quarters: [], error: null });
  await callsCame('2025-09-01', 30, '11:00', 10);
  expect((await ask('brandId=kerdoual&day=2025-10-14')).error).toBeGreaterThanOrEqual(0);
});
