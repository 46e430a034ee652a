import type { HubApp } from '@api/hub-app.ts';
import { type Random, randomOf } from '@api/seed/random.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import { bootstrapResponseSchema, pullResponseSchema } from '@shared/contracts/sync/pull.ts';
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../../support/until.ts';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import * as make from './mutations.ts';

let hub: HubUnderTest;
let camille: Session;
/** Two instances: what one told must be no promise that the other breaks. */
let apps: readonly HubApp[];
let writers: Client[];
const writerCount = 4;
const customersEach = 3;
beforeAll(async () => {
  hub = await startHubUnderTest();
  apps = [hub.app, await hub.another()];
  camille = await hub.signIn('camille.roussel');
  writers = await Promise.all(
    Array.from({ length: writerCount }, () => hub.database.connectAlone()),
  );
});
afterAll(async () => {
  await Promise.all((writers ?? []).map((writer) => writer.end()));
  await hub?.close();
});

const get = (app: HubApp, url: string, query: Record<string, string>) =>
  app.inject({ url, query, headers: bearer(camille) });

/** One who pulls in pages of random size, and what she has heard of each customer. */
class Puller {
  readonly heard = new Map<string, string>();
  cursor = '';

  async start(app: HubApp): Promise<void> {
    const answer = await get(app, routes.bootstrap, { limit: '1000' });
    const { cursor, bundles } = bootstrapResponseSchema.parse(answer.json());
    this.cursor = cursor;
    for (const { customer } of bundles) this.heard.set(customer.id, customer.firstName);
  }

  async pull(app: HubApp, limit: number): Promise<boolean> {
    const answer = await get(app, routes.pull, { cursor: this.cursor, limit: String(limit) });
    const { changes, cursor, more } = pullResponseSchema.parse(answer.json());
    for (const { id, entity, row } of changes)
      if (entity === 'customer' && row !== null) this.heard.set(id, row.firstName);
    this.cursor = cursor;
    return more;
  }
}

type Writer = {
  readonly client: Client;
  readonly own: readonly string[];
  open: Map<string, string> | null;
  /** What was open when the savepoint was set; null: there is none. */
  saved: Map<string, string> | null;
};

/** Sets a savepoint (what follows has a transaction id of its own inside of the other), or goes back. */
const turnBack = async (writer: Writer, random: Random): Promise<void> => {
  const way = random.next();
  if (way < 0.3) {
    await writer.client.query('savepoint here');
    writer.saved = new Map(writer.open);
  } else if (way < 0.5 && writer.saved !== null) {
    await writer.client.query('rollback to savepoint here');
    writer.open = new Map(writer.saved);
  }
};

const writeOne = async (
  writer: Writer,
  random: Random,
  { committed, value }: { readonly committed: Map<string, string>; readonly value: string },
): Promise<void> => {
  const { client } = writer;
  if (writer.open === null) {
    await client.query('begin');
    writer.open = new Map();
  } else if (random.chance(0.3)) {
    const isKept = random.chance(0.8);
    await client.query(isKept ? 'commit' : 'rollback');
    if (isKept) for (const [id, name] of writer.open) committed.set(id, name);
    writer.open = null;
    writer.saved = null;
    return;
  } else await turnBack(writer, random);
  const id = random.pick(writer.own);
  await client.query('update customers set first_name = $1 where id = $2', [value, id]);
  writer.open.set(id, value);
};

/** Customers whom one writer each changes, pullers that know them, and what was committed. */
const begin = async () => {
  const people = Array.from({ length: writerCount * customersEach }, () =>
    make.someCustomer(hub.newId()),
  );
  await make.push(
    hub,
    camille,
    people.map((payload) => make.mutation(hub, { kind: 'customer.create', payload })),
  );
  await hub.settle();
  const states = writers.map((client, index): Writer => {
    const own = people.slice(index * customersEach, (index + 1) * customersEach);
    return { client, own: own.map(({ id }) => id), open: null, saved: null };
  });
  const committed = new Map(people.map(({ id, firstName }) => [id, firstName]));
  const pullers = [new Puller(), new Puller()] as const;
  for (const puller of pullers) await puller.start(hub.app);
  return { states, committed, pullers };
};

const expectAllHeard = async (
  { states, committed, pullers }: Awaited<ReturnType<typeof begin>>,
  random: Random,
): Promise<void> => {
  for (const { client, open } of states) if (open !== null) await client.query('rollback');
  await hub.settle();
  for (const puller of pullers) {
    while (await puller.pull(random.pick(apps), random.between(1, 7)));
    const heard = [...committed.keys()].map((id) => [id, puller.heard.get(id)]);
    expect(heard).toEqual([...committed]);
  }
};

it.each([1, 2, 3, 5, 8, 13, 21, 34])(
  '[SYNC-29] slow transactions in any order, pulled between: no change is missed (seed %i)',
  async (seed) => {
    const random = randomOf(`order:${seed}`);
    const all = await begin();
    const { states, committed, pullers } = all;
    for (let step = 0; step < 80; step += 1) {
      const app = random.pick(apps);
      if (random.chance(0.35)) await random.pick(pullers).pull(app, random.between(1, 7));
      // A load may begin in the middle of it all.
      else if (random.chance(0.03)) await pullers[1].start(app);
      else await writeOne(random.pick(states), random, { committed, value: `n${step}` });
    }
    await expectAllHeard(all, random);
  },
);

it.each([55, 89, 144, 233])(
  '[SYNC-29] writers that write at the same moment, pulled all the while: no change is missed (seed %i)',
  async (seed) => {
    const random = randomOf(`at-once:${seed}`);
    const all = await begin();
    const { states, committed, pullers } = all;
    let writing = states.length;
    let pulls = 0;
    const write = async (writer: Writer, index: number): Promise<void> => {
      const own = randomOf(`at-once:${seed}:${index}`);
      for (let step = 0; step < 12; step += 1) {
        await writeOne(writer, own, { committed, value: `n${step}` });
        // Some transactions are so long that others are pulled meanwhile.
        const before = pulls;
        if (own.chance(0.6)) await until('it was pulled', () => pulls > before);
      }
      writing -= 1;
    };
    const pull = async (puller: Puller): Promise<void> => {
      while (writing > 0) {
        await puller.pull(random.pick(apps), random.between(1, 7));
        pulls += 1;
      }
    };
    await Promise.all([...states.map(write), ...pullers.map(pull)]);
    await expectAllHeard(all, random);
  },
);
