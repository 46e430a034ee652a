/** A desktop's own library, fed with what it pulls, beside what the hub holds. */
import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { Cache } from '@renderer/cache/cache.ts';
import { Library } from '@renderer/engine/sync/library.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import { currentProtocol } from '@shared/contracts/sync/protocol.ts';
import {
  bootstrapResponseSchema,
  type CustomerBundle,
  lookUpResponseSchema,
  pullResponseSchema,
} from '@shared/contracts/sync/pull.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addCard, get, mergeCards, partCards } from './cards-and-decisions.ts';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import * as make from './mutations.ts';
import { mutation, push } from './mutations.ts';

let hub: HubUnderTest;
let camille: Session;
let agathe: Session;
let cache: Cache;
let library: Library;
let cursor: string;
const protocol = `protocol=${currentProtocol}`;

beforeAll(async () => {
  hub = await startHubUnderTest();
  camille = await hub.signIn('camille.roussel', hub.newId());
  agathe = await hub.signIn('agathe.perrot', hub.newId());
  cache = await Cache.open(randomUUID(), new Uint8Array(32).fill(9));
  library = new Library(cache, () => []);
  await hub.settle();
  const answer = await get(hub, camille, `${routes.bootstrap}?${protocol}`);
  cursor = bootstrapResponseSchema.parse(answer.json()).cursor;
});
afterAll(async () => {
  cache.close();
  await hub.close();
});

/** In pages of three changes: a merging reaches over several. */
const pullAll = async (): Promise<void> => {
  await hub.settle();
  for (let more = true; more; ) {
    const answer = await get(hub, camille, `${routes.pull}?cursor=${cursor}&limit=3&${protocol}`);
    const page = pullResponseSchema.parse(answer.json());
    await library.take(page.changes);
    ({ cursor, more } = page);
  }
};

const plain = (bundle: CustomerBundle | null | undefined) => {
  if (bundle === null || bundle === undefined) return null;
  const byId = <T extends { id: string }>(rows: readonly T[]) =>
    [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
  const { customer, cases, consents, callbacks, interactions } = bundle;
  return {
    customer,
    ...{ cases: byId(cases), consents: byId(consents) },
    ...{ callbacks: byId(callbacks), interactions: byId(interactions) },
  };
};
const hubHas = async (id: string) => {
  const answer = await get(hub, camille, `${routes.lookUp}?id=${id}&${protocol}`);
  const { bundles } = lookUpResponseSchema.parse(answer.json());
  return plain(bundles.find(({ customer }) => customer.id === id));
};

it('[IDENT-29] a desktop follows merging and parting, chains too, with no row doubled or missing', async () => {
  const phones = [{ e164: '+33639981007', label: 'mobile' as const }];
  const ids: string[] = [];
  for (const firstName of ['Anne', 'Annie', 'Annick']) {
    const { id } = await addCard(hub, camille, { firstName, phones });
    ids.push(id);
    const rows = [0, 1].flatMap(() => [
      {
        kind: 'interaction.record' as const,
        payload: make.someInteraction(hub.newId(), { customerId: id }),
      },
      { kind: 'case.open' as const, payload: make.someCase(hub.newId(), id) },
      { kind: 'callback.create' as const, payload: make.someCallback(hub.newId(), id) },
      { kind: 'consent.record' as const, payload: make.someConsent(hub.newId(), id) },
    ]);
    await push(
      hub,
      camille,
      rows.map((row) => mutation(hub, row)),
    );
  }
  const agree = async (): Promise<number> => {
    await pullAll();
    const here = await Promise.all(ids.map(async (id) => plain(await library.bundle(id))));
    expect(here).toEqual(await Promise.all(ids.map(hubHas)));
    return here.filter((bundle) => bundle !== null).length;
  };
  const [one = '', two = '', three = ''] = ids;
  expect(await agree()).toBe(3);
  const first = await mergeCards(hub, agathe, two, one);
  expect(await agree()).toBe(2);
  const second = await mergeCards(hub, agathe, three, two);
  expect(await agree()).toBe(1);
  await partCards(hub, agathe, first);
  expect(await agree()).toBe(2);
  await partCards(hub, agathe, second);
  expect(await agree()).toBe(3);
});
