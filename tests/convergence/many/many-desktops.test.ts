import { type Random, randomOf } from '@api/seed/random.ts';
import type { Session } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import { currentProtocol } from '@shared/contracts/sync/protocol.ts';
import { type CustomerBundle, lookUpResponseSchema } from '@shared/contracts/sync/pull.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from '../../contract/api/hub-under-test.ts';
import * as make from '../../contract/api/mutations.ts';
import { explainRegister } from '../../support/history/register-history.ts';
import { checkSet, noSetFaults } from '../../support/history/set-history.ts';
import { FaultyProxy } from '../../support/network/faulty-proxy.ts';
import { until } from '../../support/until.ts';
import { RecordedDesktop1 } from '../hub/recorded-desktop-1.ts';
import { Episode, firstValue, type World } from './episode.ts';

/** `npm run soak` asks for a thousand. */
const runs = Number(process.env['PARLANCE_SOAK_RUNS'] ?? 4);
const firstSeed = Number(process.env['PARLANCE_SOAK_SEED'] ?? 20_817);
const [newDesktops, oldDesktops, rounds] = [17, 3, 10];
const logins = ['camille.roussel', 'yanis.morel', 'nadia.ferrand'];
const signedInForMs = 5 * 60_000;

let hub: HubUnderTest;
let ports: readonly number[];
let apps: readonly HubUnderTest['app'][];
type Sessions = {
  readonly list: readonly Session[];
  readonly privacy: Session | null;
  readonly at: number;
};
let sessions: Sessions = { list: [], privacy: null, at: 0 };

const listen = async (app: HubUnderTest['app']): Promise<number> => {
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = app.server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
};

beforeAll(async () => {
  hub = await startHubUnderTest();
  apps = [hub.app, await hub.another()];
  ports = [await listen(hub.app), await listen(apps[1] ?? hub.app)];
});
afterAll(() => hub?.close());

/** Each run begins with a hub that knows nobody. */
const empty = async (): Promise<void> => {
  await sql`truncate customers, interactions, cases, consents, callbacks, customer_history,
    applied_mutations, change_log, interaction_revisions cascade`.execute(hub.database.db);
  if (Date.now() - sessions.at < signedInForMs) return;
  const list = await Promise.all(logins.map((login) => hub.signIn(login, hub.newId())));
  const privacy = await hub.signIn('agathe.perrot', hub.newId());
  sessions = { list, privacy, at: Date.now() };
};

const sessionOf = (index: number): Session => sessions.list[index % logins.length] as Session;

const find = async (random: Random, customerId: string): Promise<CustomerBundle | null> => {
  const app = random.pick(apps);
  const asked = {
    url: routes.lookUp,
    query: { id: customerId, protocol: String(currentProtocol) },
    headers: bearer(sessionOf(0)),
  };
  // A hub whose database is busy for five seconds says "later", and whoever asks asks again.
  const answer = await until(
    'the hub looks it up',
    async () => {
      const one = await app.inject(asked);
      return one.statusCode === 503 ? null : one;
    },
    60_000,
  );
  expect(answer.statusCode, answer.body).toBe(200);
  return lookUpResponseSchema.parse(answer.json()).bundles[0] ?? null;
};

const lookUp = async (random: Random, customerId: string): Promise<CustomerBundle> => {
  const bundle = await find(random, customerId);
  if (bundle === null) throw new Error(`the hub has no ${customerId}`);
  return bundle;
};

const erase = async (random: Random, customerId: string): Promise<void> => {
  const done = await random.pick(apps).inject({
    method: 'POST',
    url: `${routes.customers}/${customerId}/erase`,
    headers: bearer(sessions.privacy as Session),
    payload: { reason: 'sa demande' },
  });
  expect(done.statusCode, done.body).toBe(200);
};

const worldOf = (seed: number, apiUrl: string, customers: readonly string[]): World => {
  const random = randomOf(`many:${seed}`);
  const network = { mode: 'unreliable' as const };
  const old = Array.from({ length: oldDesktops }, (_, index) => {
    const { accessToken, user } = sessionOf(index);
    const app = () => random.pick(apps);
    const own = randomOf(`many:${seed}:${index}`);
    const client = new RecordedDesktop1(app, accessToken, hub.newId(), own, network);
    return { client, advisorId: user.id };
  });
  return {
    random,
    newId: hub.newId,
    customers,
    old,
    advisorOf: (index) => sessionOf(index).user.id,
    erase: (id) => erase(random, id),
    readHub: async (id) => (await lookUp(random, id)).customer.firstName,
    placeOf: (index) => ({
      deviceId: hub.newId(),
      apiUrl,
      accessToken: sessionOf(index).accessToken,
    }),
  };
};

