import { randomUUID } from 'node:crypto';
import { WorkDesk } from '@renderer/engine/work/work-desk.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { succeed } from '@shared/kernel/result.ts';
import { beforeEach, expect, it } from 'vitest';
import { sampleBundle, sampleNow, sampleReference } from '../../support/desk/samples.ts';
import { until } from '../../support/until.ts';

const helene = sampleBundle();
const other = sampleBundle({ lastName: 'Marchand' });
const number = '+33639984117';
let hub: CustomerBundle[] | null;
let shown: readonly WorkItem[];
let work: WorkDesk;
beforeEach(() => {
  hub = null;
  work = new WorkDesk({
    clock: { now: () => sampleNow },
    newId: randomUUID,
    advisorId: randomUUID(),
    reference: () => sampleReference(),
    show: (items) => {
      shown = items;
    },
    showCustomer: () => undefined,
    named: () => undefined,
    bundle: async () => other,
    byPhone: async () => [],
    lookUp: async () => hub,
    ivr: async () => null,
    colleagueAt: async () => null,
    handed: { ask: async () => [], pause: async () => undefined },
    write: async () => succeed(null),
    played: () => undefined,
  });
});

const ring = async (): Promise<string> => {
  const id = randomUUID();
  await work.begin({
    id,
    brandId: 'kerdoual',
    direction: 'inbound',
    number,
    numberDisplay: number,
    calledLabel: null,
    training: false,
    callbackId: null,
    customerId: null,
    startedAt: new Date(sampleNow).toISOString(),
    facts: { callUid: id, numberHidden: false, calledNumber: null, queue: null },
  });
  await until('the hub was not reached', () => {
    const match = shown[0]?.match;
    return match?.status === 'none' && match.lookup === 'offline';
  });
  return id;
};

it('[CACHE-18] a caller whom the hub could not be asked about is looked up once it is back', async () => {
  await ring();
  hub = [helene];
  await work.finder.again(work.items);
  await until('she is named', () => shown[0]?.customerId === helene.customer.id);
});

it('[CACHE-18] whoever she chose meanwhile stays', async () => {
  const id = await ring();
  await work.chooseCustomer(id, other.customer.id);
  hub = [helene];
  await work.finder.again(work.items);
  expect(shown[0]?.customerId).toBe(other.customer.id);
});
