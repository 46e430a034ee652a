import type { Session } from '@shared/contracts/http/auth.ts';
import { colleaguesSchema } from '@shared/contracts/http/colleagues.ts';
import { routes } from '@shared/contracts/routes.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bearer, type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';
import { mutation, push } from './mutations.ts';

let hub: HubUnderTest;
let camille: Session;
let yanis: Session;
beforeAll(async () => {
  hub = await startHubUnderTest();
  camille = await hub.signIn('camille.roussel', hub.newId());
  yanis = await hub.signIn('yanis.morel', hub.newId());
});
afterAll(() => hub.close());

const colleagues = async () => {
  const answer = await hub.app.inject({ url: routes.colleagues, headers: bearer(camille) });
  expect(answer.statusCode).toBe(200);
  return colleaguesSchema.parse(answer.json()).colleagues;
};
const enters = (
  state: 'ready' | 'do-not-disturb' | 'pause',
  reason: string | null,
  since: string,
) =>
  push(hub, yanis, [
    mutation(hub, { kind: 'advisor.state', payload: { state, reason, since } } as never),
  ]);
const yanisIn = async () => (await colleagues()).find(({ userId }) => userId === yanis.user.id);

it('[XFER-11] colleagues are listed with team, extension and brands, without the one who asks', async () => {
  const all = await colleagues();
  expect(all.map(({ userId }) => userId)).not.toContain(camille.user.id);
  expect(await yanisIn()).toMatchObject({ name: 'Yanis Morel', state: 'offline' });
  expect((await yanisIn())?.extension).toMatch(/^\d{4}$/);
});

it('[XFER-11] the newest state counts, however late an older one arrives', async () => {
  const now = Date.now();
  const at = (minutesAgo: number) => new Date(now - minutesAgo * 60_000).toISOString();
  await enters('ready', null, at(5));
  await enters('pause', 'lunch', at(30));
  expect(await yanisIn()).toMatchObject({ state: 'ready', since: at(5) });
  expect((await colleagues())[0]?.userId).toBe(yanis.user.id);
  await enters('pause', 'lunch', at(1));
  expect(await yanisIn()).toMatchObject({ state: 'pause', pauseReason: 'lunch' });
});

it('[DND-3] colleagues see who is not to be disturbed, and since when', async () => {
  const since = new Date().toISOString();
  await enters('do-not-disturb', null, since);
  expect(await yanisIn()).toMatchObject({ state: 'do-not-disturb', since });
});