/** Rows are compared as sets: whoever learned of a row first has it first. */
const asSets = ({ customer, ...lists }: CustomerBundle) => ({
  customer,
  ...Object.fromEntries(
    Object.entries(lists).map(([name, rows]) => [
      name,
      [...(rows as readonly { readonly id: string }[])].sort((a, b) => (a.id < b.id ? -1 : 1)),
    ]),
  ),
});

const isAbout = (id: string) => (one: unknown) => JSON.stringify(one).includes(`"${id}"`);

/** Who was erased is on no desktop, and nothing that had been written of her. */
const checkErased = async ({ stations, erased }: Episode, world: World): Promise<void> => {
  if (erased === null) return;
  expect(await find(world.random, erased)).toBeNull();
  for (const [index, { desktop }] of stations.entries()) {
    expect(await desktop.library.bundle(erased), `desktop ${index}`).toBeNull();
    expect(await desktop.cache.bundle(erased), `the cache of desktop ${index}`).toBeNull();
    const { pending, parked, sent } = desktop.outbox;
    const about = JSON.stringify([pending, parked, sent].flat().filter(isAbout(erased)));
    expect(about, `what desktop ${index} sent or was refused`).toBe('[]');
  }
  for (const { client } of world.old)
    expect(JSON.stringify([...client.store]), 'a client of protocol 1').not.toContain(erased);
};

const checkDesktops = async ({ stations, erased }: Episode, world: World): Promise<void> => {
  for (const id of world.customers.filter((one) => one !== erased)) {
    const held = await lookUp(world.random, id);
    const truth = asSets(held);
    for (const [index, { desktop }] of stations.entries()) {
      const mine = await desktop.library.bundle(id);
      expect(mine === null ? null : asSets(mine), `desktop ${index}`).toEqual(truth);
    }
    for (const { client } of world.old) {
      for (const row of held.interactions)
        expect(client.store.has(`interaction:${row.id}`), 'a client of protocol 1').toBe(true);
    }
  }
};

const run = async (seed: number): Promise<void> => {
  await empty();
  const random = randomOf(`many:faults:${seed}`);
  const proxy = new FaultyProxy(
    () => ports,
    () => random.next(),
  );
  const apiUrl = await proxy.start();
  const people = Array.from({ length: 3 }, () => make.someCustomer(hub.newId()));
  await make.push(
    hub,
    sessionOf(0),
    people.map((payload) => make.mutation(hub, { kind: 'customer.create', payload })),
  );
  await hub.settle();
  const world = worldOf(
    seed,
    apiUrl,
    people.map(({ id }) => id),
  );
  for (const { client } of world.old) await client.load();
  const episode = new Episode(world);
  try {
    await episode.begin(newDesktops);
    proxy.faults = 0.4;
    const erasedAt = random.between(1, rounds - 2);
    for (let round = 0; round < rounds; round += 1) {
      if (round === erasedAt) await episode.eraseOne();
      await episode.round();
    }
    await proxy.heal();
    await episode.settle();
    await hub.settle();
    await episode.catchUp();
    const { rows } = await sql<{ id: string }>`
      select id from interactions union all select id from consents`.execute(hub.database.db);
    const found = rows.map(({ id }) => id);
    expect(checkSet(episode.added, found)).toEqual(noSetFaults);
    expect(episode.notOnce, 'written here, and not seen here once').toEqual([]);
    for (const id of world.customers) {
      if (id === episode.erased) continue;
      const history = episode.historyOf(id);
      const last = await world.readHub(id);
      const end = { kind: 'read' as const, value: last, from: 1e9, to: 1e9 + 1 };
      const { sound } = explainRegister(firstValue, [...history, end]);
      expect(sound, JSON.stringify(history)).toBe(true);
    }
    await checkDesktops(episode, world);
    await checkErased(episode, world);
  } finally {
    await episode.end();
    await proxy.stop();
  }
};

it(
  `[SYNC-25] twenty desktops before two hubs agree in the end, each fact once (${runs} runs from seed ${firstSeed})`,
  async () => {
    for (let seed = firstSeed; seed < firstSeed + runs; seed += 1) {
      await run(seed).catch((error: unknown) => {
        throw new Error(`seed ${seed}`, { cause: error });
      });
    }
  },
  60_000 + runs * 120_000,
);
