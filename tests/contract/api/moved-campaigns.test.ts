/** Whom the hub tells that a campaign moved, and what it owes once it is stopped. */
import type { AddressInfo } from 'node:net';
import type { Session } from '@shared/contracts/http/auth.ts';
import { routes } from '@shared/contracts/routes.ts';
import { currentProtocol } from '@shared/contracts/sync/protocol.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { until } from '../../support/until.ts';
import {
  addPerson,
  addRefusal,
  asker,
  make,
  reserveIn,
  running,
  settings,
  untilCallingHour,
} from './campaigns.ts';
import { type HubUnderTest, startHubUnderTest } from './hub-under-test.ts';

let hub: HubUnderTest;
let base: string;
const sockets: WebSocket[] = [];
beforeAll(async () => {
  hub = await startHubUnderTest();
  hub.clock.advance(untilCallingHour(hub.clock.now()));
  await addRefusal(hub);
  await hub.app.listen({ port: 0, host: '127.0.0.1' });
  base = `ws://127.0.0.1:${(hub.app.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  for (const socket of sockets) socket.terminate();
  await hub.close();
});

const listens = async ({ accessToken }: Session): Promise<string[]> => {
  const heard: string[] = [];
  const socket = new WebSocket(`${base}${routes.live}`);
  sockets.push(socket);
  socket.on('message', (data) => heard.push(JSON.parse(String(data)).type));
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send(JSON.stringify({ type: 'hello', accessToken, protocol: currentProtocol }));
  await until('it is welcome', () => heard.includes('welcome'));
  return heard;
};

it('[CAMP-45] every desktop of its brand is told of a campaign that moves, and no other', async () => {
  const camille = await hub.signIn('camille.roussel');
  const nadia = await hub.signIn('nadia.ferrand');
  const asNadia = asker(hub, () => nadia);
  await addPerson(hub, camille, '76001');
  const { db } = hub.database;
  const lea = await hub.signIn('lea.fontaine');
  await db
    .deleteFrom('user_brands')
    .where('user_id', '=', lea.user.id)
    .where('brand_id', '=', 'kerdoual')
    .execute();
  const hers = await listens(await hub.signIn('camille.roussel'));
  const others = await listens(await hub.signIn('lea.fontaine'));
  const times = () => hers.filter((type) => type === 'campaigns').length;
  const { id } = await make(asNadia, settings(hub, camille.user.teamId as string));
  await asNadia('POST', `/v1/campaigns/${id}/list`, { query: { communes: ['76001'] } });
  expect(times()).toBe(0);
  for (const [place, move] of (['start', 'pause', 'stop'] as const).entries()) {
    await asNadia('POST', `/v1/campaigns/${id}/move`, { move });
    await until(`she is told of the ${move}`, () => times() === place + 1);
  }
  expect(others).not.toContain('campaigns');
});

it('[CAMP-48] a promised call of a campaign that is stopped stays to be made by whoever promised it', async () => {
  const camille = await hub.signIn('camille.roussel');
  const nadia = await hub.signIn('nadia.ferrand');
  const [asCamille, asNadia] = [asker(hub, () => camille), asker(hub, () => nadia)];
  const person = await addPerson(hub, camille, '76002');
  const id = await running(asNadia, settings(hub, camille.user.teamId as string), '76002');
  const [contact] = await reserveIn(asCamille, id);
  const callAgainAt = new Date(hub.clock.now() + 30 * 60_000).toISOString();
  const at = new Date(hub.clock.now()).toISOString();
  const outcome = { result: 'reached', at, dispositionCode: 'rappel', callAgainAt };
  await asCamille('POST', `/v1/campaigns/${id}/contacts/${contact?.id}/attempts`, outcome);
  await asNadia('POST', `/v1/campaigns/${id}/move`, { move: 'stop' });
  const owed = await hub.database.db
    .selectFrom('callbacks')
    .select(['kind', 'advisor_id', 'due_at', 'status', 'number'])
    .where('customer_id', '=', person)
    .execute();
  expect(owed).toEqual([
    {
      kind: 'callback',
      advisor_id: camille.user.id,
      due_at: callAgainAt,
      status: 'open',
      number: expect.stringMatching(/^\+33/),
    },
  ]);
});
