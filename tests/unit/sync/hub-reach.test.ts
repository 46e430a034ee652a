import { HubReach } from '@renderer/engine/sync/hub-reach.ts';
import { readBundles, readChanges } from '@shared/contracts/sync/lenient.ts';
import type { Mutation } from '@shared/contracts/sync/mutation.ts';
import { newerThan, readingLevel } from '@shared/contracts/sync/newer-than.ts';
import { currentProtocol } from '@shared/contracts/sync/protocol.ts';
import { expect, it } from 'vitest';
import { sampleBundle, sampleInteraction } from '../../support/desk/samples.ts';

const id = (last: number) => `0191c0de-0000-7000-8000-00000000000${last}`;
const of = (last: number, kind: string, orderKey: string) =>
  ({ id: id(last), kind, orderKey, madeAt: '2026-11-05T10:00:00.000Z', payload: {} }) as Mutation;
const waiting = [
  of(1, 'case.open', 'customer:a'),
  of(2, 'delegation.ask', 'customer:a'),
  of(3, 'case.advance', 'customer:a'),
  of(4, 'case.open', 'customer:b'),
];
const sendable = (reach: HubReach) => reach.sendable(waiting).map((one) => one.id);

it('[SYNC-21] what the hub does not know yet waits with what follows it, and nothing else does', () => {
  const reach = new HubReach({ 'delegation.ask': 3 });
  expect(sendable(reach)).toEqual([id(1), id(4)]);
  expect(reach.hear({ oldest: 1, newest: 2 })).toBe(true);
  expect(sendable(reach)).toEqual([id(1), id(4)]);
  reach.hear({ oldest: 1, newest: 3 });
  expect(sendable(reach)).toEqual([id(1), id(2), id(3), id(4)]);
});

it('[SYNC-21] a kind that the hub names unknown waits until the hub reaches further', () => {
  const reach = new HubReach({});
  reach.hear({ oldest: 1, newest: 2 });
  reach.hearAnswers(waiting, [
    { id: id(2), status: 'rejected', code: 'mutation-kind-unknown', at: waiting[0]?.madeAt ?? '' },
  ]);
  expect(sendable(reach)).toEqual([id(1), id(4)]);
  reach.hear({ oldest: 1, newest: 3 });
  expect(sendable(reach)).toHaveLength(4);
});

it('[SYNC-17] a hub that says nothing is older, and is not called so before it was heard', () => {
  const reach = new HubReach();
  expect(reach.isOlder).toBe(false);
  reach.hear({ oldest: 1, newest: 1 });
  expect(reach.isOlder).toBe(true);
  reach.hear({ oldest: 1, newest: currentProtocol });
  expect(reach.isOlder).toBe(false);
});

it('[SYNC-22] rows of unknown entities and with unknown values are skipped and counted', () => {
  const known = sampleInteraction();
  const changes = [
    { entity: 'interaction', id: known.id, row: known },
    { entity: 'interaction', id: id(1), row: { ...known, id: id(1), channel: 'telepathy' } },
    { entity: 'delegation', id: id(2), row: { id: id(2) } },
    'nonsense',
  ];
  const { rows, skipped } = readChanges(changes);
  expect(rows.map((row) => row.id)).toEqual([known.id]);
  expect(skipped).toBe(3);
});

it('[SYNC-22] a bundle loses the rows that are not understood and keeps the others', () => {
  const [plain, odd] = [sampleBundle(), sampleBundle()];
  const foreign = { ...sampleInteraction(), outcome: 'beamed' };
  const { rows, skipped } = readBundles([
    { ...plain, delegations: [{ id: id(3) }] },
    { ...odd, interactions: [...odd.interactions, foreign] },
    { ...plain, customer: { ...plain.customer, kind: 'robot' } },
  ]);
  expect(rows).toEqual([plain, odd]);
  expect(skipped).toBe(2);
});

it('[SYNC-19] two protocols between which nothing readable was added have the same level', () => {
  const known = Object.keys(newerThan.entities).map((entity) => [entity, 1]);
  const entities = { ...Object.fromEntries(known), callback: 4 } as typeof newerThan.entities;
  const level = (protocol: number) => readingLevel({ entities, values: [], fields: [] }, protocol);
  expect([1, 2, 3, 4, 5].map(level)).toEqual([1, 1, 1, 4, 4]);
});
