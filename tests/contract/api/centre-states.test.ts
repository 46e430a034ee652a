/** Time per state, counted by the hub, against the same counted second by second. */
import type { Session } from '@shared/contracts/http/auth.ts';
import { instantOf } from '@shared/domain/calendar/zoned-time.ts';
import { seeded } from '@shared/kernel/seeded.ts';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { addStates, asked, emptyCentre, type MadeState } from './centre.ts';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

let hub: HubUnderTest;
let agathe: Session;
let camille: Session;
let yanis: Session;
const minuteMs = 60_000;
const names = ['ready', 'busy', 'wrap-up', 'do-not-disturb', 'pause', 'offline'];
const fields = { ready: 'readyS', busy: 'busyS', 'wrap-up': 'wrapUpS', pause: 'pauseS' } as const;

beforeAll(async () => {
  hub = await startHubUnderTest();
  agathe = await hub.signIn('agathe.perrot');
  camille = await hub.signIn('camille.roussel', hub.newId());
  yanis = await hub.signIn('yanis.morel', hub.newId());
});
afterEach(() => emptyCentre(hub));
afterAll(() => hub.close());

const midnight = (year: number, month: number, day: number): number =>
  instantOf({ year, month, day }, 0, 'Europe/Paris');

/** A state lasts until the next one: minute after minute, as slowly as it is plain. */
const playedThrough = (states: readonly MadeState[], from: number, until: number) => {
  const seconds: Record<string, number> = {};
  const known = states.map(([at, state]) => ({ at: Date.parse(at), state }));
  for (let minute = from; minute < until; minute += minuteMs) {
    const place = known.findLastIndex(({ at }) => at <= minute);
    const one = known[place];
    const ends = known[place + 1]?.at ?? Date.now();
    if (one === undefined || ends - one.at > 16 * 60 * minuteMs) continue;
    seconds[one.state] = (seconds[one.state] ?? 0) + 60;
  }
  return seconds;
};

it.each([
  ['a day on which the clocks go forward', 2026, 3, 29, 23],
  ['a day on which they go back', 2025, 10, 26, 25],
  ['any other day', 2026, 6, 17, 24],
] as const)(
  '[CENTRE-1] [CENTRE-3] of %s each state has its time, and they add up to the time signed in',
  async (_, year, month, day, hours) => {
    const begins = midnight(year, month, day);
    const chance = seeded(day);
    const states: MadeState[] = [];
    // From the evening before until the morning after, in whole minutes, also in the night.
    for (let at = begins - 4 * 60 * minuteMs; at < begins + 30 * 60 * minuteMs; ) {
      states.push([
        new Date(at).toISOString(),
        names[Math.floor(chance.next() * names.length)] ?? 'ready',
      ]);
      at += (1 + Math.floor(chance.next() * 200)) * minuteMs;
    }
    await addStates(hub, camille.user.id, states);
    const ends = begins + hours * 60 * minuteMs;
    const dayText = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    const expected = playedThrough(states, begins, ends);
    const told = await asked(hub, agathe, { by: 'day', from: dayText, to: dayText });
    expect(told.rows).toHaveLength(1);
    for (const figures of [told.rows[0]?.figures, told.total]) {
      for (const [state, field] of Object.entries(fields))
        expect(figures?.states?.[field], state).toBe(expected[state] ?? 0);
      const { offline = 0 } = expected;
      expect(figures?.states?.signedInS).toBe(hours * 3600 - offline);
    }
    const next = await asked(hub, agathe, { by: 'advisor', from: dayText, to: dayText });
    expect(next.total.states).toEqual(told.total.states);
    expect(next.rows.map(({ key }) => key)).toEqual([camille.user.id]);
  },
);

