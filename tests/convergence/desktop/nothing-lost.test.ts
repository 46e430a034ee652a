import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { routes } from '@shared/contracts/routes.ts';
import { bootstrapResponseSchema } from '@shared/contracts/sync/pull.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from '../../contract/api/hub-under-test.ts';
import { FaultyNetwork } from '../../support/network/faulty-network.ts';
import { DesktopUnderTest, type Home } from './desktop-under-test.ts';
import { RandomDay, seeded } from './random-day.ts';

/** `npm run soak` asks for more rounds and other seeds. */
const rounds = Number(process.env['PARLANCE_SOAK_ROUNDS'] ?? 60);
const seeds = (process.env['PARLANCE_SOAK_SEEDS'] ?? '1,7').split(',').map(Number);

let hub: HubUnderTest;
let network: FaultyNetwork;
let port = 0;

/** The hub's listening ends and begins again; its PostgreSQL keeps what was committed. */
const listen = async (): Promise<void> => {
  await hub.app.listen({ port, host: '127.0.0.1' });
  const address = hub.app.server.address();
  if (address !== null && typeof address === 'object') port = address.port;
};

beforeAll(async () => {
  hub = await startHubUnderTest();
  await listen();
  network = await FaultyNetwork.start(() => port);
});
afterAll(async () => {
  await network?.stop();
  await hub?.close();
});

const stopHub = async (): Promise<void> => {
  hub.app.server.closeAllConnections();
  await new Promise<void>((resolve) => hub.app.server.close(() => resolve()));
};
const startHub = (): Promise<void> =>
  new Promise((resolve) => hub.app.server.listen(port, '127.0.0.1', () => resolve()));

it.each(seeds)(
  '[SYNC-13] kills, hub stops and network cuts lose nothing and double nothing (seed %i)',
  async (seed) => {
    network.change('open');
    const session = await hub.signIn('camille.roussel', hub.newId());
    const first = await hub.app.inject({
      url: routes.bootstrap,
      query: { limit: '1' },
      headers: bearer(session),
    });
    const reference = bootstrapResponseSchema.parse(first.json()).reference;
    if (reference === null) throw new Error('the hub gave no reference');
    const dir = mkdtempSync(path.join(tmpdir(), 'parlance-desktop-'));
    const home: Home = { dir, key: new Uint8Array(randomBytes(32)), apiUrl: network.url, session };
    const day = new RandomDay(
      { home, network, stopHub, startHub, random: seeded(seed) },
      await DesktopUnderTest.start(home, reference),
    );

    for (let round = 0; round < rounds; round += 1) await day.round();
    await day.settle();

    const ids = [...day.expected.keys()];
    const rows = await hub.database.db
      .selectFrom('interactions')
      .select(['id', 'outcome', 'notes', 'disposition_code', 'wrap_up_ended_at'])
      .where('id', 'in', ids)
      .execute();
    expect(rows.length, 'each interaction once').toBe(ids.length);
    expect(day.desktop.outbox.parked).toEqual([]);
    for (const row of rows) {
      const expected = day.expected.get(row.id);
      expect(row.outcome).toBe(expected?.outcome);
      expect(row.wrap_up_ended_at !== null).toBe(expected?.finished);
      if (expected?.finished && expected.note !== null)
        expect(JSON.stringify(row.notes)).toContain(expected.note);
    }
    const promised = await hub.database.db
      .selectFrom('callbacks')
      .select('id')
      .where('interaction_id', 'in', ids)
      // Those that the hub makes of calls nobody took are no promises of hers.
      .where('kind', '=', 'callback')
      .execute();
    expect(promised.length, 'each callback once').toBe(
      [...day.expected.values()].reduce((sum, { callbacks }) => sum + callbacks, 0),
    );
    // What is still open has its last acknowledged note on this desktop.
    for (const item of day.desktop.shown) {
      expect(item.draft.notes[0]?.text ?? null).toBe(day.expected.get(item.id)?.note ?? null);
    }
    await day.desktop.kill(false);
  },
  60_000 + rounds * 1_000,
);
