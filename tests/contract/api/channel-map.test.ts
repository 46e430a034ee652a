import { queueEverybody } from '@api/modules/insights/queue-repository.ts';
import { workThroughSome } from '@api/modules/insights/worker.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { channelMapSchema } from '@shared/contracts/http/channel-map.ts';
import { routes } from '@shared/contracts/routes.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push, someConsent, someCustomer, someInteraction } from './mutations.ts';

let hub: HubUnderTest;
let camille: Session;
let nadia: Session;

beforeAll(async () => {
  hub = await startHubUnderTest();
  camille = await hub.signIn('camille.roussel', hub.newId());
  nadia = await hub.signIn('nadia.ferrand', hub.newId());
});
afterAll(() => hub.close());

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;
const at = (agoMs: number) => new Date(hub.clock.now() - agoMs).toISOString();
const customer = async (exchanges: readonly (Partial<Interaction> & { agoMs: number })[]) => {
  const id = hub.newId();
  await push(hub, camille, [
    mutation(hub, { kind: 'customer.create', payload: someCustomer(id) }),
    mutation(hub, { kind: 'consent.record', payload: someConsent(hub.newId(), id) }),
    ...exchanges.map(({ agoMs, ...change }) =>
      mutation(hub, {
        kind: 'interaction.record',
        payload: someInteraction(hub.newId(), {
          customerId: id,
          startedAt: at(agoMs),
          endedAt: at(agoMs),
          ...change,
        }),
      }),
    ),
  ]);
  return id;
};
const workThrough = async () => {
  while ((await workThroughSome(hub)) > 0);
};
const map = async (session = nadia, brandId = 'kerdoual') => {
  await workThrough();
  const query = new URLSearchParams({ brandId, from: at(60 * dayMs), to: at(-dayMs) });
  return hub.app.inject({ url: `${routes.channelMap}?${query}`, headers: bearer(session) });
};
const kept = async () => {
  const { rows } = await sql<Record<string, unknown>>`
    select to_jsonb(one) - 'computed_at' as row from customer_channels one
    union all select to_jsonb(one) from channel_breaks one order by 1`.execute(hub.database.db);
  return rows;
};

it('[CHAN-12] [CHAN-13] [CHAN-14] failures, where they went on, wishes and classes', async () => {
  await customer([
    { agoMs: 10 * dayMs, channel: 'chat', outcome: 'abandoned' },
    { agoMs: 10 * dayMs - 4 * minuteMs, channel: 'phone', outcome: 'answered' },
  ]);
  await customer([
    { agoMs: 9 * dayMs, channel: 'chat', outcome: 'abandoned' },
    { agoMs: 9 * dayMs - 8 * minuteMs, channel: 'phone', outcome: 'answered' },
  ]);
  await customer([{ agoMs: 8 * dayMs, channel: 'email', outcome: 'unanswered' }]);
  await customer(
    [1, 2, 3, 4].map((days) => ({ agoMs: days * dayMs, channel: 'email', outcome: 'answered' })),
  );
  const found = channelMapSchema.parse((await map()).json());
  expect(found.contacts).toBe(9);
  expect(found.flows).toEqual([
    { from: 'chat', to: 'phone', count: 2, medianMs: 6 * minuteMs },
    { from: 'email', to: null, count: 1, medianMs: null },
  ]);
  const wish = (channel: string) => found.wants.find((one) => one.channel === channel);
  expect(wish('phone')).toMatchObject({ want: 2, allowed: 2 });
  expect(wish('email')).toMatchObject({ want: 2, allowed: 0, yearDelta: null });
  expect(found.customers).toBe(4);
  expect(found.classes).toEqual([
    expect.objectContaining({ kind: 'too-few', customers: 3, breaksPer100: 60 }),
    expect.objectContaining({
      kind: 'single-channel',
      customers: 1,
      valueCents: 12_000,
      staying: null,
      breaksPer100: null,
    }),
  ]);
});

it('[CHAN-15] what was worked out bit by bit is what a calculation from nothing gives', async () => {
  const id = await customer([{ agoMs: 5 * dayMs, channel: 'form', outcome: 'unanswered' }]);
  await workThrough();
  const payload = someInteraction(hub.newId(), {
    customerId: id,
    channel: 'phone',
    startedAt: at(5 * dayMs - minuteMs),
    endedAt: at(5 * dayMs - minuteMs),
  });
  await push(hub, camille, [mutation(hub, { kind: 'interaction.record', payload })]);
  await workThrough();
  const bitByBit = await kept();
  expect(JSON.stringify(bitByBit)).toContain('"from_channel":"form"');
  const { db } = hub.database;
  await sql`truncate customer_channels, channel_breaks`.execute(db);
  await queueEverybody(db);
  await workThrough();
  expect(await kept()).toEqual(bitByBit);
});

it('[CHAN-16] a brand of others is not there, and advisors have no map', async () => {
  const foreign = await map(nadia, 'unknown');
  expect(foreign.statusCode).toBe(404);
  expect((await map(camille)).statusCode).toBe(403);
});
