import { servedWire, type Wire } from '@api/modules/sync/leave-out.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import { newerThan } from '@shared/contracts/sync/newer-than.ts';
import {
  bootstrapResponseSchema,
  lookUpResponseSchema,
  pullResponseSchema,
} from '@shared/contracts/sync/pull.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import * as make from './mutations.ts';
import { mutation, push, pushRaw } from './mutations.ts';

/** A hub of tomorrow: calls to make, post and waiting cases exist since protocol 3. */
const tomorrow: { -readonly [part in keyof Wire]: Wire[part] } = {
  range: { oldest: 1, newest: 3 },
  newerThan: {
    ...newerThan,
    entities: { ...newerThan.entities, callback: 3 },
    // What today's table has added is not its subject.
    fields: [],
    values: [
      { entity: 'interaction', path: ['channel'], value: 'post', since: 3, readAs: null },
      { entity: 'case', path: ['status'], value: 'waiting', since: 3, readAs: 'open' },
      {
        entity: 'customer',
        path: ['relations', '*', 'segment'],
        value: 'premium',
        since: 3,
        readAs: 'loyal',
      },
    ],
  },
};
let hub: HubUnderTest;
let camille: Session;
let customerId: string;
let cursor: string;
const ids = { letter: '', call: '', waiting: '', callback: '' };

const get = (url: string, query: Record<string, string>) =>
  hub.app.inject({ method: 'GET', url, query, headers: bearer(camille) });
const firstLoad = async (protocol: string) => {
  await hub.settle();
  const answer = await get(routes.bootstrap, { protocol, limit: '1000' });
  return bootstrapResponseSchema.parse(answer.json());
};

beforeAll(async () => {
  hub = await startHubUnderTest({ wire: tomorrow });
  camille = await hub.signIn('camille.roussel', hub.newId());
  cursor = (await firstLoad('2')).cursor;
  customerId = hub.newId();
  for (const name of Object.keys(ids) as (keyof typeof ids)[]) ids[name] = hub.newId();
  const customer = make.someCustomer(customerId);
  const relations = customer.relations.map((one) => ({ ...one, segment: 'premium' as const }));
  const [letter, call] = [
    make.someInteraction(ids.letter, { customerId, channel: 'post' }),
    make.someInteraction(ids.call, { customerId }),
  ];
  await push(hub, camille, [
    mutation(hub, { kind: 'customer.create', payload: { ...customer, relations } }),
    mutation(hub, { kind: 'interaction.record', payload: letter }),
    mutation(hub, { kind: 'interaction.record', payload: call }),
    mutation(hub, {
      kind: 'case.open',
      payload: make.someCase(ids.waiting, customerId, { status: 'waiting' }),
    }),
    mutation(hub, {
      kind: 'callback.create',
      payload: make.someCallback(ids.callback, customerId),
    }),
  ]);
});
afterAll(() => hub.close());

describe('a hub of tomorrow', () => {
  it('[SYNC-17] says the range it serves with every answer; silence is protocol 1', async () => {
    const answers = [
      await get(routes.bootstrap, {}),
      await get(routes.pull, { cursor: (await firstLoad('1')).cursor }),
      await pushRaw(hub, camille, [mutation(hub, { kind: 'nothing', payload: null })]),
    ];
    for (const answer of answers) {
      expect(answer.json().protocols).toEqual({ oldest: 1, newest: 3 });
    }
    expect(pullResponseSchema.parse({ cursor: 'x', more: false, changes: [] }).protocols).toEqual({
      oldest: 1,
      newest: 1,
    });
  });

  it('[SYNC-18] a pull leaves out what an older desktop cannot read, and tells the rest in its words', async () => {
    await hub.settle();
    const answer = await get(routes.pull, { cursor, protocol: '2' });
    const { changes } = pullResponseSchema.parse(answer.json());
    const told = Object.fromEntries(changes.map(({ id, row }) => [id, row]));
    expect(Object.keys(told).sort()).toEqual([customerId, ids.call, ids.waiting].sort());
    expect(told[ids.waiting]).toMatchObject({ status: 'open' });
    expect(told[customerId]).toMatchObject({ relations: [{ segment: 'loyal' }] });
  });

  it.each(['2', '3'])(
    '[SYNC-18] so do a first load and a look-up (protocol %s)',
    async (protocol) => {
      const loaded = await firstLoad(protocol);
      const answer = await get(routes.lookUp, { id: customerId, protocol });
      const { bundles } = lookUpResponseSchema.parse(answer.json());
      const bundle = loaded.bundles.find(({ customer }) => customer.id === customerId);
      expect(bundles).toEqual([bundle]);
      const isNew = protocol === '3';
      expect(bundle?.customer.relations[0]?.segment).toBe(isNew ? 'premium' : 'loyal');
      expect(bundle?.cases[0]?.status).toBe(isNew ? 'waiting' : 'open');
      expect(bundle?.callbacks).toHaveLength(isNew ? 1 : 0);
      expect(bundle?.interactions.map(({ id }) => id).includes(ids.letter)).toBe(isNew);
      expect(bundle?.interactions.map(({ id }) => id)).toContain(ids.call);
    },
  );

  it('[SYNC-19] a program that reads more loads anew; one that reads no more goes on', async () => {
    const upgraded = await get(routes.pull, { cursor, protocol: '3' });
    expect(upgraded.json().code).toBe('cursor-too-old');
    const same = await get(routes.pull, { cursor, protocol: '2' });
    expect(same.statusCode).toBe(200);
  });

  it('[SYNC-20] a desktop that is too old is told so, and may still send what it did', async () => {
    const { range } = tomorrow;
    tomorrow.range = { oldest: 2, newest: 3 };
    try {
      for (const [url, query] of [
        [routes.bootstrap, {}],
        [routes.pull, { cursor }],
        [routes.lookUp, { id: customerId }],
      ] as const) {
        const answer = await get(url, { ...query, protocol: '1' });
        expect(answer.statusCode).toBe(426);
        expect(answer.json()).toMatchObject({ code: 'desktop-too-old' });
        expect(answer.json().detail).toContain('update the program');
      }
      const payload = make.someInteraction(hub.newId(), { customerId });
      const [accepted] = await push(hub, camille, [
        mutation(hub, { kind: 'interaction.record', payload }),
      ]);
      expect(accepted?.status).toBe('accepted');
    } finally {
      tomorrow.range = range;
    }
  });
});

it('[HUB-33] an unknown kind is answered as unknown and may be sent again under its id', async () => {
  const envelope = mutation(hub, { kind: 'interaction.rate', payload: { stars: 5 } });
  const [unknown] = await push(hub, camille, [envelope]);
  expect(unknown?.code).toBe('mutation-kind-unknown');
  const known = {
    ...envelope,
    ...{ kind: 'interaction.record', payload: make.someInteraction(hub.newId()) },
  };
  const [accepted] = await push(hub, camille, [known]);
  expect(accepted?.status).toBe('accepted');
});

it('[SYNC-17] the oldest protocol served is never above the newest', () => {
  expect(servedWire(99).range.oldest).toBe(servedWire(1).range.newest);
});
