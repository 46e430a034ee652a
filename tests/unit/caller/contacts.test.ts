import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { Cache } from '@renderer/cache/cache.ts';
import { Library } from '@renderer/engine/sync/library.ts';
import { rankCallers } from '@shared/domain/caller/rank-candidates.ts';
import type { CustomerLink } from '@shared/domain/customer/customer.ts';
import { expect, it } from 'vitest';
import { sampleBundle, sampleNow } from '../../support/desk/samples.ts';

const switchboard = '+33199007399';
const link = (customerId: string, change: Partial<CustomerLink>): CustomerLink => ({
  id: randomUUID(),
  customerId,
  as: 'contact',
  name: '',
  function: 'Comptable',
  directLine: null,
  since: null,
  until: null,
  ...change,
});

const [anne, former, garage] = ['Anne', 'Paul', 'Garage'].map((firstName) =>
  sampleBundle({ id: randomUUID(), firstName, phones: [] }),
) as [
  ReturnType<typeof sampleBundle>,
  ReturnType<typeof sampleBundle>,
  ReturnType<typeof sampleBundle>,
];
const company = {
  ...garage,
  customer: {
    ...garage.customer,
    kind: 'company' as const,
    phones: [{ e164: switchboard, label: 'work' as const }],
    links: [link(anne.customer.id, {}), link(former.customer.id, { until: '2025-01-31' })],
  },
};
const speaking = {
  ...anne,
  customer: {
    ...anne.customer,
    links: [link(company.customer.id, { as: 'company', name: 'Garage Petitjean' })],
  },
};

it('[IDENT-35] behind a switchboard: the contacts that are cached, before the company', async () => {
  const cache = await Cache.open(randomUUID(), new Uint8Array(32).fill(9));
  const library = new Library(cache, () => []);
  await library.add([company, speaking, former]);
  const found = await library.byPhone(switchboard);
  expect(found.map(({ customer }) => customer.id)).toEqual([
    company.customer.id,
    speaking.customer.id,
  ]);
  const quiet = found.map((bundle) => ({ ...bundle, cases: [], interactions: [] }));
  const ranked = rankCallers(quiet, 'kerdoual', switchboard, sampleNow);
  expect(ranked.map(({ known, evidence }) => [known.customer.id, evidence])).toEqual([
    [speaking.customer.id, 'Comptable, Garage Petitjean'],
    [company.customer.id, ''],
  ]);
  cache.close();
});
