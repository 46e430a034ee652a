import type { Session } from '@shared/contracts/http/auth.ts';
import type { SourceWithSecret } from '@shared/contracts/http/sources.ts';
import { routes } from '@shared/contracts/routes.ts';
import { lookUpResponseSchema, pullResponseSchema } from '@shared/contracts/sync/pull.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { bought, brokenOff, known, makeSource, placed, tell } from './sources.ts';

let hub: HubUnderTest;
let camille: Session;
let shop: SourceWithSecret;

beforeAll(async () => {
  hub = await startHubUnderTest();
  camille = await hub.signIn('camille.roussel', hub.newId());
  shop = await makeSource(hub, await hub.signIn('agathe.perrot', hub.newId()));
});
afterAll(() => hub.close());

const get = async (url: string) => (await hub.app.inject({ url, headers: bearer(camille) })).json();
const now = () => new Date(hub.clock.now()).toISOString();
const customer = { ref: 'c-1', lastName: 'Le Floch', firstName: 'Aziliz' };

it('[C360-18] orders and baskets of the shop reach the desktop, and what becomes of them', async () => {
  await tell(hub, shop, known('c-1', { lastName: 'Le Floch', firstName: 'Aziliz' }, now()));
  await tell(hub, shop, placed('o-1', { customer, amountCents: 12_990 }, now()));
  await tell(hub, shop, brokenOff('k-1', { customer, phone: '+33639981234' }, now()));
  const { id } = await hub.database.db
    .selectFrom('customers')
    .select('id')
    .where('last_name', '=', 'Le Floch')
    .executeTakeFirstOrThrow();
  const held = async () =>
    lookUpResponseSchema.parse(await get(`${routes.lookUp}?id=${id}&protocol=2`)).bundles[0]
      ?.purchases;
  expect(await held()).toEqual([
    expect.objectContaining({ kind: 'cart', words: 'Chaise Ouessant × 2', bought: false }),
    expect.objectContaining({ kind: 'order', amountCents: 12_990, reference: 'o-1' }),
  ]);
  await hub.settle();
  const { cursor } = await get(`${routes.bootstrap}?limit=1&protocol=2`);
  await tell(hub, shop, bought('k-1', now()));
  await hub.settle();
  const pulled = pullResponseSchema.parse(
    await get(`${routes.pull}?cursor=${cursor}&limit=500&protocol=2`),
  );
  expect(pulled.changes.filter(({ entity }) => entity === 'purchase')).toEqual([
    expect.objectContaining({ row: expect.objectContaining({ kind: 'cart', bought: true }) }),
  ]);
  const old = pullResponseSchema.parse(
    await get(`${routes.pull}?cursor=${(await get(`${routes.bootstrap}?limit=1`)).cursor}&limit=9`),
  );
  expect(old.changes.some(({ entity }) => entity === 'purchase')).toBe(false);
});