it('[CENTRE-1] [CENTRE-3] days, weeks and months add up to the whole, and so do people', async () => {
  await addStates(hub, camille.user.id, [
    ['2026-03-31T21:00:00Z', 'ready'],
    ['2026-04-01T03:00:00Z', 'pause'],
    ['2026-04-01T05:00:00Z', 'offline'],
    ['2026-04-06T07:00:00Z', 'busy'],
    ['2026-04-06T07:10:00Z', 'offline'],
  ]);
  await addStates(hub, yanis.user.id, [
    ['2026-04-05T21:30:00Z', 'wrap-up'],
    ['2026-04-05T22:30:00Z', 'offline'],
  ]);
  const query = { from: '2026-03-01', to: '2026-04-30' };
  const whole = (await asked(hub, agathe, { ...query, by: 'team' })).total.states;
  expect(whole).toMatchObject({ readyS: 6 * 3600, pauseS: 7200, busyS: 600, wrapUpS: 3600 });
  expect(whole?.occupancy).toBeCloseTo(4200 / (4200 + 6 * 3600), 10);
  for (const by of ['advisor', 'team', 'day', 'week', 'month'] as const) {
    const { rows, total } = await asked(hub, agathe, { ...query, by });
    expect(total.states, by).toEqual(whole);
    const sum = rows.reduce((all, { figures }) => all + (figures.states?.signedInS ?? 0), 0);
    expect(sum, by).toBe(whole?.signedInS);
  }
  // The night between March and April, between Sunday and Monday.
  const months = await asked(hub, agathe, { ...query, by: 'month' });
  expect(months.rows.map(({ key, figures }) => [key, figures.states?.readyS])).toEqual([
    ['2026-03-01', 3600],
    ['2026-04-01', 5 * 3600],
  ]);
  const weeks = await asked(hub, agathe, { ...query, by: 'week' });
  expect(weeks.rows.map(({ key, figures }) => [key, figures.states?.wrapUpS])).toEqual([
    ['2026-03-30', 1800],
    ['2026-04-06', 1800],
  ]);
});

it('[CENTRE-1] two desktops of one person count once, and a desktop that is gone not at all', async () => {
  await addStates(hub, camille.user.id, [
    ['2026-04-01T06:00:00Z', 'ready'],
    ['2026-04-01T06:30:00Z', 'ready'],
    ['2026-04-01T07:00:00Z', 'busy'],
    ['2026-04-01T07:00:00Z', 'busy'],
    ['2026-04-01T08:00:00Z', 'ready'],
    ['2026-04-03T06:00:00Z', 'offline'],
  ]);
  const told = await asked(hub, agathe, { from: '2026-04-01', to: '2026-04-03' });
  expect(told.total.states).toMatchObject({ readyS: 3600, busyS: 3600, signedInS: 7200 });
});

it('[CENTRE-1] what goes on at this moment counts until now, and nothing of what is to come', async () => {
  const now = hub.clock.now();
  const at = (ms: number) => new Date(now + ms).toISOString();
  await addStates(hub, camille.user.id, [
    [at(-2 * 60 * minuteMs), 'ready'],
    [at(60 * minuteMs), 'pause'],
  ]);
  const told = await asked(hub, agathe, {});
  expect(told.total.states?.readyS).toBeGreaterThanOrEqual(7200);
  expect(told.total.states?.readyS).toBeLessThan(7260);
  expect(told.total.states?.pauseS).toBe(0);
});

it('[CENTRE-1] told in any order, at once, twice, or taken back, they are counted alike', async () => {
  const chance = seeded(220);
  const begins = midnight(2026, 6, 1);
  const states: MadeState[] = Array.from({ length: 120 }, (_, place) => [
    // Some at one moment, some a day apart.
    new Date(begins + Math.floor((place / 3) * 1.7) * 37 * minuteMs).toISOString(),
    names[Math.floor(chance.next() * names.length)] ?? 'ready',
  ]);
  const shuffled = states
    .map((one) => ({ one, at: chance.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
  const halves = [shuffled.slice(0, 60), shuffled.slice(60)];
  await Promise.all(halves.map((half) => addStates(hub, camille.user.id, half)));
  const { db } = hub.database;
  const counted = async () => {
    const { rows } = await sql`select day, state, ms::text from state_days
      where user_id = ${camille.user.id} and ms <> 0 order by 1, 2`.execute(db);
    return rows;
  };
  const kept = await counted();
  expect(kept.length).toBeGreaterThan(5);
  await sql`select recount_states(array[${camille.user.id}::uuid])`.execute(db);
  expect(await counted()).toEqual(kept);
  await sql`delete from advisor_states where since >= ${new Date(begins + 86_400_000)}`.execute(db);
  const fewer = await counted();
  await sql`select recount_states(array[${camille.user.id}::uuid])`.execute(db);
  expect(await counted()).toEqual(fewer);
  expect(fewer.length).toBeLessThan(kept.length);
});
