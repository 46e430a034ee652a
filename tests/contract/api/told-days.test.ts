/** Two years of calls are counted once a minute for a brand, whichever screens ask. */
import type { HubDependencies } from '@api/hub-app.ts';
import { KeptForAMinute } from '@api/modules/staffing/told-days.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

let hub: HubUnderTest;
let nadia: Session;
beforeAll(async () => {
  hub = await startHubUnderTest();
  nadia = await hub.signIn('nadia.ferrand', hub.newId());
});
afterAll(() => hub.close());

const toNextMinute = () => hub.clock.advance(60_000 - (hub.clock.now() % 60_000));
const get = async (url: string) =>
  (await hub.app.inject({ method: 'GET', url, headers: bearer(nadia) })).statusCode;

it('[SCHED-35] many who ask within a minute make one count of each brand, and a new minute is counted anew', async () => {
  toNextMinute();
  const db: HubDependencies['database']['db'] = hub.database.db;
  const asked = vi.spyOn(db.getExecutor(), 'executeQuery');
  const counts = () =>
    asked.mock.calls
      .map(([query]) => query)
      .filter(({ sql }) => sql.includes("interval '15 minutes'") || sql.includes('as quarter'))
      .map(({ parameters }) => JSON.stringify(parameters[0] ?? parameters));
  const screens = [`${routes.schedules}/today`, `${routes.schedules}/week`, routes.queueForecasts];
  const codes = await Promise.all([...screens, ...screens].map(get));
  for (const url of screens) codes.push(await get(url));
  expect(new Set(codes)).toEqual(new Set([200]));
  const first = counts();
  expect(first.length).toBeGreaterThan(0);
  expect(first).toHaveLength(nadia.user.brandIds.length);
  toNextMinute();
  for (const url of screens) await get(url);
  expect(counts()).toHaveLength(2 * first.length);
  asked.mockRestore();
});

it('[SCHED-35] what failed is asked anew', async () => {
  const kept = new KeptForAMinute<number>(() => 90_000);
  await expect(kept.of('kerdoual', () => Promise.reject(new Error('away')))).rejects.toThrow();
  expect(await kept.of('kerdoual', async () => 2)).toBe(2);
  expect(await kept.of('kerdoual', async () => 3)).toBe(2);
});
