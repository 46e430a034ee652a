import { type Random, randomOf } from '@api/seed/random.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import type { MutationBody } from '@shared/contracts/sync/mutation.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HubUnderTest, startHubUnderTest } from '../../contract/api/hub-under-test.ts';
import * as make from '../../contract/api/mutations.ts';
import { ModelDesktop, type Network } from './model-desktop.ts';

let hub: HubUnderTest;
beforeAll(async () => {
  hub = await startHubUnderTest();
});
afterAll(() => hub.close());

const logins = ['camille.roussel', 'yanis.morel', 'lea.fontaine'];
const instant = () => new Date().toISOString();

type World = {
  readonly random: Random;
  readonly desktops: {
    readonly desktop: ModelDesktop;
    readonly session: Session;
    readonly made: string[];
  }[];
  readonly customers: string[];
  readonly callbacks: string[];
};

const enqueue = (world: World, who: number, orderKey: string, body: MutationBody): string => {
  const id = hub.newId();
  world.desktops[who]?.desktop.outbox.push({ id, orderKey, madeAt: instant(), ...body });
  return id;
};

/** One thing that an advisor does, offline or not. */
const act = (world: World, who: number): void => {
  const { random } = world;
  const { session, made } = world.desktops[who] as World['desktops'][number];
  const customerId = random.pick(world.customers);
  const [deed] = [random.between(0, 9)];
  if (deed <= 4) {
    const id = hub.newId();
    made.push(id);
    const payload = make.someInteraction(id, {
      customerId,
      advisorId: session.user.id,
      startedAt: instant(),
    });
    enqueue(world, who, customerId, { kind: 'interaction.record', payload });
    if (deed > 2) return;
    const wrapUp = {
      interactionId: id,
      customerId,
      reasonCode: 'commande',
      dispositionCode: 'renseigne',
      notes: [{ at: instant(), text: `note ${id}` }],
      caseId: null,
      speech: null,
      wrapUpEndedAt: instant(),
    };
    enqueue(world, who, customerId, { kind: 'interaction.wrap-up', payload: wrapUp });
  } else if (deed <= 6) {
    const seen = world.desktops[who]?.desktop.store.get(`customer:${customerId}`) as
      | { firstName: string }
      | undefined;
    const base = { firstName: seen?.firstName ?? 'Anne' };
    const change = { firstName: random.pick(['Anne', 'Annie', 'Anna', 'Annick']) };
    enqueue(world, who, customerId, {
      kind: 'customer.change',
      payload: { customerId, base, change },
    });
  } else if (deed === 7) {
    const payload = make.someCase(hub.newId(), customerId, {
      reference: `R-${random.between(1, 5)}`,
    });
    enqueue(world, who, customerId, { kind: 'case.open', payload });
  } else if (deed === 8) {
    const callbackId = random.pick(world.callbacks);
    enqueue(world, who, callbackId, {
      kind: 'callback.close',
      payload: { callbackId, status: 'done', interactionId: null },
    });
  } else {
    enqueue(world, who, 'poison', {
      kind: 'case.open',
      payload: make.someCase('no uuid', customerId),
    });
  }
};

const build = async (seed: number, network: Network): Promise<World> => {
  const random = randomOf(`converge:${seed}`);
  const sessions = await Promise.all(logins.map((login) => hub.signIn(login, hub.newId())));
  const world: World = { random, desktops: [], customers: [], callbacks: [] };
  for (const [index, session] of sessions.entries()) {
    const own = randomOf(`converge:${seed}:${index}`);
    const desktop = new ModelDesktop(() => hub.app, session.accessToken, hub.newId(), own, network);
    world.desktops.push({ desktop, session, made: [] });
  }
  for (let count = 0; count < 4; count += 1) {
    const payload = make.someCustomer(hub.newId());
    world.customers.push(payload.id);
    const callback = make.someCallback(hub.newId(), payload.id);
    world.callbacks.push(callback.id);
    enqueue(world, 0, payload.id, { kind: 'customer.create', payload });
    enqueue(world, 0, payload.id, { kind: 'callback.create', payload: callback });
  }
  network.mode = 'reliable';
  while ((world.desktops[0]?.desktop.outbox.length ?? 0) > 0)
    await world.desktops[0]?.desktop.push();
  for (const { desktop } of world.desktops) await desktop.load();
  return world;
};

/** Everyone works for a while; some are offline for long stretches. */
const struggle = async (world: World, rounds: number): Promise<void> => {
  const offlineUntil = world.desktops.map(() => 0);
  for (let round = 0; round < rounds; round += 1) {
    const steps = world.desktops.map(async ({ desktop }, who) => {
      act(world, who);
      if (world.random.chance(0.1)) offlineUntil[who] = round + world.random.between(2, 15);
      if (round < (offlineUntil[who] ?? 0)) return;
      await desktop.push();
      await desktop.pull();
    });
    await Promise.all(steps);
  }
};

const settle = async (world: World): Promise<void> => {
  for (const { desktop } of world.desktops) while (desktop.outbox.length > 0) await desktop.push();
  await hub.settle();
  for (const { desktop } of world.desktops) while (await desktop.pull());
};

const visible = (store: ReadonlyMap<string, unknown>) =>
  Object.fromEntries([...store].filter(([key]) => !key.startsWith('reference')).sort());

describe('desktops and hub', () => {
  it.each([1, 2, 3, 20_817, 77, 404])(
    '[HUB-32] cut, doubled and offline desktops lose and double nothing and end up alike (seed %i)',
    async (seed) => {
      const network: Network = { mode: 'reliable' };
      const world = await build(seed, network);
      network.mode = 'unreliable';
      await struggle(world, 60);
      network.mode = 'reliable';
      await settle(world);
      for (const [index, { desktop, session, made }] of world.desktops.entries()) {
        const fresh = new ModelDesktop(
          () => hub.app,
          session.accessToken,
          hub.newId(),
          randomOf('fresh'),
          network,
        );
        await fresh.load();
        expect(visible(desktop.store), `desktop ${index}`).toEqual(visible(fresh.store));
        const rows = await hub.database.db
          .selectFrom('interactions')
          .select('id')
          .where('id', 'in', made)
          .execute();
        expect(rows).toHaveLength(made.length);
      }
      const wrapUps = world.desktops.flatMap(({ desktop }) => [...desktop.answers.values()]);
      expect(wrapUps.every((answer) => answer.status !== 'deferred')).toBe(true);
      const { db } = hub.database;
      const doubled = await db
        .selectFrom('interaction_revisions')
        .select('interaction_id')
        .where('revision', '>', 1)
        .execute();
      expect(doubled).toEqual([]);
      const closed = world.desktops
        .flatMap(({ desktop }) => [...desktop.answers.values()])
        .filter((answer) => answer.code === 'callback-taken');
      for (const { current } of closed) expect(current).toMatchObject({ status: 'done' });
    },
  );

  it('[HUB-33] a desktop of a newer version is understood as far as the hub reaches', async () => {
    const session = await hub.signIn('camille.roussel', hub.newId());
    const id = hub.newId();
    const payload = { ...make.someInteraction(id), sentiment: 'calm' };
    const answers = await make.push(hub, session, [
      make.mutation(hub, { kind: 'interaction.record', payload }),
      make.mutation(hub, { kind: 'interaction.rate', payload: { id, stars: 5 } }),
    ]);
    expect(answers.map((answer) => answer.code ?? answer.status)).toEqual([
      'accepted',
      'mutation-kind-unknown',
    ]);
  });
});
