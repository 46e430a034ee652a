import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { Cache } from '@renderer/cache/cache.ts';
import type { CommandDeps } from '@renderer/engine/commands/command-parts.ts';
import { outsideCommands } from '@renderer/engine/commands/outside-commands.ts';
import type { OutsideView } from '@shared/contracts/http/connectors.ts';
import { fail, type Result, succeed } from '@shared/kernel/result.ts';
import Dexie from 'dexie';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sampleBundle, sampleNow } from '../../support/desk/samples.ts';

const userId = randomUUID();
const bundle = sampleBundle();
const of = { customerId: bundle.customer.id, brandId: 'kerdoual' };
const card = (change: Partial<OutsideView> = {}): OutsideView => ({
  connectorId: '0191c0de-0000-7000-8000-0000000000c1',
  name: 'Boutique',
  card: 'orders',
  behind: 'purchases',
  timeLimitMs: 800,
  title: null,
  rows: [{ title: 'Canapé', detail: '', reference: '', status: '', at: null, amountCents: 1 }],
  wrongRows: 0,
  wrongAt: null,
  at: '2026-11-05T10:42:00.000Z',
  keptUntil: new Date(sampleNow + 3_600_000).toISOString(),
  fresh: true,
  failure: null,
  status: null,
  restsUntil: null,
  ...change,
});
const other = card({ connectorId: '0191c0de-0000-7000-8000-0000000000c2', name: 'Transport' });

let cache: Cache;
let hub: Result<unknown>;
let nowMs: number;

beforeEach(async () => {
  cache = await Cache.open(userId, new Uint8Array(32).fill(7));
  await cache.put([bundle]);
  nowMs = sampleNow;
});
afterEach(async () => {
  cache.close();
  await Dexie.delete(`parlance-${userId}`);
});

const handlers = () =>
  outsideCommands({
    session: { shift: { records: { cache } } },
    hub: { ask: async () => hub },
    clock: { now: () => nowMs },
  } as unknown as CommandDeps);
const list = async () => {
  const got = await handlers()['outside.list'](of);
  if (!got.ok) throw new Error(got.error.code);
  return got.value;
};
const told = async (cards: OutsideView[]) => {
  hub = succeed({ cards });
  await list();
};
const ask = async (answer: OutsideView) => {
  hub = succeed(answer);
  await handlers()['outside.ask']({ ...of, connectorId: answer.connectorId, again: true });
};

it('[CONN-14] without the hub the last answers stand with their date, until their time is over', async () => {
  await told([card({ rows: null, at: null }), other]);
  await ask(card());
  hub = fail('hub-unreachable');
  expect(await list()).toEqual({
    known: false,
    cards: [
      { ...other, failure: 'offline' },
      { ...card(), failure: 'offline' },
    ],
  });
  nowMs += 3_600_001;
  expect((await list()).cards.map(({ rows, at }) => ({ rows, at }))).toEqual([
    { rows: null, at: null },
    { rows: null, at: null },
  ]);
});

it('[CONN-14] a card that the brand has no more is not kept; nor one of another brand shown', async () => {
  await told([card(), other]);
  await told([other]);
  hub = fail('hub-failing');
  expect((await list()).cards.map(({ name }) => name)).toEqual(['Transport']);
  expect(await cache.outside({ ...of, brandId: 'solvenne' })).toEqual([]);
});

it('[CONN-14] they are sealed, go with the customer, and an answer that is late brings nothing back', async () => {
  await told([card()]);
  const raw = new Dexie(`parlance-${userId}`);
  await raw.open();
  const text = async () =>
    JSON.stringify(await raw.table('kept').toArray(), (_, value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    );
  expect(await text()).toContain('outside/');
  expect(await text()).not.toContain('Canapé');
  await cache.remove([of.customerId]);
  expect(await text()).not.toContain('outside/');
  await ask(card());
  expect(await text()).not.toContain('outside/');
  raw.close();
});
