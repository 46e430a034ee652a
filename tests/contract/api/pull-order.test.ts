import { type Random, randomOf } from '@api/seed/random.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import { bootstrapResponseSchema, pullResponseSchema } from '@shared/contracts/sync/pull.ts';
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import * as make from './mutations.ts';

let hub: HubUnderTest;
let camille: Session;
let writers: Client[];
const writerCount = 4;
const customersEach = 3;
beforeAll(async () => {
  hub = await startHubUnderTest();
  camille = await hub.signIn('camille.roussel');
  writers = await Promise.all(
    Array.from({ length: writerCount }, () => hub.database.connectAlone()),
  );
});
afterAll(async () => {
  await Promise.all((writers ?? []).map((writer) => writer.end()));
  await hub?.close();
});

const get = (url: string, query: Record<string, string>) =>
  hub.app.inject({ url, query, headers: bearer(camille) });

/** One who pulls in pages of random size, and what she has heard of each customer. */
class Puller {
  readonly heard = new Map<string, string>();
  cursor = '';

  async start(): Promise<void> {
    const answer = await get(routes.bootstrap, { limit: '1000' });
    const { cursor, bundles } = bootstrapResponseSchema.parse(answer.json());
    this.cursor = cursor;
    for (const { customer } of bundles) this.heard.set(customer.id, customer.firstName);
  }

  async pull(limit: number): Promise<boolean> {
    const answer = await get(routes.pull, { cursor: this.cursor, limit: String(limit) });
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
    return;
  }
  const id = random.pick(writer.own);
  await client.query('update customers set first_name = $1 where id = $2', [value, id]);
  writer.open.set(id, value);
};

it.each([1, 2, 3, 5, 8, 13, 21, 34])(
  '[SYNC-29] slow transactions in any order, pulled between: no change is missed (seed %i)',
  async (seed) => {
    const random = randomOf(`order:${seed}`);
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
      return { client, own: own.map(({ id }) => id), open: null };
    });
    const committed = new Map(people.map(({ id, firstName }) => [id, firstName]));
    const pullers = [new Puller(), new Puller()];
    for (const puller of pullers) await puller.start();
    for (let step = 0; step < 80; step += 1) {
      if (random.chance(0.35)) await random.pick(pullers).pull(random.between(1, 7));
      // A load may begin in the middle of it all.
      else if (random.chance(0.03)) await pullers[1]?.start();
      else await writeOne(random.pick(states), random, { committed, value: `n${step}` });
    }
    for (const { client, open } of states) if (open !== null) await client.query('rollback');
    await hub.settle();
    for (const puller of pullers) {
      while (await puller.pull(random.between(1, 7)));
      const heard = people.map(({ id }) => puller.heard.get(id));
      expect(heard).toEqual(people.map(({ id }) => committed.get(id)));
    }
  },
);
