import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { Cache } from '@renderer/cache/cache.ts';
import { RecentNumbers } from '@renderer/engine/shift/recent-numbers.ts';
import type { Mutation } from '@shared/contracts/sync/mutation.ts';
import { expect, it } from 'vitest';
import { sampleBundle, sampleInteraction } from '../../support/desk/samples.ts';

const callTo = (
  customerNumber: string,
  change: { customerId?: string | null; training?: boolean } = {},
): Mutation => {
  const { customerId = null, training = false } = change;
  const sample = sampleInteraction({ customerId });
  const call = {
    callUid: null,
    customerNumber,
    numberHidden: false,
    calledNumber: null,
    answeredAt: null,
    endedBy: null,
    failure: null,
    sipStatus: null,
    heldMs: 0,
    transferredTo: null,
    training,
  };
  return {
    id: randomUUID(),
    orderKey: 'a',
    madeAt: '2026-11-05T10:00:00.000Z',
    kind: 'interaction.record',
    payload: { ...sample, call },
  };
};

it('[REDIAL-1] each number stands once, the last call first, with the name as it is now, after a restart too', async () => {
  const cache = await Cache.open(randomUUID(), new Uint8Array(32).fill(3));
  const bundle = sampleBundle();
  await cache.put([bundle]);
  const recent = new RecentNumbers(cache);
  await recent.note([callTo('+33639984117', { customerId: bundle.customer.id })]);
  await recent.note([callTo('+33199006122'), callTo('+33199006123', { training: true })]);
  await recent.note([callTo('+33639984117', { customerId: bundle.customer.id })]);
  const again = new RecentNumbers(cache);
  expect((await again.list()).map(({ number, name }) => [number, name])).toEqual([
    ['+33639984117', 'Hélène Vasseur'],
    ['+33199006122', null],
  ]);
  for (let at = 0; at < 30; at += 1) void recent.note([callTo(`+3319900${7000 + at}`)]);
  expect(await recent.list()).toHaveLength(20);
  cache.close();
});
