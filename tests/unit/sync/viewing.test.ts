import { randomUUID } from 'node:crypto';
import { Viewing } from '@renderer/engine/shift/viewing.ts';
import type { HubClient } from '@renderer/platform/hub-client.ts';
import type { MutationBody } from '@shared/contracts/sync/mutation.ts';
import { fail, succeed } from '@shared/kernel/result.ts';
import { beforeEach, expect, it } from 'vitest';
import { sampleNow } from '../../support/desk/samples.ts';

const customerId = randomUUID();
const others = [{ userId: randomUUID(), name: 'Yanis Morel' }];
let online: boolean;
let kept: MutationBody[];
let viewing: Viewing;

beforeEach(() => {
  online = true;
  kept = [];
  const ask = async () => (online ? succeed({ others }) : fail('hub-unreachable'));
  viewing = new Viewing({
    hub: { ask } as unknown as Pick<HubClient, 'ask'>,
    clock: { now: () => sampleNow },
    record: async (body) => kept.push(body),
  });
});

it('[GDPR-14] a stay is kept once when the hub cannot be told, and not when it was', async () => {
  expect(await viewing.stays(customerId)).toEqual({ others });
  online = false;
  expect(await viewing.stays(customerId)).toEqual({ others: [] });
  expect(kept).toEqual([]);
  await viewing.leaves(customerId);
  await viewing.stays(customerId);
  await viewing.stays(customerId);
  const at = new Date(sampleNow).toISOString();
  expect(kept).toEqual([{ kind: 'customer.seen', payload: { customerId, at } }]);
  await viewing.leaves(customerId);
  await viewing.stays(customerId);
  expect(kept).toHaveLength(2);
});
