import type { Session } from '@shared/contracts/http/auth.ts';
import type { QueueForecasts } from '@shared/contracts/http/queue-forecasts.ts';
import type { StaffingDay } from '@shared/contracts/http/staffing.ts';
import { routes } from '@shared/contracts/routes.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

let hub: HubUnderTest;
let nadia: Session;

beforeAll(async () => {
  hub = await startHubUnderTest();
  nadia = await hub.signIn('nadia.ferrand', hub.newId());
});
afterAll(() => hub.close());

const get = async (url: string, who = nadia) => {
  const answer = await hub.app.inject({ method: 'GET', url, headers: bearer(who) });
  return { status: answer.statusCode, json: answer.json() };
};

it('[LEAD-23] each queue of her brands is told from what its brand is told, by its part of the calls', async () => {
  const { status, json } = await get(routes.queueForecasts);
  expect(status).toBe(200);
  const { forecasts } = json as QueueForecasts;
  const queues = await hub.database.db
    .selectFrom('brand_numbers')
    .select(['queue', 'brand_id'])
    .where('queue', '<>', '')
    .execute();
  const hers = queues.filter(({ brand_id }) => nadia.user.brandIds.includes(brand_id));
  expect(forecasts.map(({ queue }) => queue).sort()).toEqual(
    [...new Set(hers.map(({ queue }) => queue))].sort(),
  );
  for (const brandId of new Set(hers.map(({ brand_id }) => brand_id))) {
    const own = new Set(
      hers.filter(({ brand_id }) => brand_id === brandId).map(({ queue }) => queue),
    );
    const day: StaffingDay = (await get(`${routes.staffingDay}?brandId=${brandId}`)).json;
    const told = forecasts.filter(({ queue }) => own.has(queue));
    const [first] = told;
    for (const [at, { from }] of (first?.quarters ?? []).entries()) {
      const clock = new Intl.DateTimeFormat('fr-FR', {
        timeZone: 'Europe/Paris',
        hour: '2-digit',
        minute: '2-digit',
      }).format(Date.parse(from));
      const ofBrand = day.quarters.find((quarter) => quarter.from === clock);
      const sum = told.reduce((total, { quarters }) => total + (quarters[at]?.calls ?? 0), 0);
      expect(sum).toBeCloseTo(ofBrand?.calls ?? -1, 6);
    }
  }
});

it('[LEAD-23] another brand’s queues are not told, nor anything to whoever leads nobody', async () => {
  await hub.database.db
    .deleteFrom('user_brands')
    .where('user_id', '=', nadia.user.id)
    .where('brand_id', '=', 'kerdoual')
    .execute();
  const { json } = await get(routes.queueForecasts);
  const queues = (json as QueueForecasts).forecasts.map(({ queue }) => queue);
  expect(queues.length).toBeGreaterThan(0);
  expect(queues.some((queue) => queue.startsWith('kerdoual'))).toBe(false);
  const camille = await hub.signIn('camille.roussel', hub.newId());
  expect((await get(routes.queueForecasts, camille)).status).toBe(403);
});
